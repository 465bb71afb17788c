package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code run --watch}: what is played again, and when it ends. */
@Timeout(60)
class WatchTest {
    private final Shell shell = new Shell();
    private final StubPlayer stub = new StubPlayer();
    private final List<String> played = new ArrayList<>();

    /** Changes something after so many plays; the last one ends the command. */
    private void play(Runnable... changes) {
        shell.player = (scenario, options) -> {
            played.add(scenario.name());
            changes[Math.min(played.size(), changes.length) - 1].run();
            return stub.play(scenario, options);
        };
    }

    private static void nothing() {
        // A play that is followed by no change.
    }

    private void end() {
        shell.interruption.raise();
    }

    @Test
    void changedFile_isPlayedAgain_alone_untilCtrlC() {
        shell.scenario("s/a.yaml", "a");
        shell.scenario("s/b.yaml", "b");
        play(WatchTest::nothing, () -> shell.scenario("s/b.yaml", "b, longer"), this::end);

        assertThat(shell.run("run", "s", "--watch", "--jobs", "1")).isEqualTo(ExitCode.INTERRUPTED);

        assertThat(played).containsExactly("a", "b", "b, longer");
        assertThat(shell.err()).contains("watching 2 files; Ctrl-C ends\n", "changed: s/b.yaml\n");
        assertThat(shell.out()).contains("2 scenarios in 2 files", "1 scenario in 1 file", "b, longer  (");
    }

    @Test
    void fileThatDidNotPass_isNamedUntilItPasses_thoughOthersChange() {
        shell.scenario("s/a.yaml", "a");
        shell.write("s/b.yaml", Shell.YAML.replace("NAME", "b").replace("after: 10ms", "after: 9ms"));
        shell.player = (scenario, options) -> {
            played.add(scenario.name());
            switch (played.size()) {
                case 2 -> shell.scenario("s/a.yaml", "a, longer");
                case 3 -> shell.scenario("s/b.yaml", "b, mended");
                case 4 -> shell.scenario("s/a.yaml", "a");
                case 5 -> end();
                default -> nothing();
            }
            return new ScenarioRunner(options).run(scenario);
        };

        assertThat(shell.run("run", "s", "--watch", "--jobs", "1")).isEqualTo(ExitCode.INTERRUPTED);

        assertThat(played).containsExactly("a", "b", "a, longer", "b, mended", "a");
        assertThat(shell.out())
                .contains("1 passed\nunchanged, and not passed before: s/b.yaml (1)\n")
                .containsOnlyOnce("not passed before");
    }

    @Test
    void newFileInAFolder_isPlayed() {
        shell.scenario("s/a.yaml", "a");
        play(() -> shell.scenario("s/new.yaml", "new"), this::end);

        assertThat(shell.run("run", "s", "--watch")).isEqualTo(ExitCode.INTERRUPTED);

        assertThat(played).containsExactly("a", "new");
    }

    @Test
    void brokenFile_isTold_andWatchedOn() {
        shell.scenario("a.yaml", "a");
        shell.player = (scenario, options) -> {
            played.add(scenario.name());
            if (played.size() == 1) {
                shell.write("a.yaml", "wsksim: [");
                mendLater();
            } else {
                end();
            }
            return stub.play(scenario, options);
        };

        assertThat(shell.run("run", "a.yaml", "--watch")).isEqualTo(ExitCode.INTERRUPTED);

        assertThat(played).containsExactly("a", "a mended");
        assertThat(shell.err()).contains("this is not YAML");
    }

    /** Waits for the complaint, as a person does. */
    private void mendLater() {
        Thread person = new Thread(() -> {
            while (!shell.err().contains("this is not YAML")) {
                Thread.onSpinWait();
            }
            shell.scenario("a.yaml", "a mended");
        });
        person.setDaemon(true);
        person.start();
    }

    @Test
    void document_isWrittenAgain_aboutAll() throws IOException {
        shell.scenario("s/a.yaml", "a");
        shell.scenario("s/b.yaml", "b");
        play(WatchTest::nothing, () -> shell.scenario("s/b.yaml", "b, longer"), WatchTest::nothing, this::end);

        assertThat(shell.run("run", "s", "--watch", "--jobs", "1", "--json", "r.json"))
                .isEqualTo(ExitCode.INTERRUPTED);

        assertThat(played).containsExactly("a", "b", "a", "b, longer");
        assertThat(Files.readString(shell.files.getPath("r.json"))).contains("\"a\"", "\"b, longer\"");
    }

    @Test
    void nothingThatCanChange_isRefused() {
        assertThat(shell.run("run", "wsk", "--watch")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--watch needs files or folders: nothing else changes");
    }
}
