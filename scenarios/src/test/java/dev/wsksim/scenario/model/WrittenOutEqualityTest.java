package dev.wsksim.scenario.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Records whose equals is written out compare all of their components. */
class WrittenOutEqualityTest {
    private static final SourcePosition HERE = new SourcePosition("a.yaml", 1, 2);

    @Test
    void sourcePosition() {
        assertEquality(
                HERE,
                new SourcePosition("a.yaml", 1, 2),
                List.of(
                        new SourcePosition("b.yaml", 1, 2),
                        new SourcePosition("a.yaml", 2, 2),
                        new SourcePosition("a.yaml", 1, 3)));
    }

    @Test
    void reference() {
        assertEquality(
                new Reference("s", HERE),
                new Reference("s", new SourcePosition("a.yaml", 1, 2)),
                List.of(new Reference("t", HERE), Reference.to("s")));
    }

    @Test
    void processSpec() {
        assertEquality(
                new ProcessSpec("p", TokenSpec.SYSTEM, HERE),
                new ProcessSpec("p", TokenSpec.SYSTEM, new SourcePosition("a.yaml", 1, 2)),
                List.of(
                        new ProcessSpec("q", TokenSpec.SYSTEM, HERE),
                        new ProcessSpec("p", TokenSpec.SYSTEM, SourcePosition.NONE),
                        ProcessSpec.SYSTEM));
    }

    private static void assertEquality(Record one, Record same, List<? extends Record> others) {
        assertThat(one)
                .isEqualTo(same)
                .hasSameHashCodeAs(same)
                .isNotEqualTo("text")
                .isNotIn(others);
    }
}
