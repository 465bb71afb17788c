package dev.wsksim.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioFiles;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import dev.wsksim.scenario.run.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs every scenario that the documentation shows; a block marked "yaml fails" has to fail. */
class DocumentationExamplesTest {

    private static final Pattern PART =
            Pattern.compile("```yaml ([a-z/-]+\\.part\\.yaml)\\n(wsksim-part: 1\\n.*?)```", Pattern.DOTALL);

    private static final Pattern BLOCK = Pattern.compile("```yaml( fails)?\\n(wsksim: 1\\n.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/tutorial.md",
                "docs/from-c.md",
                "docs/variants.md",
                "docs/arguments.md",
                "docs/network/datagrams.md",
                "docs/network/links.md",
                "docs/network/topology.md",
                "docs/network/peers.md"
            })
    void examples_runAsTheTextSays(String page) throws IOException {
        String text = Files.readString(Path.of("..").resolve(page), StandardCharsets.UTF_8);
        Matcher block = BLOCK.matcher(text);
        int found = 0;
        while (block.find()) {
            found++;
            LoadResult loaded = new ScenarioLoader().withFiles(partsOf(text)).loadText("page.yaml", block.group(2));
            assertThat(loaded.renderProblems()).isEmpty();
            ScenarioResult result =
                    new ScenarioRunner(RunOptions.DEFAULT).run(loaded.variants().get(0));
            Verdict expected = block.group(1) == null ? Verdict.PASSED : Verdict.FAILED;
            assertThat(result.verdict()).as("%s: %s", page, result.findings()).isEqualTo(expected);
        }
        assertThat(found).as("examples in %s", page).isPositive();
    }

    /** Returns the parts that a page shows with their names. */
    private static ScenarioFiles partsOf(String page) throws IOException {
        Path folder = Jimfs.newFileSystem(Configuration.unix()).getPath("/page");
        Matcher part = PART.matcher(page);
        while (part.find()) {
            Path file = folder.resolve(part.group(1));
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, part.group(2));
        }
        return ScenarioFiles.seenFrom(folder);
    }

    /** The tests are compiled and run in their modules; here only the page is compared with them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "junit5/src/test/java/dev/wsksim/junit5/guide/FirstDriverTest.java",
                "simulator/src/test/java/dev/wsksim/guide/FirstDriverTest.java"
            })
    void javaPage_showsTestsOfTheProject(String file) throws IOException {
        String page = Files.readString(Path.of("../docs/java.md"), StandardCharsets.UTF_8);
        String test = Files.readString(Path.of("..").resolve(file), StandardCharsets.UTF_8);
        String shown = test.substring(test.indexOf("import static"));

        assertThat(page).contains("```java\n" + shown + "```");
    }

    /** The guide to the fixture shows tests of the example, whose project is built with the rest. */
    @Test
    void junitPage_showsTheExample() throws IOException {
        String page = Files.readString(Path.of("../docs/junit.md"), StandardCharsets.UTF_8);
        String test = Files.readString(
                Path.of("../examples/maven/src/test/java/com/example/driver/DownloadDriverTest.java"),
                StandardCharsets.UTF_8);
        Matcher block =
                Pattern.compile("```java example\n(.*?\n)```", Pattern.DOTALL).matcher(page);
        int found = 0;
        while (block.find()) {
            found++;
            assertThat(test.replaceAll("(?m)^ {4}", "")).contains(block.group(1));
        }
        assertThat(found).isPositive();
    }

    /** A report on the page is the beginning of the golden report that it names. */
    @Test
    void failurePage_showsReportsThatAreMade() throws IOException {
        String page = Files.readString(Path.of("../docs/failures.md"), StandardCharsets.UTF_8);
        Matcher block = Pattern.compile("```text ([a-z-]+)\\n(.*?\\n)```", Pattern.DOTALL)
                .matcher(page);
        int found = 0;
        while (block.find()) {
            found++;
            Path golden = Path.of("../scenarios/src/test/resources/golden/failure", block.group(1) + ".txt");
            assertThat(Files.readString(golden, StandardCharsets.UTF_8))
                    .startsWith(block.group(2).stripTrailing());
        }
        assertThat(found).isGreaterThan(7);
    }
}
