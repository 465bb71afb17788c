package dev.wsksim.junit5.driver;

import dev.wsksim.engine.SimTime;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.kernel.ke.EventType;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.kernel.ke.WaitAbandonedException;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.DatagramSocket;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.StreamSocket;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call of a WSK function that takes an IRP, from the call until the IRP is back.
 *
 * <p>Its completion routine notes when and how the IRP was completed, and then gives back what the call was lent: the
 * buffer and its MDL, and the IRP, unless the test brought them along.
 */
public class Request {

    private final Driver driver;
    private final String function;
    private final Irp irp;
    private final boolean ownsIrp;
    private final KEvent done;
    private final List<Runnable> reads = new ArrayList<>(1);
    private final List<Runnable> lent = new ArrayList<>(1);
    private @Nullable NtStatus returned;
    private @Nullable SimTime completedAt;
    private NtStatus status = NtStatus.STATUS_PENDING;
    private long information;
    private @Nullable Object informationObject;
    private boolean refused;

    Request(Driver driver, String function, Irp irp, boolean ownsIrp) {
        this.driver = driver;
        this.function = function;
        this.irp = irp;
        this.ownsIrp = ownsIrp;
        this.done = new KEvent(driver.host().waits(), irp + " is back", EventType.NotificationEvent, false);
    }

    /** Returns the C name of the function. */
    public String function() {
        return function;
    }

    /** Returns the IRP; unless the test brought it along, it is freed once it is completed, and good to look at only. */
    public Irp irp() {
        return irp;
    }

    /** Returns what the function returned. */
    public NtStatus returned() {
        NtStatus value = returned;
        if (value == null) {
            throw new IllegalStateException(function + " has not returned");
        }
        return value;
    }

    /** Tells whether the IRP is on its way: taken, and not completed yet. */
    public boolean isPending() {
        return completedAt == null && !refused;
    }

    /** Returns when the IRP was completed, if it is. */
    public Optional<SimTime> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    /** Returns IoStatus.Status of the completed IRP. */
    public NtStatus status() {
        requireCompleted();
        return status;
    }

    /** Returns IoStatus.Information of the completed IRP as a number. */
    public long information() {
        requireCompleted();
        return information;
    }

    /** Returns the socket that the completed IRP brought. */
    public WskSocket socket() {
        return socket(WskSocket.class);
    }

    /** Returns the connection socket that the completed IRP brought. */
    public ConnectionSocket connectionSocket() {
        return socket(ConnectionSocket.class);
    }

    /** Returns the listening socket that the completed IRP brought. */
    public ListenSocket listenSocket() {
        return socket(ListenSocket.class);
    }

    /** Returns the datagram socket that the completed IRP brought. */
    public DatagramSocket datagramSocket() {
        return socket(DatagramSocket.class);
    }

    /** Returns the stream socket that the completed IRP brought. */
    public StreamSocket streamSocket() {
        return socket(StreamSocket.class);
    }

    /** Waits for the completion: in a thread of the driver it stands still, elsewhere it runs the simulation. */
    public Request await() {
        requireTaken();
        try {
            driver.host().waits().keWaitForSingleObject(done, KernelWaits.NO_TIMEOUT);
        } catch (WaitAbandonedException e) {
            throw new AssertionError(this + "; it is never completed: " + e.getMessage(), e);
        }
        return this;
    }

    /** Waits for the completion, but not longer than for a duration such as {@code 50ms}. */
    public Request await(String atMost) {
        requireTaken();
        NtStatus waited = driver.host()
                .waits()
                .keWaitForSingleObject(done, TimeText.duration(atMost).nanos());
        if (waited == NtStatus.STATUS_TIMEOUT) {
            throw new AssertionError(this + "; it is not completed within " + atMost);
        }
        return this;
    }

    /** Waits for the completion, which must be with STATUS_SUCCESS. */
    public Request succeeds() {
        return endsWith(NtStatus.STATUS_SUCCESS);
    }

    /** Waits for the completion, which must be with a status. */
    public Request endsWith(NtStatus expected) {
        await();
        if (!status.equals(expected)) {
            throw new AssertionError("expected " + function + " to be completed with " + expected + ", but " + this);
        }
        return this;
    }

    /** Asks for its cancellation with IoCancelIrp, and returns what that returned. */
    public boolean cancel() {
        return driver.host().io().ioCancelIrp(irp);
    }

    /** Says how far it has come, such as {@code WskSend (IRP 3) was completed at 10ms with STATUS_SUCCESS}. */
    @Override
    public String toString() {
        String what = function + " (" + irp + ")";
        if (completedAt != null) {
            return what + " was completed at " + completedAt + " with " + status + ", Information " + information;
        }
        if (returned == null) {
            return what + " has not returned";
        }
        return what + " returned " + returned + (refused ? " and did not take the IRP" : " and is pending");
    }

    /** Returns the driver that made the call. */
    public Driver driver() {
        return driver;
    }

    /** Has something read from the completed IRP, before it and what the call was lent are freed. */
    void whenCompleted(Runnable read) {
        reads.add(read);
    }

    /** Has something freed once the IRP is back. */
    void whenBack(Runnable free) {
        lent.add(free);
    }

    void play(Function<Irp, NtStatus> call) {
        driver.host().io().ioSetCompletionRoutine(irp, (device, completed, context) -> completed(completed));
        NtStatus result = call.apply(irp);
        returned = result;
        if (completedAt == null && result != NtStatus.STATUS_PENDING && irp.state() == IrpState.READY) {
            refused = true;
            giveBack(irp);
        }
    }

    void requireCompleted() {
        requireTaken();
        if (completedAt == null) {
            throw new AssertionError(this + "; await it first");
        }
    }

    /** A function that is called with a handle that is none may return without having touched the IRP. */
    private void requireTaken() {
        if (refused) {
            throw new AssertionError(this + ", which has no completion: look at what was returned");
        }
    }

    private NtStatus completed(Irp completed) {
        completedAt = driver.clock().now();
        status = completed.status();
        information = completed.information();
        informationObject = completed.informationObject();
        reads.forEach(Runnable::run);
        giveBack(completed);
        done.keSetEvent();
        return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
    }

    private void giveBack(Irp back) {
        lent.forEach(Runnable::run);
        if (ownsIrp) {
            driver.host().io().ioFreeIrp(back);
        }
    }

    private <T extends WskSocket> T socket(Class<T> type) {
        requireCompleted();
        if (!type.isInstance(informationObject)) {
            throw new AssertionError(this + "; it brought "
                    + (informationObject == null
                            ? "no socket"
                            : informationObject + ", which is no " + type.getSimpleName()));
        }
        return type.cast(informationObject);
    }
}
