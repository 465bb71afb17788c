package dev.wsksim.scenario.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Iterables;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.format.ScenarioFormat.NotYamlException;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFormatTest {
    private static String formatted(String... lines) throws NotYamlException {
        return ScenarioFormat.of(String.join("\n", lines));
    }

    @Test
    void bundledScenarios_areLaidOutSo() throws NotYamlException {
        BundledScenarios bundle = BundledScenarios.shipped();
        for (String path : Iterables.concat(bundle.paths(), bundle.parts())) {
            String text = bundle.text(path).orElseThrow();
            assertThat(ScenarioFormat.of(text)).as(path).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a:   1 | a: 1",
                "a: {b: 1,c:  2 } | a: { b: 1, c: 2 }",
                "a: [ 1,2 , 3 ] | a: [1, 2, 3]",
                "a: { } | a: {}",
                "a: [ ] | a: []",
                "{\"a\":1} | { \"a\": 1 }",
                "-   a: 1 | - a: 1",
                "-   -  a | - - a",
                "a: &x  1 | a: &x 1",
                "a: [&x 1, *x ] | a: [&x 1, *x]",
                "a: 'it''s  x' | a: 'it''s  x'",
                "a: 1 # c | a: 1  # c",
                "a: 1     # c | a: 1     # c",
                "a:   1   # c | a: 1     # c",
                "? a | ? a",
                "   # c | # c"
            })
    void line_isLaidOut(String before, String after) throws NotYamlException {
        assertThat(formatted(before)).isEqualTo(after + "\n");
    }

    @Test
    void elements_standTwoColumnsFurtherInThanTheirKey() throws NotYamlException {
        assertThat(formatted("steps:", "- call: a", "  with:", "  - 1", "  - 2", "-   b:", "       c: 1", "e: 1"))
                .isEqualTo("""
                        steps:
                          - call: a
                            with:
                              - 1
                              - 2
                          - b:
                              c: 1
                        e: 1
                        """);
    }

    @Test
    void texts_moveAsAWhole_andStayTheSame() throws NotYamlException {
        assertThat(formatted(
                        "a:",
                        "    b: >",
                        "        x",
                        "          y",
                        "",
                        "        z",
                        "    c: 'p",
                        "      q'",
                        "    d: |+",
                        "     k",
                        "",
                        "e: 1"))
                .isEqualTo("""
                        a:
                          b: >
                              x
                                y

                              z
                          c: 'p
                            q'
                          d: |+
                           k

                        e: 1
                        """);
    }

    @Test
    void comments_standWhereTheNextThingStands() throws NotYamlException {
        assertThat(formatted("# top", "a:", "    # of b", "    b: 1", "    # after b", "c: 1", "# end"))
                .isEqualTo("""
                        # top
                        a:
                          # of b
                          b: 1
                          # after b
                        c: 1
                        # end
                        """);
    }

    @Test
    void emptyLines_areOneInARow_andNoneAtTheEnds() throws NotYamlException {
        assertThat(formatted("", "", "a: 1", "", "   ", "", "b: 1", "", "")).isEqualTo("a: 1\n\nb: 1\n");
        assertThat(ScenarioFormat.of("a: 1\r\n\r\n\r\nb: 1\r\n")).isEqualTo("a: 1\n\nb: 1\n");
        assertThat(ScenarioFormat.of("")).isEmpty();
        assertThat(formatted("a: 😀   # ü", "b:   1")).isEqualTo("a: 😀   # ü\nb: 1\n");
    }

    @Test
    void flowOverSeveralLines_keepsItsLines() throws NotYamlException {
        assertThat(formatted("a:", "    b: {c: 1,", "        d: 2", "    }", "    e: 1"))
                .isEqualTo("a:\n  b: { c: 1,\n      d: 2\n  }\n  e: 1\n");
    }

    @Test
    void whatIsNoYaml_isRefused() {
        assertThatThrownBy(() -> formatted("a: [")).isInstanceOf(NotYamlException.class);
        assertThatThrownBy(() -> formatted("a:\n\tb: 1")).isInstanceOf(NotYamlException.class);
    }

    /** Blanks are put in where they change nothing; formatting takes them out again. */
    @Test
    void bundledScenarios_spoiltAtRandom_comeOutAsTheyWere() throws NotYamlException {
        BundledScenarios bundle = BundledScenarios.shipped();
        Random random = new Random(5);
        for (String path : Iterables.concat(bundle.paths(), bundle.parts())) {
            String text = bundle.text(path).orElseThrow();
            String spoilt = text.lines().map(line -> spoil(line, random)).collect(Collectors.joining("\n"));
            assertThat(ScenarioFormat.of(spoilt)).as(path).isEqualTo(text);
        }
    }

    private static String spoil(String line, Random random) {
        String trailing = random.nextInt(3) == 0 && !line.isEmpty() && line.contains("call:") ? "   " : "";
        boolean plain = !line.contains("'") && !line.contains("\"") && !line.contains("#");
        String wide = plain && line.contains("{ ") && line.contains("call:") ? line.replace("{ ", "{   ") : line;
        return wide + trailing;
    }
}
