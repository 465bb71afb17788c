package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.load.ScenarioSchema;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that write scenarios. */
class NewAndFmtTest {
    private final Shell shell = new Shell();

    private String read(String file) throws IOException {
        return Files.readString(shell.files.getPath(file));
    }

    @ParameterizedTest
    @EnumSource
    void starter_passes_whoeverAnswersTheDecisions(Starter kind) throws IOException {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        assertThat(shell.run("new", "some/the-first", "--kind", kind.name())).isZero();
        assertThat(shell.out())
                .contains("wrote some/the-first.yaml, and some/" + Starter.SCHEMA_FILE + " for editors\n")
                .contains("wsksim run some/the-first.yaml\n");
        assertThat(read("some/the-first.yaml"))
                .startsWith("# yaml-language-server: $schema=" + Starter.SCHEMA_FILE + "\n")
                .contains("\nname: the first\n");
        assertThat(read("some/" + Starter.SCHEMA_FILE)).isEqualTo(new ScenarioSchema().text());

        for (String source : new DecisionModeConverter.Candidates()) {
            assertThat(shell.run("run", "some", "--decisions", source))
                    .as(shell.out())
                    .isZero();
        }
        assertThat(shell.run("fmt", "--check", "some")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true.yaml,'true'", "it's.yml,it''s", "1-2.yaml,1 2", "ünï.yaml,ünï"})
    void starter_ofAnOddName_hasItAsAText(String file, String name) throws IOException {
        assertThat(shell.run("new", file)).as(shell.err()).isZero();

        assertThat(shell.run("check", file)).as(shell.err()).isZero();
        assertThat(read(file)).contains("name: '" + name.replace("'true'", "true") + "'\n");
    }

    @Test
    void starter_writesOverNothing() throws IOException {
        shell.write("a.yaml", "mine");
        shell.write(Starter.SCHEMA_FILE, "mine");

        assertThat(shell.run("new", "a")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).isEqualTo("a.yaml: there is such a file, and it is not written over\n");
        assertThat(shell.run("new", "b")).isZero();
        assertThat(shell.out()).startsWith("wrote b.yaml\n");
        assertThat(read("a.yaml") + read(Starter.SCHEMA_FILE)).isEqualTo("minemine");
    }

    @Test
    void starter_withoutASchema_isAlone() throws IOException {
        assertThat(shell.run("new", "a", "--no-schema")).isZero();

        assertThat(shell.files.getPath(Starter.SCHEMA_FILE)).doesNotExist();
        assertThat(read("a.yaml")).startsWith("wsksim: 1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "folder/", "-.yaml", "a\nb"})
    void starter_withoutAName_isRefused(String name) {
        assertThat(shell.run("new", "--", name)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).doesNotContain("\tat ");
    }

    @Test
    void fmt_laysOut_andIsDone() throws IOException {
        shell.write("s/a.yaml", "wsksim:   1\nname: {a:   b}\n");
        shell.write("s/b.yaml", "wsksim: 1\n");

        assertThat(shell.run("fmt", "--check", "s")).isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).isEqualTo("s/a.yaml\n2 files: 1 would change\n");
        assertThat(read("s/a.yaml")).startsWith("wsksim:   1");
        assertThat(shell.run("fmt", "s")).isZero();
        assertThat(shell.out()).isEqualTo("s/a.yaml\n2 files: 1 changed\n");
        assertThat(read("s/a.yaml")).isEqualTo("wsksim: 1\nname: { a: b }\n");
        assertThat(shell.run("fmt", "s")).isZero();
        assertThat(shell.out()).isEqualTo("2 files: nothing to change\n");
    }

    @Test
    void fmt_ofWhatIsNoYaml_leavesItAlone_andFormatsTheRest() throws IOException {
        shell.write("a.yaml", "a: [\n");
        shell.write("b.yaml", "a:   1\n");

        assertThat(shell.run("fmt", "a.yaml", "b.yaml", "lessons/first.yaml", "nowhere"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(read("a.yaml") + read("b.yaml")).isEqualTo("a: [\na: 1\n");
        assertThat(shell.err())
                .contains("a.yaml: it is no YAML; 'wsksim check a.yaml' tells where")
                .contains("lessons/first.yaml: this scenario comes with wsksim")
                .contains("nowhere: there is no such file");
    }

    @Test
    void fmt_ofNoFile_saysOnlyWhatIsWrong() {
        assertThat(shell.run("fmt", "nowhere")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains("nowhere: there is no such file");
    }
}
