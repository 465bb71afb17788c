package dev.wsksim.kernel.io;

import dev.wsksim.engine.SimTime;
import dev.wsksim.kernel.NtStatus;
import org.jspecify.annotations.Nullable;

/**
 * An I/O request packet.
 *
 * <p>Drivers read it; everything that changes it goes through {@link IoManager}, except the status of a request that a
 * driver itself completes. Stack locations are numbered from 1 (the lowest driver) to the stack count. The current
 * location begins one above the stack count, goes down by one with every driver that the IRP is passed to, and up again
 * during completion.
 *
 * <p>Sources: ns-wdm-_irp, i-o-stack-locations.
 */
public final class Irp {

    private final long number;
    private final IrpOrigin origin;
    private final IoStackLocation[] stack;
    private int currentLocation;
    private NtStatus status = NtStatus.STATUS_SUCCESS;
    private long information;
    private @Nullable Object informationObject;
    private boolean cancel;
    private boolean pendingReturned;
    private @Nullable CancelRoutine cancelRoutine;
    private IrpState state = IrpState.READY;
    private boolean completed;
    private long stateSinceNanos;
    private String stateBy;
    private long turn;
    private @Nullable Irp previousLive;
    private @Nullable Irp nextLive;

    Irp(long number, IrpOrigin origin, int stackCount, long nowNanos, String by) {
        this.number = number;
        this.origin = origin;
        this.stack = new IoStackLocation[stackCount];
        for (int i = 0; i < stackCount; i++) {
            stack[i] = new IoStackLocation();
        }
        this.currentLocation = stackCount + 1;
        this.stateSinceNanos = nowNanos;
        this.stateBy = by;
    }

    /** Returns its number, from 1 in the order of allocation. */
    public long number() {
        return number;
    }

    /** Returns where it came from. */
    public IrpOrigin origin() {
        return origin;
    }

    /** Returns how many stack locations it has. */
    public int stackCount() {
        return stack.length;
    }

    /**
     * Returns the number of the current stack location; one more than the stack count when nobody below its creator has
     * it.
     */
    public int currentLocation() {
        return currentLocation;
    }

    /** Returns a stack location by its number, from 1 to the stack count. */
    public IoStackLocation location(int locationNumber) {
        return stack[locationNumber - 1];
    }

    /**
     * Returns the stack location that the next lower driver will get, or null when there is none left. Source:
     * nf-wdm-iogetnextirpstacklocation.
     */
    public @Nullable IoStackLocation nextLocation() {
        return currentLocation > 1 ? stack[currentLocation - 2] : null;
    }

    /** Returns IoStatus.Status. */
    public NtStatus status() {
        return status;
    }

    /** Returns IoStatus.Information as a number. */
    public long information() {
        return information;
    }

    /** Returns what IoStatus.Information points to, such as a WSK_SOCKET; null when it is a plain number. */
    public @Nullable Object informationObject() {
        return informationObject;
    }

    /** Returns a copy of IoStatus. */
    public IoStatusBlock ioStatus() {
        return new IoStatusBlock(status, information, informationObject);
    }

    /** Sets IoStatus, as a driver does before it completes a request that was passed down to it. */
    public void setIoStatus(NtStatus newStatus, long newInformation, @Nullable Object newInformationObject) {
        status = newStatus;
        information = newInformation;
        informationObject = newInformationObject;
    }

    /** Tells whether somebody asked for cancellation ({@code Irp->Cancel}). */
    public boolean isCancelRequested() {
        return cancel;
    }

    /** Returns the cancel routine, or null while the IRP cannot be cancelled. */
    public @Nullable CancelRoutine cancelRoutine() {
        return cancelRoutine;
    }

    /**
     * Returns {@code Irp->PendingReturned}: whether the driver below had marked the IRP pending. Meaningful in a
     * completion routine.
     */
    public boolean pendingReturned() {
        return pendingReturned;
    }

    /** Returns where it is in its life. */
    public IrpState state() {
        return state;
    }

    /** Tells whether it was completed, or is being completed, since it was last given to a provider; freeing it changes nothing. */
    public boolean isCompleted() {
        return completed;
    }

    /** Returns the C name of the function that brought it into this state. */
    public String stateBy() {
        return stateBy;
    }

    /** Says how it came into its state, such as {@code IRP 3 was completed at 20ms by WskSocketConnect}. */
    public String standing() {
        return this + " " + stateWords() + " at " + new SimTime(stateSinceNanos) + " by " + stateBy;
    }

    /** Returns the IRP as reports name it. */
    @Override
    public String toString() {
        return "IRP " + number;
    }

    void enter(IrpState newState, long nowNanos, String by) {
        state = newState;
        if (newState == IrpState.COMPLETING) {
            completed = true;
        } else if (newState == IrpState.OWNED_BY_PROVIDER || newState == IrpState.READY) {
            completed = false;
        }
        stateSinceNanos = nowNanos;
        stateBy = by;
    }

    /** Makes the next lower stack location the current one. */
    void moveDown() {
        currentLocation--;
    }

    /** Leaves the current stack location for the one above, and returns the one that was left. */
    IoStackLocation moveUp() {
        currentLocation++;
        return stack[currentLocation - 2];
    }

    boolean hasCurrentLocation() {
        return currentLocation <= stack.length;
    }

    /** Returns the device object of the current location; null when there is no current location. */
    @Nullable
    Object currentDeviceObject() {
        return hasCurrentLocation() ? stack[currentLocation - 1].deviceObject() : null;
    }

    void setCancelRequested() {
        cancel = true;
    }

    void setCancelRoutine(@Nullable CancelRoutine routine) {
        cancelRoutine = routine;
    }

    void setPendingReturned(boolean value) {
        pendingReturned = value;
    }

    /**
     * Begins a new turn (a completion, a reuse, or the end), so that a completion under way notices; returns its
     * number.
     */
    long beginTurn() {
        return ++turn;
    }

    boolean isTurn(long number) {
        return turn == number;
    }

    /** Makes everything as after allocation, with this status. */
    void reinitialise(NtStatus newStatus) {
        for (IoStackLocation location : stack) {
            location.clear();
        }
        currentLocation = stack.length + 1;
        setIoStatus(newStatus, 0, null);
        cancel = false;
        cancelRoutine = null;
        pendingReturned = false;
        beginTurn();
    }

    @Nullable
    Irp previousLive() {
        return previousLive;
    }

    @Nullable
    Irp nextLive() {
        return nextLive;
    }

    void setPreviousLive(@Nullable Irp irp) {
        previousLive = irp;
    }

    void setNextLive(@Nullable Irp irp) {
        nextLive = irp;
    }

    private String stateWords() {
        return switch (state) {
            case READY -> "was made ready";
            case OWNED_BY_PROVIDER -> "was taken";
            case COMPLETING -> "is being completed";
            case COMPLETED -> "was completed";
            case RETURNED -> "was completed and went back to its higher driver";
            case FREED -> "was freed";
            case FREED_BY_IO_MANAGER -> "was completed past its last stack location";
        };
    }
}
