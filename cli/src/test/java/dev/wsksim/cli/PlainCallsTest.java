package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call without options does the same with picocli and without; "--" in front of the words asks for picocli. */
class PlainCallsTest {
    private final Shell shell = new Shell();
    private final PlainCalls calls = new PlainCalls(shell.surroundings());

    private record Said(int exitCode, String out, String err) {}

    private Said say(String... arguments) {
        int exitCode = shell.run(arguments);
        return new Said(exitCode, shell.out(), shell.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check a.yaml",
                "check bad.yaml a.yaml",
                "check nowhere.yaml",
                "check .",
                "run a.yaml",
                "run bad.yaml",
                "run nowhere.yaml a.yaml",
                "run .",
                "run help"
            })
    void call_withPicocliAndWithout_isTheSame(String call) {
        shell.scenario("a.yaml", "a");
        shell.write("bad.yaml", "wsksim: 1\nname: bad\nsteps: 3\n");
        String[] plain = call.split(" ");
        String[] parsed = Stream.concat(Stream.of(plain[0], "--"), Arrays.stream(plain, 1, plain.length))
                .toArray(String[]::new);

        assertThat(calls.of(plain)).isPresent();
        assertThat(calls.of(parsed)).isEmpty();
        assertThat(say(plain)).isEqualTo(say(parsed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"check", "run", "run a.yaml --trace", "run -v a.yaml", "check @words", "list wsk", "nonsense a"})
    void call_withOptionsOrWithoutWords_isForPicocli(String call) {
        assertThat(calls.of(call.split(" "))).isEmpty();
    }

    @Test
    void call_whileAnOptionIsPreset_isForPicocli() {
        shell.scenario("a.yaml", "a");
        shell.environment.put("WSKSIM_RUN_QUIET", "true");

        assertThat(shell.run("run", "a.yaml")).as(shell.err()).isZero();
        assertThat(shell.out()).doesNotContain("passed        a");
    }
}
