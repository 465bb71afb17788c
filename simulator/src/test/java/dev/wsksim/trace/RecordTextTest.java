package dev.wsksim.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordTextTest {

    @Test
    void of_writesKindAndFieldsInOneLine() {
        assertThat(RecordText.of(new Sample(TraceLayer.NET, "segment", "a", "b", -3, true, 12_500_000)))
                .isEqualTo("segment first=a second=b number=-3 flag nanos=12.5ms");
    }

    @Test
    void of_falseFlag_isLeftOut() {
        assertThat(RecordText.of(new Sample(TraceLayer.NET, "segment", "a", "b", 0, false, 0)))
                .isEqualTo("segment first=a second=b number=0 nanos=0s");
    }

    @Test
    void decisionMade_saysPointAndOption() {
        DecisionMade made = new DecisionMade("irp.irql", "dispatch", 2, 9);
        assertThat(made.describe()).isEqualTo("decision irp.irql: dispatch");
        assertThat(made.layer()).isEqualTo(TraceLayer.ENGINE);
        assertThat(RecordText.of(made)).isEqualTo("decision point=irp.irql option=dispatch count=2 subject=9");
    }

    @Test
    void layers_haveTheNamesThatOutputsSpell() {
        assertThat(TraceLayer.values())
                .extracting(TraceLayer::label)
                .containsExactly("scenario", "engine", "net", "kernel", "wsk");
    }
}
