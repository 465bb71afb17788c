package dev.wsksim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventQueueTest {

    private static final Event NOTHING = () -> {};

    private final EventQueue queue = new EventQueue();

    @Test
    void removeEarliest_empty_givesNull() {
        assertThat(queue.removeEarliest()).isNull();
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.size()).isZero();
        assertThat(queue.earliestTime()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void removeEarliest_equalTimes_givesOrderOfInsertion() {
        List<Event> inserted = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            Event event = distinctEvent();
            inserted.add(event);
            queue.insert(7, 0, event);
        }
        for (int i = 0; i < inserted.size(); i++) {
            assertThat(queue.removeEarliest()).isSameAs(inserted.get(i));
            assertThat(queue.removedSequence()).isEqualTo(i);
        }
    }

    @Test
    void removeEarliest_tellsTimeSequenceAndCauseOfTheEvent() {
        queue.insert(20, 200, NOTHING);
        queue.insert(10, 100, NOTHING);
        queue.removeEarliest();
        assertThat(queue.removedTime()).isEqualTo(10);
        assertThat(queue.removedSequence()).isEqualTo(1);
        assertThat(queue.removedCause()).isEqualTo(100);
        queue.removeEarliest();
        assertThat(queue.removedTime()).isEqualTo(20);
        assertThat(queue.removedSequence()).isZero();
        assertThat(queue.removedCause()).isEqualTo(200);
    }

    @Test
    void insert_extremeTimes_keepsOrder() {
        long[] times = {Long.MAX_VALUE, 0, Long.MAX_VALUE - 1, 1, Long.MAX_VALUE, 1L << 62, (1L << 62) - 1, 0};
        for (long time : times) {
            queue.insert(time, 0, NOTHING);
        }
        assertThat(drainTimes())
                .containsExactly(
                        0L, 0L, 1L, (1L << 62) - 1, 1L << 62, Long.MAX_VALUE - 1, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    @Test
    void insert_earlierThanEverythingRemoved_isStillNext() {
        queue.insert(1_000_000, 0, NOTHING);
        queue.insert(2_000_000, 0, NOTHING);
        queue.removeEarliest();
        queue.insert(3, 0, NOTHING);
        assertThat(drainTimes()).containsExactly(3L, 2_000_000L);
    }

    @Test
    void insertPresent_amongEventsOfTheSameInstant_keepsOrderOfInsertion() {
        Event first = distinctEvent();
        Event second = distinctEvent();
        Event third = distinctEvent();
        queue.insert(7, 0, first);
        queue.insertPresent(7, 40, second);
        queue.insert(7, 0, third);
        queue.insert(6, 0, NOTHING);
        assertThat(queue.size()).isEqualTo(4);
        assertThat(queue.removeEarliest()).isSameAs(NOTHING);
        assertThat(queue.removeEarliest()).isSameAs(first);
        assertThat(queue.earliestTime()).isEqualTo(7);
        assertThat(queue.removeEarliest()).isSameAs(second);
        assertThat(queue.removedTime()).isEqualTo(7);
        assertThat(queue.removedSequence()).isEqualTo(1);
        assertThat(queue.removedCause()).isEqualTo(40);
        assertThat(queue.removeEarliest()).isSameAs(third);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void insertPresent_moreThanTheRingHolds_keepsOrderAndCauses() {
        List<Event> inserted = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            queue.insertPresent(7, 0, NOTHING);
            queue.removeEarliest();
        }
        for (int i = 0; i < 100; i++) {
            Event event = distinctEvent();
            inserted.add(event);
            queue.insertPresent(7, i, event);
        }
        for (int i = 0; i < inserted.size(); i++) {
            assertThat(queue.removeEarliest()).isSameAs(inserted.get(i));
            assertThat(queue.removedCause()).isEqualTo(i);
        }
        assertThat(queue.removeEarliest()).isNull();
    }

    @Test
    void cancel_pendingEvent_removesItOnce() {
        long handle = queue.insert(5, 0, NOTHING);
        assertThat(queue.isPending(handle)).isTrue();
        assertThat(queue.cancel(handle)).isTrue();
        assertThat(queue.isPending(handle)).isFalse();
        assertThat(queue.cancel(handle)).isFalse();
        assertThat(queue.size()).isZero();
        assertThat(queue.removeEarliest()).isNull();
    }

    @Test
    void cancel_firedEvent_isRefused() {
        long handle = queue.insert(5, 0, NOTHING);
        queue.removeEarliest();
        assertThat(queue.isPending(handle)).isFalse();
        assertThat(queue.cancel(handle)).isFalse();
        assertThat(queue.size()).isZero();
    }

    @Test
    void cancel_staleHandle_leavesTheNewOwnerOfItsPlaceAlone() {
        long stale = queue.insert(5, 0, NOTHING);
        queue.cancel(stale);
        List<Long> fresh = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            fresh.add(queue.insert(5, 0, NOTHING));
        }
        assertThat(fresh).doesNotContain(stale).doesNotHaveDuplicates();
        assertThat(queue.cancel(stale)).isFalse();
        assertThat(queue.size()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {SimulationLoop.NO_HANDLE, Long.MIN_VALUE, Long.MAX_VALUE, 0, 1, 63, 64, 1L << 30})
    void cancel_handleThatNoEventHas_isRefused(long handle) {
        assertThat(queue.cancel(handle)).isFalse();
        assertThat(queue.isPending(handle)).isFalse();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void cancel_almostAllOfMany_keepsTheOthersInOrder() {
        List<Long> handles = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            handles.add(queue.insert((i * 7_919L) % 100_003, 0, NOTHING));
        }
        for (int i = 0; i < handles.size(); i++) {
            if (i % 1_000 != 0) {
                assertThat(queue.cancel(handles.get(i))).isTrue();
            }
        }
        assertThat(queue.size()).isEqualTo(100);
        assertThat(drainTimes()).hasSize(100).isSorted();
    }

    @Test
    void isEmpty_afterEverythingWasCancelled_isTrue() {
        List<Long> handles = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            handles.add(queue.insert(i * 1_000L, 0, NOTHING));
        }
        handles.forEach(queue::cancel);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.earliestTime()).isEqualTo(Long.MAX_VALUE);
        queue.insert(1, 0, NOTHING);
        assertThat(drainTimes()).containsExactly(1L);
    }

    @Test
    void size_countsLiveEventsOnly() {
        long first = queue.insert(1, 0, NOTHING);
        queue.insert(2, 0, NOTHING);
        queue.cancel(first);
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.earliestTime()).isEqualTo(2);
        assertThat(queue.size()).isEqualTo(1);
    }

    private List<Long> drainTimes() {
        List<Long> times = new ArrayList<>();
        while (queue.removeEarliest() != null) {
            times.add(queue.removedTime());
        }
        return times;
    }

    /** A new object on every call, which a lambda without captures is not. */
    private static Event distinctEvent() {
        Object self = new Object();
        return self::hashCode;
    }
}
