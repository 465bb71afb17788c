package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The recipes of {@code docs/pipelines.md}: every option is one, every command runs, every YAML file can be read. */
class PipelinesPageTest {
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
    private static final Pattern COMMAND = Pattern.compile("wsksim/wsksim (run [^'\\n]*(?:\\n {6,}--[^\\n]*)*)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\{ *matrix\\.part *}}|\\$[A-Z_]+");
    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    private final Shell shell = new Shell();

    /** Returns the page without the commands of other programs. */
    private static String page() throws IOException {
        String page = Files.readString(Path.of("../docs/pipelines.md")).replace("\r\n", "\n");
        return page.replaceAll("(?m)^prove .*$", "");
    }

    private static List<String> all(Pattern pattern, int group) throws IOException {
        return pattern.matcher(page())
                .results()
                .map(found -> found.group(group))
                .toList();
    }

    @Test
    void options_areThoseOfTheCommand() throws IOException {
        shell.run("run", "--help");
        TreeSet<String> known = new TreeSet<>();
        OPTION.matcher(shell.out()).results().forEach(found -> known.add(found.group()));

        assertThat(known).contains("--shard", "--json");
        assertThat(new TreeSet<>(all(OPTION, 0))).isSubsetOf(known);
    }

    @Test
    void documentsAndChoices_areAllOnThePage() throws IOException {
        List<String> named = all(OPTION, 0);

        for (DocumentFormat format : DocumentFormat.values()) {
            assertThat(named).contains(format.option());
        }
        assertThat(named)
                .contains(
                        "--artefacts",
                        "--annotations",
                        "--wall-time",
                        "--shard",
                        "--fail-fast",
                        "--rerun-failed",
                        "--seed-from");
    }

    @Test
    void commands_runAsTheyStand() throws IOException {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        shell.scenario("scenarios/good.yaml", "a connect is accepted");
        shell.write(
                "scenarios/late.yaml",
                Shell.YAML.replace("NAME", "a connect is late").replace("after: 10ms", "after: 9ms"));
        List<String> commands = all(COMMAND, 1);

        assertThat(commands).hasSize(6);
        for (String command : commands) {
            assertThat(shell.run(words(command)))
                    .as(command + "\n" + shell.err())
                    .isIn(ExitCode.OK, ExitCode.FAILED);
            assertThat(shell.err()).isEmpty();
        }
    }

    /** Splits a command as a shell does, with variables that have the values that pipelines give them. */
    private static String[] words(String command) {
        String plain = VARIABLE.matcher(command).replaceAll(found -> Matcher.quoteReplacement(value(found.group())));
        List<String> words = new ArrayList<>();
        for (String word : plain.strip().split("\\s+")) {
            words.add(word.replace("\"", ""));
        }
        return words.toArray(String[]::new);
    }

    private static String value(String variable) {
        return switch (variable) {
            case "$SYSTEM_JOBPOSITIONINPHASE", "$CI_NODE_INDEX", "${{ matrix.part }}" -> "1";
            case "$SYSTEM_TOTALJOBSINPHASE", "$CI_NODE_TOTAL" -> "1";
            default -> "3f786850e387550fdab836ed7e6dc881de23001b";
        };
    }

    @Test
    void yamlFiles_canBeRead() throws IOException {
        List<String> files = all(YAML, 1);

        assertThat(files).hasSize(3);
        for (String file : files) {
            Object document = new Load(LoadSettings.builder().build()).loadFromString(file);
            assertThat(document).isInstanceOf(Map.class);
        }
    }
}
