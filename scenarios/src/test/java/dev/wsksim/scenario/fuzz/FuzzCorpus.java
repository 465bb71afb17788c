package dev.wsksim.scenario.fuzz;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.bundle.BundledScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every scenario that is shown to users: all that are bundled, and all that stand in the documentation. */
final class FuzzCorpus {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(wsksim: 1\\n.*?)```", Pattern.DOTALL);

    private static final String LESSONS = "lessons/";

    private FuzzCorpus() {}

    /** Returns the texts, always in the same order. */
    static ImmutableList<String> texts() throws IOException {
        BundledScenarios bundle = BundledScenarios.shipped();
        ImmutableList.Builder<String> texts = ImmutableList.builder();
        bundle.paths().forEach(path -> texts.add(bundle.text(path).orElseThrow()));
        texts.addAll(examples());
        return texts.build();
    }

    /** Returns the bundled parts, by the paths by which the lessons include them. */
    static ImmutableMap<String, String> parts() {
        BundledScenarios bundle = BundledScenarios.shipped();
        ImmutableMap.Builder<String, String> parts = ImmutableMap.builder();
        bundle.parts().stream()
                .filter(path -> path.startsWith(LESSONS))
                .forEach(path -> parts.put(
                        path.substring(LESSONS.length()), bundle.text(path).orElseThrow()));
        return parts.buildOrThrow();
    }

    /** Returns a lesson that includes all of these parts. */
    static String scenarioOfParts() {
        return BundledScenarios.shipped()
                .text(LESSONS + "07-parts-an-echo.yaml")
                .orElseThrow();
    }

    /** Returns the scenarios of the documentation, page by page. */
    static ImmutableList<String> examples() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.walk(DOCS)) {
            pages = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        ImmutableList.Builder<String> examples = ImmutableList.builder();
        for (Path page : pages) {
            String text = Files.readString(page).replace("\r\n", "\n");
            EXAMPLE.matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .forEach(examples::add);
        }
        return examples.build();
    }
}
