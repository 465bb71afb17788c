package dev.wsksim.testing;

import dev.wsksim.engine.SimTime;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.WskSocket;

/** One call of a WSK function with an IRP of its own, and all that its completion routine saw. */
public final class RecordedCall {

    private final WskWorld world;
    private final Irp irp;
    private NtStatus returned;
    private int completions;
    private int expectedCompletions = 1;
    private NtStatus status;
    private long information;
    private Object informationObject;
    private boolean pendingReturned;
    private boolean cancelFlag;
    private Irql irql;
    private SimTime completedAt;
    private boolean completedBeforeReturn;
    private Runnable onCompletion = () -> {};

    RecordedCall(WskWorld world, Irp irp) {
        this.world = world;
        this.irp = irp;
        arm();
    }

    private void arm() {
        world.io.ioSetCompletionRoutine(irp, (device, completed, context) -> completed(), null, true, true, true);
    }

    private NtStatus completed() {
        completions++;
        status = irp.status();
        information = irp.information();
        informationObject = irp.informationObject();
        pendingReturned = irp.pendingReturned();
        cancelFlag = irp.isCancelRequested();
        irql = world.client.processor().currentIrql();
        completedAt = world.loop.now();
        completedBeforeReturn = returned == null;
        if (informationObject instanceof WskSocket socket) {
            world.handedOut(socket);
        }
        world.completed(this);
        onCompletion.run();
        return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
    }

    /** Says what to do at the end of the completion routine. */
    public RecordedCall whenCompleted(Runnable action) {
        onCompletion = action;
        return this;
    }

    RecordedCall returned(NtStatus newReturned) {
        returned = newReturned;
        return this;
    }

    /** Runs the simulation until the IRP is completed. */
    public RecordedCall await() {
        world.loop.runUntil(() -> completions > 0);
        return this;
    }

    /** IoCancelIrp. */
    public boolean cancel() {
        return world.io.ioCancelIrp(irp);
    }

    public Irp irp() {
        return irp;
    }

    /** What the function returned. */
    public NtStatus returned() {
        return returned;
    }

    public int completions() {
        return completions;
    }

    public boolean isCompleted() {
        return completions > 0;
    }

    /** IoStatus.Status at completion. */
    public NtStatus status() {
        return status;
    }

    public long information() {
        return information;
    }

    public Object informationObject() {
        return informationObject;
    }

    /** IoStatus.Information of a call that makes a socket. */
    public ConnectionSocket socket() {
        return (ConnectionSocket) informationObject;
    }

    /** IoStatus.Information of a call that makes a socket of any category. */
    public WskSocket wskSocket() {
        return (WskSocket) informationObject;
    }

    public boolean pendingReturned() {
        return pendingReturned;
    }

    public boolean cancelFlag() {
        return cancelFlag;
    }

    /** The IRQL at which the completion routine ran. */
    public Irql irql() {
        return irql;
    }

    public SimTime completedAt() {
        return completedAt;
    }

    /** Whether the completion routine ran inside the call. */
    public boolean completedBeforeReturn() {
        return completedBeforeReturn;
    }

    /** Says that the call left the IRP alone, as calls with bad handles do. */
    public RecordedCall expectUntouched() {
        expectedCompletions = 0;
        return this;
    }

    int expectedCompletions() {
        return expectedCompletions;
    }

    @Override
    public String toString() {
        return irp + " returned " + returned + ", completed " + completions + " times with " + status;
    }
}
