package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The line that tells how far a long run is, on a clock of the test's own. */
class ProgressTest {
    private final AtomicLong nanos = new AtomicLong(5_000_000_000L);
    private final StringWriter err = new StringWriter();

    private Progress progress(boolean wanted) {
        return new Progress(new PrintWriter(err), wanted, 40, nanos::get);
    }

    private void afterMillis(long millis) {
        nanos.addAndGet(millis * 1_000_000);
    }

    @Test
    void shortRun_showsNothing() {
        Progress progress = progress(true);
        afterMillis(600);
        progress.show(10);
        progress.clear();

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void longRun_showsHowFarItIs_andClearsTheLine() {
        Progress progress = progress(true);
        afterMillis(1000);
        progress.show(10);

        assertThat(err.toString())
                .isEqualTo("\r\u001b[K[#######.......................] 10 of 40, 10 a second, about 4 s left");
        progress.clear();
        progress.clear();
        assertThat(err.toString()).endsWith("s left\r\u001b[K").containsOnlyOnce("left\r");
    }

    @Test
    void slowRun_hasADigitBehindThePoint() {
        Progress progress = progress(true);
        afterMillis(4000);
        progress.show(1);

        assertThat(err.toString()).endsWith(" 1 of 40, 0.3 a second, about 157 s left");
    }

    @Test
    void frequentSteps_areNotAllShown_norIsTheLast() {
        Progress progress = progress(true);
        afterMillis(1000);
        progress.show(10);
        afterMillis(50);
        progress.show(11);
        afterMillis(5000);
        progress.show(40);

        assertThat(err.toString()).contains("10 of 40").doesNotContain("11 of 40", "40 of 40");
    }

    @Test
    void unwanted_showsNothing() {
        Progress progress = progress(false);
        afterMillis(10_000);
        progress.show(10);
        progress.clear();

        assertThat(err.toString()).isEmpty();
    }
}
