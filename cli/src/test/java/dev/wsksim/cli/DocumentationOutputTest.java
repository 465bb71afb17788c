package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds the output that the documentation shows to what the program prints for the scenarios beside it. */
class DocumentationOutputTest {
    private static final Pattern SCENARIO = Pattern.compile("```yaml\\n(wsksim: 1\\n.*?)```", Pattern.DOTALL);
    private static final Pattern PASSING =
            Pattern.compile("```\\n\\$ \\./wsksim run accepted\\.yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FAILING = Pattern.compile("```\\n(failed  .*?)```", Pattern.DOTALL);

    private final Shell shell = new Shell();

    DocumentationOutputTest() {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
    }

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("..").resolve(name), StandardCharsets.UTF_8)
                .replace("\r\n", "\n");
    }

    private static String first(Pattern block, String page) {
        Matcher matcher = block.matcher(page);
        assertThat(matcher.find()).as(block.pattern()).isTrue();
        return matcher.group(1);
    }

    /** Everything up to the first line of dots is as printed; what follows is a choice of lines in their order. */
    private void assertShows(String sample) {
        String printed = shell.out().substring(shell.out().indexOf("failed  "));
        assertThat(printed).startsWith(sample.substring(0, sample.indexOf("       ...\n")));
        List<String> chosen = sample.lines()
                .filter(line -> !line.isBlank() && !line.strip().equals("..."))
                .map(line -> line.endsWith(", ...") ? line.substring(0, line.length() - 3) : line)
                .toList();
        assertThat(printed).containsSubsequence(chosen);
    }

    @Test
    void readme_showsWhatIsPrinted_whenItsScenarioPasses() throws IOException {
        String readme = page("README.md");
        shell.write("accepted.yaml", first(SCENARIO, readme));

        assertThat(shell.run("run", "accepted.yaml")).isZero();
        assertThat(shell.out()).isEqualTo(first(PASSING, readme));
    }

    @Test
    void readme_showsWhatIsPrinted_whenItsScenarioFails() throws IOException {
        String readme = page("README.md");
        shell.write("accepted.yaml", first(SCENARIO, readme).replace("after: 10ms", "after: 9ms"));

        assertThat(shell.run("run", "accepted.yaml")).isEqualTo(ExitCode.FAILED);
        assertShows(first(FAILING, readme));
    }

    @Test
    void tutorial_showsWhatIsPrinted_whenItsScenarioFails() throws IOException {
        String tutorial = page("docs/tutorial.md");
        shell.write("second.yaml", first(SCENARIO, tutorial).replace("after: 2.05s", "after: 10ms"));

        assertThat(shell.run("run", "second.yaml")).isEqualTo(ExitCode.FAILED);
        assertShows(first(FAILING, tutorial));
    }

    /** The tutorial says that a seeded run returns the final status, and that every seed passes. */
    @Test
    void tutorial_withSeeds_passesAlthoughACallReturnsItsFinalStatus() throws IOException {
        String tutorial = page("docs/tutorial.md");
        String yaml = first(SCENARIO, tutorial);
        assertThat(yaml).contains("    returns: STATUS_PENDING\n");
        shell.write("second.yaml", yaml);
        assertThat(tutorial).contains("wsksim trace second.yaml --decisions seeded --seed 6 --kind call-returned\n");
        assertThat(shell.run("trace", "second.yaml", "--decisions", "seeded", "--seed", "6", "--kind", "call-returned"))
                .isZero();
        assertThat(shell.out()).contains("WskSocketConnect returned STATUS_CONNECTION_REFUSED");

        IntStream.rangeClosed(1, 20)
                .forEach(seed -> assertThat(shell.run(
                                "run", "second.yaml", "--decisions", "seeded", "--seed", Integer.toString(seed)))
                        .as("seed %d: %s", seed, shell.out())
                        .isZero());
    }
}
