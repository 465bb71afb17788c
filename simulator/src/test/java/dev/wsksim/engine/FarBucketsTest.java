package dev.wsksim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FarBucketsTest {

    private final EventSlots slots = new EventSlots();
    private final FarBuckets far = new FarBuckets(slots);
    private final NearHeap near = new NearHeap();

    @Test
    void moveEarliestTo_givesStretchesThatFollowEachOther() {
        Random random = new Random(5);
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            expected.add(add(random.nextLong() >>> (1 + random.nextInt(60))));
        }
        Collections.sort(expected);
        List<Long> got = new ArrayList<>();
        long before = -1;
        while (far.size() > 0) {
            long last = far.moveEarliestTo(near);
            while (near.size() > 0) {
                assertThat(near.leastTime()).isGreaterThan(before).isLessThanOrEqualTo(last);
                got.add(near.leastTime());
                near.removeLeast();
            }
            before = last;
        }
        assertThat(got).isEqualTo(expected);
        assertThat(before).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void moveEarliestTo_manyOfAFewInstants_splitsDownToTheInstant() {
        for (int i = 0; i < 1_000; i++) {
            add(5_000);
            add(5_001);
        }
        assertThat(far.moveEarliestTo(near)).isEqualTo(5_000);
        assertThat(near.size()).isEqualTo(1_000);
        assertThat(near.leastTime()).isEqualTo(5_000);
        assertThat(far.size()).isEqualTo(1_000);
    }

    @Test
    void moveEarliestTo_fewEntries_isOneStretch() {
        add(5_000);
        add(4_999);
        add(1L << 40);
        long last = far.moveEarliestTo(near);
        assertThat(near.size()).isEqualTo(2);
        assertThat(last).isBetween(5_000L, (1L << 40) - 1);
        assertThat(far.moveEarliestTo(near)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void moveEarliestTo_onlyStaleEntries_movesNothing() {
        long key = slots.add(() -> {}, 0);
        far.add(7, key);
        slots.remove(key);
        assertThat(far.size()).isEqualTo(1);
        far.moveEarliestTo(near);
        assertThat(near.size()).isZero();
        assertThat(far.size()).isZero();
    }

    @Test
    void dropStale_keepsTheLiveOnesOnly() {
        Random random = new Random(6);
        for (int i = 0; i < 5_000; i++) {
            long key = slots.add(() -> {}, 0);
            far.add(random.nextLong() >>> (1 + random.nextInt(60)), key);
            if (i % 5 != 0) {
                slots.remove(key);
            }
        }
        far.dropStale();
        assertThat(far.size()).isEqualTo(1_000);
    }

    @Test
    void moveBase_whileSomethingIsHere_neverGoesBack() {
        assertThat(far.moveBase(1_000)).isEqualTo(1_000);
        assertThat(far.moveBase(10)).isEqualTo(10);
        add(500);
        assertThat(far.moveBase(5)).isEqualTo(10);
        assertThat(far.moveBase(20)).isEqualTo(20);
    }

    private long add(long time) {
        far.add(time, slots.add(() -> {}, 0));
        return time;
    }
}
