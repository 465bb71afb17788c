package dev.wsksim.junit5.driver;

import dev.wsksim.WindowsHost;
import dev.wsksim.kernel.ke.EventType;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.kernel.ps.EThread;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A system thread of a driver, whose body is Java code that may block. */
public final class DriverThread {

    private final WindowsHost host;
    private final EThread thread;
    private final KEvent ended;
    private final Coroutine coroutine;
    private @Nullable BooleanSupplier waitsUntil;
    private boolean canDoWithout;

    DriverThread(WindowsHost host, EThread thread, ThreadBody body) {
        this.host = host;
        this.thread = thread;
        this.ended = new KEvent(host.waits(), "end of " + thread.name(), EventType.NotificationEvent, false);
        this.coroutine = new Coroutine("wsksim driver thread " + thread.name(), () -> live(body));
    }

    /** Returns its name. */
    public String name() {
        return thread.name();
    }

    /** Returns the thread as the simulated Windows knows it. */
    public EThread eThread() {
        return thread;
    }

    /** Tells whether its body has ended. */
    public boolean isOver() {
        return coroutine.isOver();
    }

    /**
     * Waits until it has ended, as KeWaitForSingleObject on its thread object does; from another thread of the driver,
     * or from the test.
     */
    public void join() {
        host.waits().keWaitForSingleObject(ended, KernelWaits.NO_TIMEOUT);
    }

    /** Returns the thread as reports name it. */
    @Override
    public String toString() {
        return thread.toString();
    }

    private void live(ThreadBody body) throws Exception {
        body.run();
        Irql irql = host.processor().currentIrql();
        if (irql != Irql.PASSIVE_LEVEL) {
            throw new AssertionError(this + " ended at " + irql + "; a system thread ends at PASSIVE_LEVEL");
        }
        ended.keSetEvent();
    }

    boolean mayGoOn() {
        BooleanSupplier condition = waitsUntil;
        return condition != null && condition.getAsBoolean();
    }

    /** Tells whether it waits for what it can do without when nothing is left that could bring it about. */
    boolean canDoWithout() {
        return waitsUntil != null && canDoWithout;
    }

    /** Lets it go on, and restores thread and IRQL of the processor when it stands still again. */
    void resume() {
        waitsUntil = null;
        host.processor().runAt(host.processor().currentIrql(), null, coroutine::resume);
    }

    void begin() {
        host.processor().runAt(Irql.PASSIVE_LEVEL, thread, coroutine::resume);
    }

    /** Stands still; called from inside. */
    void pauseUntil(BooleanSupplier condition, boolean orWithout) {
        waitsUntil = condition;
        canDoWithout = orWithout;
        coroutine.pause();
    }

    void end() {
        waitsUntil = null;
        host.processor().runAt(host.processor().currentIrql(), null, coroutine::end);
    }
}
