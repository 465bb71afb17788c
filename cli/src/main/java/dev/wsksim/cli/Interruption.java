package dev.wsksim.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end a run early, yet with its report.
 *
 * <p>The virtual machine answers SIGINT by running its shutdown hooks and halts when they are done. Our hook raises a
 * flag, which the simulations ask between two events, and then waits for the report to be written.
 */
final class Interruption {
    private static final int LONGEST_WAIT_SECONDS = 20;

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
        raise();
        try {
            boolean inTime = reported.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
