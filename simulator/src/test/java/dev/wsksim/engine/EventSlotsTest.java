package dev.wsksim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSlotsTest {

    private static final Event NOTHING = () -> {};

    private final EventSlots slots = new EventSlots();

    @Test
    void add_keysRiseInTheOrderOfInsertion() {
        long last = -1;
        for (int i = 0; i < 1_000; i++) {
            long key = slots.add(NOTHING, i);
            assertThat(key).isGreaterThan(last);
            assertThat(EventSlots.sequence(key)).isEqualTo(i);
            assertThat(slots.cause(key)).isEqualTo(i);
            last = key;
            if (i % 3 == 0) {
                slots.remove(key);
            }
        }
    }

    @Test
    void remove_givesTheEventBackAndMakesTheKeyStale() {
        long key = slots.add(NOTHING, 0);
        assertThat(slots.isLive(key)).isTrue();
        assertThat(slots.isAbsent(key)).isFalse();
        assertThat(slots.remove(key)).isSameAs(NOTHING);
        assertThat(slots.isLive(key)).isFalse();
        assertThat(slots.isAbsent(key)).isTrue();
        assertThat(slots.size()).isZero();
    }

    @Test
    void add_afterRemove_usesTheSlotFreedLastUnderANewKey() {
        slots.add(NOTHING, 0);
        long stale = slots.add(NOTHING, 0);
        slots.remove(stale);
        long fresh = slots.add(NOTHING, 0);
        assertThat(fresh & 0xFFFFFF).isEqualTo(stale & 0xFFFFFF);
        assertThat(fresh).isNotEqualTo(stale);
        assertThat(slots.isLive(stale)).isFalse();
        assertThat(slots.isLive(fresh)).isTrue();
    }

    @Test
    void contains_anyNumber_isFalseUnlessLive() {
        long key = slots.add(NOTHING, 0);
        assertThat(slots.contains(key)).isTrue();
        for (long other : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, key + 1, key | 1L << 40, 0xFFFFFF}) {
            assertThat(slots.contains(other)).isFalse();
        }
    }

    @Test
    void add_beyondTheCapacity_keepsEveryEvent() {
        List<Long> keys = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            int number = i;
            Event event = () -> assertThat(number).isNotNegative();
            events.add(event);
            keys.add(slots.add(event, i));
        }
        assertThat(slots.size()).isEqualTo(10_000);
        for (int i = 0; i < 10_000; i++) {
            assertThat(slots.cause(keys.get(i))).isEqualTo(i);
            assertThat(slots.remove(keys.get(i))).isSameAs(events.get(i));
        }
        assertThat(slots.size()).isZero();
    }

    @Test
    void add_moreThanTheLimitAtOnce_isAnAssertionError() {
        EventSlots few = new EventSlots(256, 0);
        for (int i = 0; i < 256; i++) {
            few.add(NOTHING, 0);
        }
        assertThatThrownBy(() -> few.add(NOTHING, 0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("256 events are pending");
    }

    @Test
    void add_beyondTheLastSequenceNumber_isAnAssertionError() {
        EventSlots old = new EventSlots(256, (1L << 39) - 1);
        assertThat(EventSlots.sequence(old.add(NOTHING, 0))).isEqualTo((1L << 39) - 1);
        assertThatThrownBy(() -> old.add(NOTHING, 0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("sequence");
    }
}
