package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts for shells, and the manual pages. */
class CompletionTest {
    private final Shell shell = new Shell();

    @ParameterizedTest
    @EnumSource
    void script_knowsCommandsOptionsAndValues(CompletionShell wanted) {
        assertThat(shell.run("completion", wanted.name())).isZero();

        assertThat(shell.err()).isEmpty();
        assertThat(shell.out()).contains("netstat", "check-determinism", "windows-11", "seeded", "timeline");
    }

    @Test
    void script_ofAnUnknownShell_isRefused() {
        assertThat(shell.run("completion", "tcsh")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("tcsh", "fish");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "fish", "zsh"})
    void script_isRightForItsShell(String name, @TempDir Path folder) throws Exception {
        shell.run("completion", name);
        Path script = Files.writeString(folder.resolve("wsksim_completion"), shell.out());

        assertThat(said(List.of("/bin/" + name, "-n", script.toString()))).isEmpty();
    }

    @Test
    void fish_completesWhatIsTyped(@TempDir Path folder) throws Exception {
        shell.run("completion", "fish");
        Path script = Files.writeString(folder.resolve("wsksim.fish"), shell.out());

        assertThat(said(List.of(
                        "/usr/bin/fish", "-c", "source " + script + "; complete -C 'wsksim diagram --format '")))
                .contains("mermaid", "timeline");
        assertThat(said(List.of("/usr/bin/fish", "-c", "source " + script + "; complete -C 'wsksim nets'")))
                .startsWith("netstat\t");
    }

    /**
     * Both shells run the script, and get what would stand below the prompt; zsh needs to be told to count from 0, and picks
     * from all commands itself.
     */
    @ParameterizedTest
    @CsvSource({"bash, bash, true", "zsh, zsh -f, emulate ksh"})
    void bashAndZsh_completeWhatIsTyped(String name, String program, String counting, @TempDir Path folder)
            throws Exception {
        shell.run("completion", name);
        Path script = Files.writeString(folder.resolve("wsksim_completion"), shell.out());
        List<String> command = new ArrayList<>(List.of(("/bin/" + program).split(" ")));
        command.add("-c");
        command.add("source " + script + "; " + counting + "\n"
                + "COMP_WORDS=(wsksim diagram --format ''); COMP_CWORD=3\n"
                + "_complete_wsksim; printf 'format %s\\n' \"${COMPREPLY[@]}\"\n"
                + "COMP_WORDS=(wsksim nets); COMP_CWORD=1\n"
                + "_complete_wsksim; printf 'command %s\\n' \"${COMPREPLY[@]}\"\n");

        List<String> answers = said(command).lines().toList();

        assertThat(answers).contains("format mermaid", "format timeline", "command netstat");
        assertThat(answers.contains("command run")).isEqualTo(name.equals("zsh"));
    }

    @Test
    void zsh_asksTheScript(@TempDir Path folder) throws Exception {
        shell.run("completion", "zsh");
        Path script = Files.writeString(folder.resolve("wsksim_completion"), shell.out());

        assertThat(said(List.of("/bin/zsh", "-f", "-c", "source " + script + "; print -r -- ${_comps[wsksim]}")))
                .contains("_complete_wsksim");
    }

    @Test
    void man_ofAllCommands_isOnePageEach(@TempDir Path folder) throws Exception {
        assertThat(shell.run("man", "--folder", "pages")).isZero();

        List<String> names = new ArrayList<>();
        try (Stream<Path> pages = Files.list(shell.files.getPath("pages"))) {
            for (Path page : pages.sorted().toList()) {
                names.add(page.getFileName().toString());
                String text = Files.readString(page);
                assertThat(text).startsWith(".TH \"").contains(".SH \"NAME\"\n", ".SH \"SYNOPSIS\"\n");
                assertThat(text.lines().filter(line -> line.startsWith("'"))).isEmpty();
                Files.writeString(folder.resolve(page.getFileName().toString()), text);
            }
        }
        assertThat(names).contains("wsksim.1", "wsksim-run.1", "wsksim-step.1", "wsksim-man.1");
        assertThat(shell.out()).isEqualTo("wrote " + names.size() + " pages into pages\n");
        List<String> lint = new ArrayList<>(List.of("/usr/bin/mandoc", "-T", "lint", "-W", "warning"));
        names.forEach(name -> lint.add(folder.resolve(name).toString()));
        assertThat(said(lint)).doesNotContain("ERROR").doesNotContain("UNSUPP");
    }

    @Test
    void man_ofACommand_readsAsAgreed() throws IOException {
        assertThat(shell.run("man", "netstat")).isZero();

        Golden.assertMatches("man-netstat.txt", shell.out());
    }

    @Test
    void man_ofAnUnknownCommand_namesThoseThatThereAre() {
        assertThat(shell.run("man", "rnu")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("'rnu'", "run, ");
    }

    /** Runs a program and returns what it says; a test that needs a program which is not here is skipped. */
    private static String said(List<String> command) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of(command.get(0))), command.get(0) + " is not here");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
