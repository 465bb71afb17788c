package dev.wsksim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearHeapTest {

    private final EventSlots slots = new EventSlots();
    private final NearHeap heap = new NearHeap();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 6, 20, 21, 22, 63, 64, 65, 1_000, 20_000})
    void removeLeast_anySize_givesTimesThenKeys(int size) {
        Random random = new Random(size);
        List<List<Long>> expected = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long time = random.nextInt(1 + size / 2);
            long key = slots.add(() -> {}, 0);
            heap.add(time, key);
            expected.add(List.of(time, key));
        }
        expected.sort((a, b) -> a.get(0).equals(b.get(0))
                ? a.get(1).compareTo(b.get(1))
                : a.get(0).compareTo(b.get(0)));
        assertThat(drain()).isEqualTo(expected);
    }

    @Test
    void giveLive_toItself_dropsStaleEntriesAndKeepsOrder() {
        List<Long> keys = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            keys.add(slots.add(() -> {}, 0));
            heap.add(100 - i, keys.get(i));
        }
        for (int i = 0; i < 100; i += 2) {
            slots.remove(keys.get(i));
        }
        assertThat(heap.countAbsent(slots)).isEqualTo(50);
        heap.giveLive(slots, heap);
        assertThat(heap.countAbsent(slots)).isZero();
        assertThat(heap.size()).isEqualTo(50);
        assertThat(drain())
                .extracting(entry -> entry.get(0))
                .isSorted()
                .hasSize(50)
                .startsWith(1L)
                .endsWith(99L);
    }

    @Test
    void giveLive_toAnother_emptiesTheHeap() {
        List<Long> taken = new ArrayList<>();
        for (long time = 1; time <= 10; time++) {
            heap.add(time, slots.add(() -> {}, 0));
        }
        heap.giveLive(slots, (time, key) -> taken.add(time));
        Collections.sort(taken);
        assertThat(taken).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(heap.size()).isZero();
    }

    private List<List<Long>> drain() {
        List<List<Long>> entries = new ArrayList<>();
        while (heap.size() > 0) {
            entries.add(List.of(heap.leastTime(), heap.leastKey()));
            heap.removeLeast();
        }
        return entries;
    }
}
