package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Picocli is told only of what a call needs, and that is the same as when it is told of everything. */
class KnownCommandsTest {
    private final Commands commands = new Commands(new Shell().surroundings());

    private static Stream<String> namesOfOne() {
        return Commands.NAMES.stream()
                .filter(name -> !List.of("help", "completion", "man").contains(name));
    }

    @Test
    void all_haveTheNamesOfTheirAnnotations_inOrder() {
        assertThat(commands.all().getSubcommands().keySet()).containsExactlyElementsOf(Commands.NAMES);
        commands.all()
                .getSubcommands()
                .forEach((name, command) -> assertThat(command.getCommandName()).isEqualTo(name));
    }

    @ParameterizedTest
    @MethodSource("namesOfOne")
    void nameOfACommand_needsThatOneAlone_andItIsTheSame(String name) {
        CommandLine only = commands.of(name, "--seed", "3");

        assertThat(only.getSubcommands().keySet()).containsExactly(name);
        assertThat(only.getSubcommands().get(name).getUsageMessage())
                .isEqualTo(commands.all().getSubcommands().get(name).getUsageMessage());
        assertThat(only.getCommandSpec().optionsMap().keySet())
                .isEqualTo(commands.all().getCommandSpec().optionsMap().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version"})
    void version_isWhatPicocliSays(String option) {
        StringWriter out = new StringWriter();
        assertThat(commands.all().setOut(new PrintWriter(out)).execute(option)).isZero();

        assertThat(Commands.asksForTheVersionAlone(option)).isTrue();
        assertThat(out.toString().strip()).isEqualTo(commands.version());
    }

    @Test
    void version_withMoreWords_isForPicocli() {
        assertThat(Commands.asksForTheVersionAlone("--version", "run")).isFalse();
        assertThat(Commands.asksForTheVersionAlone("run", "--version")).isFalse();
        assertThat(Commands.asksForTheVersionAlone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "help run", "completion bash", "man", "--help", "rnu", "--version run", "@file"})
    void everythingElse_needsAll(String call) {
        assertThat(commands.of(call.isEmpty() ? new String[0] : call.split(" "))
                        .getSubcommands()
                        .keySet())
                .containsExactlyElementsOf(Commands.NAMES);
    }

    /** The launcher names the class itself, since then Java need not open the archive. */
    @Test
    void launcher_startsTheProgram() throws IOException {
        assertThat(Files.readAllLines(Path.of("../wsksim"))).contains("main=" + WsksimMain.class.getName());
    }
}
