package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code explain} of the words of the scenario language. */
class LanguageTextTest {
    private final Shell shell = new Shell();

    static Iterable<String> names() {
        return LanguageText.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void explain_everyWord_saysSomething(String name) {
        assertThat(shell.run("explain", name)).as(shell.err()).isZero();
        assertThat(shell.out()).hasSizeGreaterThan(80);
    }

    @Test
    void explain_aKey_saysWhereItStandsAndWhatHoldsWithoutIt() {
        assertThat(shell.run("explain", "within")).isZero();
        assertThat(shell.out())
                .startsWith("within  a word of the scenario language\n")
                .contains("\nwithin, a key of: await step\n", "  without it    as long as it takes\n")
                .contains("\nwithin, a key of: completion, ");
    }

    @Test
    void explain_aStep_hasAllOfItsKeys() {
        assertThat(shell.run("explain", "KeWaitForSingleObject")).isZero();
        assertThat(shell.out()).contains("Its keys\n", "  Timeout  ", "  returns  ", "  thread  ");
    }

    @Test
    void explain_aKindOfFindingThatIsAnElementToo_saysBoth() {
        assertThat(shell.run("explain", "fault")).isZero();
        assertThat(shell.out())
                .contains("fault  a kind of finding\n", "\nfault, an element of the scenario language\n", "  nth  ");
    }

    @Test
    void explain_underscoresForHyphens_asksForTheWord() {
        assertThat(shell.run("explain", "open_socket")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("did you mean 'open-socket'?");
    }
}
