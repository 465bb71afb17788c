package dev.wsksim.junit5.driver;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body of code with a stack of its own, which runs only while it is resumed.
 *
 * <p>Underneath is a platform thread, for want of anything lighter in Java 17. Control is handed over strictly: whoever
 * resumes it stands still until it pauses or ends, so that never more than one of all threads runs, and what each of
 * them writes is visible to the next. Nothing depends on the scheduler of the operating system, or on the wall clock.
 */
final class Coroutine {

    private static final long MOST_SECONDS_TO_END = 10;

    private final Semaphore inside = new Semaphore(0);
    private final Semaphore outside = new Semaphore(0);
    private final Thread thread;
    private final CoroutineBody body;
    private @Nullable Throwable thrown;
    private boolean started;
    private boolean over;
    private volatile boolean ending;

    /** Makes one that has not begun. */
    Coroutine(String name, CoroutineBody body) {
        this.body = body;
        this.thread = new Thread(this::live, name);
        thread.setDaemon(true);
    }

    /** Tells whether it has ended, or will never begin. */
    boolean isOver() {
        return over;
    }

    /** Returns its thread. */
    Thread thread() {
        return thread;
    }

    /** Lets it go on until it pauses or ends; throws what it throws. */
    void resume() {
        if (over) {
            throw new AssertionError(thread.getName() + " has ended already");
        }
        handOver();
        try {
            outside.acquire();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        finish();
    }

    /** Gives control back until it is resumed; called from inside. */
    void pause() {
        if (!ending) {
            outside.release();
            inside.acquireUninterruptibly();
        }
        if (ending) {
            throw new CoroutineEnded();
        }
    }

    /**
     * Ends it where it stands: its pause throws, and so does every later one, until its body is left. Throws what the
     * body throws on its way out.
     */
    void end() {
        ending = true;
        if (!started) {
            over = true;
        }
        if (!over) {
            handOver();
            awaitEnd();
        }
    }

    /** The body runs, or has just paused: it is ended before the test goes on, so that still no two run at once. */
    private IllegalStateException interrupted(InterruptedException cause) {
        IllegalStateException failure =
                new IllegalStateException("the test was interrupted while " + thread.getName() + " ran", cause);
        ending = true;
        thread.interrupt();
        try {
            awaitEnd();
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
        }
        Thread.currentThread().interrupt();
        return failure;
    }

    private void awaitEnd() {
        while (Uninterruptibles.tryAcquireUninterruptibly(outside, MOST_SECONDS_TO_END, TimeUnit.SECONDS)) {
            if (over) {
                finish();
                return;
            }
            inside.release();
        }
        throw new AssertionError(thread.getName()
                + " does not end: its body goes on although it was stopped; does it catch Throwable or Error?");
    }

    private void handOver() {
        if (started) {
            inside.release();
        } else {
            started = true;
            thread.start();
        }
    }

    /** Takes note of an end: the thread is gone before anybody goes on. */
    private void finish() {
        if (!over) {
            return;
        }
        Uninterruptibles.joinUninterruptibly(thread);
        Throwable carried = thrown;
        thrown = null;
        if (carried instanceof RuntimeException exception) {
            throw exception;
        } else if (carried instanceof Error error) {
            throw error;
        } else if (carried != null) {
            throw new IllegalStateException(thread.getName() + " ended with " + carried, carried);
        }
    }

    /** Whatever the body throws is thrown again where it was resumed. */
    private void live() {
        try {
            body.run();
        } catch (CoroutineEnded e) {
            // Somebody ended it; there is nothing to tell.
        } catch (Throwable e) {
            thrown = e;
        } finally {
            over = true;
            outside.release();
        }
    }
}
