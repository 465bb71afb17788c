package dev.wsksim.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TraceLogTest {

    private static final Sample RECORD = new Sample(TraceLayer.NET, "k", "", "", 0, false, 0);

    @Test
    void accept_beyondTheLimit_isCountedNotKept() {
        TraceLog log = filled(3, 0, 1, 2, 3, 4);
        assertThat(log.entries()).extracting(TraceEntry::number).containsExactly(1L, 2L, 3L);
        assertThat(log.dropped()).isEqualTo(2);
    }

    @Test
    void entry_givesTheEntryWithThatNumberIfKept() {
        TraceLog log = filled(3, 0, 1, 2, 3);
        assertThat(log.entry(2)).map(TraceEntry::number).contains(2L);
        assertThat(log.entry(0)).isEmpty();
        assertThat(log.entry(4)).isEmpty();
        assertThat(log.entry(-1)).isEmpty();
        assertThat(log.entry(1L << 32 | 1)).isEmpty();
    }

    @Test
    void entry_ofALogThatBeganLate_hasItsOwnNumber() {
        TraceLog log = new TraceLog();
        log.accept(new TraceEntry(8, 0, 7, RECORD));
        log.accept(new TraceEntry(9, 0, 8, RECORD));

        assertThat(log.entry(9)).map(TraceEntry::number).contains(9L);
        assertThat(log.entry(7)).isEmpty();
        assertThat(log.entry(1)).isEmpty();
        assertThat(numbers(log.causesOf(log.entry(9).orElseThrow()))).containsExactly(8L, 9L);
        assertThat(log.size()).isEqualTo(2);
        assertThat(log.entriesFrom(1)).extracting(TraceEntry::number).containsExactly(9L);
        assertThat(log.entriesFrom(2)).isEmpty();
    }

    @Test
    void causesOf_leadsBackToTheFirstCause() {
        TraceLog log = filled(100, 0, 0, 1, 2, 3, 1);
        assertThat(numbers(log.causesOf(log.entries().get(4)))).containsExactly(1L, 3L, 5L);
        assertThat(numbers(log.causesOf(log.entries().get(3)))).containsExactly(2L, 4L);
        assertThat(numbers(log.causesOf(log.entries().get(0)))).containsExactly(1L);
    }

    @Test
    void causesOf_causeThatWasNotKept_beginsAfterIt() {
        TraceLog log = filled(2, 0, 1, 2);
        assertThat(numbers(log.causesOf(new TraceEntry(5, 9, 3, RECORD)))).containsExactly(5L);
    }

    @Test
    void causesOf_aLongChain_isGivenWhole() {
        TraceLog log = new TraceLog();
        for (int i = 0; i < 300_000; i++) {
            log.accept(new TraceEntry(i + 1, i, i, RECORD));
        }
        List<TraceEntry> chain = log.causesOf(log.entry(300_000).orElseThrow());
        assertThat(chain).isEqualTo(log.entries());
    }

    @Test
    void entries_isACopy() {
        TraceLog log = filled(10, 0);
        List<TraceEntry> before = log.entries();
        log.accept(new TraceEntry(2, 0, 0, RECORD));
        assertThat(before).hasSize(1);
    }

    private static TraceLog filled(int limit, long... causes) {
        TraceLog log = new TraceLog(limit);
        for (int i = 0; i < causes.length; i++) {
            log.accept(new TraceEntry(i + 1, i, causes[i], RECORD));
        }
        return log;
    }

    private static List<Long> numbers(List<TraceEntry> entries) {
        return entries.stream().map(TraceEntry::number).toList();
    }
}
