package dev.wsksim.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end a run early, yet with its report.
 *
 * <p>The virtual machine answers SIGINT by running its shutdown hooks and halts when they are done. Our hook raises a
 * flag, which the simulations ask between two events, and then waits a moment for
 * the report to be written. What takes longer, such as loading many large files, is given up without a report.
 */
final class Interruption {
    private static final int LONGEST_WAIT_MILLIS = 1000;

    private final CountDownLatch reported = new CountDownLatch(1);
    private volatile boolean raised;

    /** Tells whether the run is to end now. */
    boolean isRaised() {
        return raised;
    }

    /** Asks the run to end. */
    void raise() {
        raised = true;
    }

    /** Notes that everything is written, so that the virtual machine may halt. */
    void reportIsWritten() {
        reported.countDown();
    }

    /** Makes this process end in this way from now on. */
    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndAwaitReport, "wsksim-interrupted"));
    }

    private void stopAndAwaitReport() {
        if (!stop(LONGEST_WAIT_MILLIS, new FileOutputStream(FileDescriptor.err))) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
    }

    /**
     * Raises the flag and waits for the report; tells whether it came in time, and says so to the user if not. That
     * goes past the writers, whose locks a thread may hold that is stuck in a write.
     */
    boolean stop(long longestMillis, OutputStream err) {
        raise();
        boolean inTime = awaitReport(longestMillis);
        if (!inTime) {
            try {
                err.write("wsksim: interrupted before there was a report\n".getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // Nobody is left to be told; the exit code still says it.
                return false;
            }
        }
        return inTime;
    }

    private boolean awaitReport(long longestMillis) {
        try {
            return reported.await(longestMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
