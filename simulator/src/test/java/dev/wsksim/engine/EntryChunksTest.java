package dev.wsksim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryChunksTest {

    private final EntryChunks chunks = new EntryChunks();
    private final EventSlots slots = new EventSlots();

    @Test
    void takeBefore_chainsChunks_giveBackUnchainsThem() {
        int first = chunks.takeBefore(EntryChunks.NONE);
        int second = chunks.takeBefore(first);
        assertThat(second).isNotEqualTo(first);
        assertThat(chunks.giveBack(second)).isEqualTo(first);
        assertThat(chunks.takeBefore(EntryChunks.NONE)).isEqualTo(second);
        assertThat(chunks.giveBack(first)).isEqualTo(EntryChunks.NONE);
    }

    @Test
    void takeBefore_moreThanThereAre_growsAndKeepsWhatIsWritten() {
        int list = EntryChunks.NONE;
        for (int i = 0; i < 1_000; i++) {
            list = chunks.takeBefore(list);
            for (int place = 0; place < EntryChunks.CHUNK; place++) {
                chunks.put(list, place, i * 100L + place, slots.add(() -> {}, 0));
            }
        }
        for (int i = 999; i >= 0; i--) {
            List<Long> times = new ArrayList<>();
            chunks.giveLive(list, EntryChunks.CHUNK, slots, (time, key) -> times.add(time));
            assertThat(times).hasSize(EntryChunks.CHUNK).startsWith(i * 100L).isSorted();
            list = chunks.giveBack(list);
        }
        assertThat(list).isEqualTo(EntryChunks.NONE);
    }

    @Test
    void giveLive_leavesStaleEntriesAndThoseBeyondTheCountOut() {
        int list = chunks.takeBefore(EntryChunks.NONE);
        long stale = slots.add(() -> {}, 0);
        long live = slots.add(() -> {}, 0);
        long beyond = slots.add(() -> {}, 0);
        slots.remove(stale);
        chunks.put(list, 0, 10, stale);
        chunks.put(list, 1, 20, live);
        chunks.put(list, 2, 30, beyond);
        List<Long> keys = new ArrayList<>();
        chunks.giveLive(list, 2, slots, (time, key) -> keys.add(key));
        assertThat(keys).containsExactly(live);
    }
}
