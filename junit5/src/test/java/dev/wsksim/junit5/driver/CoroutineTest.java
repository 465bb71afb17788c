package dev.wsksim.junit5.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CoroutineTest {

    private final List<String> log = new ArrayList<>();

    /** JUnit, or an IDE, interrupts a test that takes too long: nothing may run on beside it, or after it. */
    @Test
    void resume_interruptedWhileTheBodyRuns_endsTheBodyFirst() {
        CountDownLatch never = new CountDownLatch(1);
        Coroutine blocked = new Coroutine("blocked", () -> {
            try {
                never.await();
            } finally {
                log.add("left");
            }
        });
        Thread.currentThread().interrupt();

        assertThatThrownBy(blocked::resume)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the test was interrupted while blocked ran");

        assertThat(Thread.interrupted()).as("interrupted still").isTrue();
        assertThat(blocked.isOver()).isTrue();
        assertThat(blocked.thread().isAlive()).isFalse();
        assertThat(log).containsExactly("left");
    }

    @Test
    void resume_interruptedWhileTheBodyPauses_endsTheBodyFirst() {
        Coroutine[] self = new Coroutine[1];
        Coroutine pausing = new Coroutine("pausing", () -> {
            try {
                self[0].pause();
                log.add("went on");
            } finally {
                log.add("left");
            }
        });
        self[0] = pausing;
        Thread.currentThread().interrupt();

        assertThatThrownBy(pausing::resume).isInstanceOf(IllegalStateException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(pausing.thread().isAlive()).isFalse();
        assertThat(log).containsExactly("left");
    }

    @Test
    void end_whilePaused_unwindsTheBodyAndItsThread() {
        Coroutine[] self = new Coroutine[1];
        Coroutine pausing = new Coroutine("pausing", () -> {
            try {
                self[0].pause();
            } finally {
                log.add("left");
                self[0].pause();
                log.add("not reached");
            }
        });
        self[0] = pausing;
        pausing.resume();
        assertThat(pausing.isOver()).isFalse();

        pausing.end();

        assertThat(pausing.thread().isAlive()).isFalse();
        assertThat(log).containsExactly("left");
    }
}
