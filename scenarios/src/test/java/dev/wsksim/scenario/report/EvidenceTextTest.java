package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.io.IrpAllocated;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How chains of entries are shortened. */
class EvidenceTextTest {

    private final EvidenceText text = new EvidenceText(false, "--verbose");

    private static TraceEntry event(long number) {
        return entry(number, new Samples.Happened(TraceLayer.NET, 0, 0, "event " + number));
    }

    private static TraceEntry entry(long number, TraceRecord record) {
        return Samples.entry(number, number, number - 1, record);
    }

    private static ImmutableList<TraceEntry> events(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(EvidenceTextTest::event)
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<TraceEntry> chain(ImmutableList<TraceEntry> first, TraceEntry... more) {
        return ImmutableList.<TraceEntry>builder().addAll(first).add(more).build();
    }

    @Test
    void next_ofAShortChain_isWhole() {
        EvidenceText.Lines lines = text.next(events(1, 19));

        assertThat(lines.heading()).isEqualTo("what led there:");
        assertThat(lines.lines()).hasSize(19).first().asString().endsWith("event 1");
    }

    @Test
    void next_ofALongChain_keepsItsBeginningAndItsEnd() {
        EvidenceText.Lines lines = text.next(events(1, 20));

        assertThat(lines.heading()).isEqualTo("what led there (--verbose shows all 20 entries):");
        assertThat(lines.lines()).hasSize(19);
        assertThat(lines.lines().get(5)).endsWith("event 6");
        assertThat(lines.lines().get(6)).isEqualTo("  ... 2 more");
        assertThat(lines.lines().get(7)).endsWith("event 9");
    }

    @Test
    void next_withoutAnOptionThatShowsMore_namesNone() {
        assertThat(new EvidenceText(false, "").next(events(1, 20)).heading())
                .isEqualTo("what led there (of 20 entries):");
    }

    @Test
    void next_leavesBookkeepingOut_butNotAsTheLastEntry() {
        TraceEntry allocated = entry(2, new IrpAllocated(1, 1));

        assertThat(text.next(chain(events(1, 1), allocated, event(3))).lines())
                .hasSize(2)
                .noneMatch(line -> line.contains("IRP 1"));
        assertThat(text.next(chain(events(1, 1), allocated)).lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("IRP 1");
    }

    @Test
    void next_ofWhatIsToldAlready_refersToIt() {
        text.next(events(1, 6));

        assertThat(text.next(chain(events(1, 5), event(9))).lines())
                .hasSize(2)
                .first()
                .isEqualTo("  as above, up to entry 5");
        assertThat(text.next(chain(events(1, 3), event(11))).lines())
                .as("too little")
                .hasSize(4);
    }

    @Test
    void everything_isLeftAsItIs() {
        EvidenceText verbose = new EvidenceText(true, "--verbose");
        verbose.next(events(1, 6));
        EvidenceText.Lines lines = verbose.next(chain(events(1, 40), entry(41, new IrpAllocated(1, 1)), event(42)));

        assertThat(lines.heading()).isEqualTo("what led there:");
        assertThat(lines.lines()).hasSize(42);
    }
}
