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
            ending = true;
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test was interrupted while " + thread.getName() + " ran", e);
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
        boolean interrupted = ending;
        ending = true;
        if (!started) {
            over = true;
        }
        if (over) {
            return;
        }
        if (!interrupted) {
            handOver();
        }
        if (!comesBack()) {
            throw new AssertionError(thread.getName()
                    + " does not end: its body goes on although it was stopped; does it catch Throwable or Error?");
        }
        finish();
    }

    private void handOver() {
        if (started) {
            inside.release();
        } else {
            started = true;
            thread.start();
        }
    }

    private boolean comesBack() {
        boolean wasInterrupted = Thread.interrupted();
        try {
            return outside.tryAcquire(MOST_SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            wasInterrupted = true;
            return outside.tryAcquire();
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
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
