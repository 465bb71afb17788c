package dev.wsksim.kernel.io;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.Processor;
import dev.wsksim.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The I/O manager: everything that is done to an IRP goes through here.
 *
 * <p>An IRP belongs to one party at a time. Its driver prepares it; a provider, such as WSK, takes it with {@link
 * #takeForProvider} and owns it until it completes it with {@link #ioCompleteRequest}, once and only once; the
 * completion routine gives it back. A use by somebody who does not own it is reported as a record of kind {@code
 * irp-misused}, and stops the driver with a {@link dev.wsksim.kernel.SimulatedBugCheck} where Windows or Driver
 * Verifier would stop.
 *
 * <p>Sources: handling-irps, using-irps-with-winsock-kernel-functions, and the page of each routine.
 */
public final class IoManager {

    private static final int MOST_STACK_LOCATIONS = 127;

    private final SimulationLoop loop;
    private final Trace trace;
    private final Processor processor;
    private final IrpMisuse misuse;
    private final IrpLedger ledger = new IrpLedger();
    private final IrpDisposal disposal;
    private final IrpHandover handover;
    private final IrpCancellation cancellation;
    private final IrpCompletion completion;
    private long lastNumber;

    /** Makes the I/O manager of one simulated Windows host, without IRPs. */
    public IoManager(SimulationLoop loop, Trace trace, Processor processor) {
        this.loop = loop;
        this.trace = trace;
        this.processor = processor;
        this.misuse = new IrpMisuse(trace);
        this.disposal = new IrpDisposal(loop, trace, misuse, ledger);
        this.handover = new IrpHandover(loop, trace, misuse);
        this.cancellation = new IrpCancellation(trace, processor, misuse);
        this.completion = new IrpCompletion(loop, trace, processor, misuse, ledger);
    }

    /**
     * Allocates an IRP, which the caller has to free with {@link #ioFreeIrp}.
     *
     * <p>IRQL &lt;= DISPATCH_LEVEL, else bug check 0xA. Windows returns NULL when memory or quota is short; that is not
     * simulated. Source: nf-wdm-ioallocateirp.
     *
     * @param stackSize how many stack locations it has; WSK needs at least one
     * @param chargeQuota has no effect here
     */
    public Irp ioAllocateIrp(int stackSize, boolean chargeQuota) {
        processor.requireAtMost(Irql.DISPATCH_LEVEL, "IoAllocateIrp", "nf-wdm-ioallocateirp");
        Irp irp = newIrp(IrpOrigin.ALLOCATED, stackSize, "IoAllocateIrp");
        if (trace.isActive()) {
            trace.emit(new IrpAllocated(irp.number(), stackSize));
        }
        return irp;
    }

    /**
     * Makes an IRP that a simulated higher driver has just passed down to the driver under test, which must complete it
     * and may not free it.
     *
     * <p>Source: using-irps-with-winsock-kernel-functions.
     *
     * @param upperDriver the name of the higher driver
     * @param freeLocations how many stack locations are left below the driver's own; WSK needs at least one
     * @param deviceObject the driver's device object
     */
    public PassedDownIrp passDown(String upperDriver, int freeLocations, Object deviceObject) {
        Irp irp = newIrp(IrpOrigin.PASSED_DOWN, freeLocations + 1, upperDriver);
        PassedDownIrp passedDown = new PassedDownIrp(this, misuse, irp, upperDriver);
        irp.moveDown();
        IoStackLocation own = irp.location(irp.currentLocation());
        own.setDeviceObject(deviceObject);
        own.setRoutine((device, back, context) -> passedDown.takeBack(), null, InvokeOn.ALWAYS);
        if (trace.isActive()) {
            trace.emit(new IrpPassedDown(irp.number(), upperDriver, freeLocations));
        }
        return passedDown;
    }

    /**
     * Makes an allocated IRP ready for another use: wipes its stack locations with the completion routine in them, its
     * Cancel flag and its IoStatus.
     *
     * <p>IRQL &lt;= DISPATCH_LEVEL, else bug check 0xA. Not for an IRP that a provider has or that was passed down;
     * Windows does not notice, so that is reported and done. Sources: nf-wdm-ioreuseirp, reusing-irps.
     *
     * @param status the initial IoStatus.Status
     */
    public void ioReuseIrp(Irp irp, NtStatus status) {
        processor.requireAtMost(Irql.DISPATCH_LEVEL, "IoReuseIrp", "nf-wdm-ioreuseirp");
        disposal.reuse(irp, status);
    }

    /**
     * Frees an IRP that the driver allocated.
     *
     * <p>IRQL &lt;= DISPATCH_LEVEL, else bug check 0xA. Bug check 0xC9 as of Driver Verifier for an IRP that was freed
     * before (0x01), that a provider still has (0x20B), or that was passed down (0x20C). Source: nf-wdm-iofreeirp.
     */
    public void ioFreeIrp(Irp irp) {
        processor.requireAtMost(Irql.DISPATCH_LEVEL, "IoFreeIrp", "nf-wdm-iofreeirp");
        disposal.free(irp);
    }

    /**
     * Sets the completion routine in the next lower stack location, so that it is called when the driver that gets this
     * location completes the IRP.
     *
     * <p>IRQL &lt;= DISPATCH_LEVEL, else bug check 0xA. Without a next location the routine is lost: C code would write
     * outside the IRP. Source: nf-wdm-iosetcompletionroutine.
     *
     * @param routine the routine, or null for none
     * @param context what it is given
     * @param onSuccess whether it is called when NT_SUCCESS holds
     * @param onError whether it is called when NT_SUCCESS does not hold
     * @param onCancel whether it is called when the IRP's Cancel flag is set
     */
    public void ioSetCompletionRoutine(
            Irp irp,
            @Nullable CompletionRoutine routine,
            @Nullable Object context,
            boolean onSuccess,
            boolean onError,
            boolean onCancel) {
        String name = "IoSetCompletionRoutine";
        String page = "nf-wdm-iosetcompletionroutine";
        processor.requireAtMost(Irql.DISPATCH_LEVEL, name, page);
        misuse.requireAlive(irp, name, page);
        if (irp.state() == IrpState.OWNED_BY_PROVIDER) {
            misuse.note(irp, name, irp + " belongs to a provider: " + irp.standing(), page);
        }
        IoStackLocation next = irp.nextLocation();
        if (next == null && irp.state() == IrpState.OWNED_BY_PROVIDER) {
            return;
        }
        if (next == null) {
            misuse.note(irp, name, irp + " has no next stack location; memory beside the IRP is overwritten", page);
            return;
        }
        InvokeOn invokeOn = InvokeOn.of(onSuccess, onError, onCancel);
        next.setRoutine(routine, context, invokeOn);
        if (trace.isActive()) {
            trace.emit(new CompletionRoutineSet(irp.number(), irp.currentLocation() - 1, routine != null, invokeOn));
        }
    }

    /**
     * Sets a completion routine without context that is called however the IRP completes, which is what every IRP that a
     * driver gives to WSK needs.
     *
     * <p>IRQL and misuse as of {@link #ioSetCompletionRoutine(Irp, CompletionRoutine, Object, boolean, boolean, boolean)}.
     * Source: using-irps-with-winsock-kernel-functions.
     */
    public void ioSetCompletionRoutine(Irp irp, CompletionRoutine routine) {
        ioSetCompletionRoutine(irp, routine, null, true, true, true);
    }

    /**
     * Marks the current stack location pending: its owner will return, or has returned, STATUS_PENDING.
     *
     * <p>Any IRQL. A driver must not do this to an IRP that it allocated, since it has no stack location of its own
     * there and corrupts the memory beside the IRP; here that is reported. Source: nf-wdm-iomarkirppending.
     */
    public void ioMarkIrpPending(Irp irp) {
        String page = "nf-wdm-iomarkirppending";
        misuse.requireAlive(irp, "IoMarkIrpPending", page);
        if (!irp.hasCurrentLocation()) {
            String what = irp + " has no stack location of its driver's; memory beside the IRP is overwritten";
            misuse.note(irp, "IoMarkIrpPending", what, page);
            return;
        }
        irp.location(irp.currentLocation()).markPending();
        if (trace.isActive()) {
            trace.emit(new IrpMarkedPending(irp.number(), irp.currentLocation()));
        }
    }

    /**
     * Exchanges the cancel routine of an IRP; only who has the IRP may do so.
     *
     * <p>IRQL &lt;= DISPATCH_LEVEL, else bug check 0xA. The page says DISPATCH_LEVEL, but for callers with the cancel
     * spin lock; the exchange is atomic without it. Source: nf-wdm-iosetcancelroutine.
     *
     * @param routine the new routine, or null to make the IRP uncancellable
     * @return the previous routine, or null; null where there was one means that IoCancelIrp has begun to call it
     */
    public @Nullable CancelRoutine ioSetCancelRoutine(Irp irp, @Nullable CancelRoutine routine) {
        processor.requireAtMost(Irql.DISPATCH_LEVEL, "IoSetCancelRoutine", "nf-wdm-iosetcancelroutine");
        misuse.requireAlive(irp, "IoSetCancelRoutine", "nf-wdm-iosetcancelroutine");
        CancelRoutine previous = irp.cancelRoutine();
        irp.setCancelRoutine(routine);
        return previous;
    }

    /**
     * Asks for the cancellation of an IRP: sets its Cancel flag, and takes its cancel routine away and calls it if
     * there is one.
     *
     * <p>IRQL &lt;= DISPATCH_LEVEL, else bug check 0xA. TRUE does not mean that the IRP ends with STATUS_CANCELLED.
     * FALSE means that it cannot be cancelled now: nobody has it yet, it is about to be completed, or it is completed.
     * Only the creator of an IRP may cancel it, and it must not free it meanwhile. Sources: nf-wdm-iocancelirp,
     * canceling-irps.
     *
     * @return whether there was a cancel routine
     */
    public boolean ioCancelIrp(Irp irp) {
        return cancellation.cancelByDriver(irp);
    }

    /**
     * Completes an IRP: sets IoStatus and calls the completion routines upward until one returns
     * STATUS_MORE_PROCESSING_REQUIRED. The caller must not touch the IRP afterwards.
     *
     * <p>At most DISPATCH_LEVEL and not with STATUS_PENDING or with a cancel routine still set, else bug check 0xC9
     * (0x0E, 0x06, 0x07) as of Driver Verifier; a second completion is bug check 0x44. The priority boost is not
     * simulated. Sources: nf-wdm-iocompleterequest, completing-irps.
     *
     * @param status IoStatus.Status
     * @param information IoStatus.Information, or the number of the object that it points to
     * @param informationObject what IoStatus.Information points to, such as a WSK_SOCKET; null when it is a plain
     *     number
     * @param at the IRQL at which this happens, on whichever processor
     */
    public void ioCompleteRequest(
            Irp irp, NtStatus status, long information, @Nullable Object informationObject, Irql at) {
        completion.complete(irp, status, information, informationObject, at);
    }

    /**
     * Completes a passed-down IRP with the IoStatus that its driver has set, at the current IRQL; otherwise like {@link
     * #ioCompleteRequest(Irp, NtStatus, long, Object, Irql)}.
     */
    public void ioCompleteRequest(Irp irp) {
        completion.complete(irp, irp.status(), irp.information(), irp.informationObject(), processor.currentIrql());
    }

    /**
     * Lets a provider take an IRP at the entry of a call: the next stack location becomes its own, and it owns the IRP
     * until it completes it.
     *
     * <p>Without a free stack location: bug check 0x35. An IRP that is still in use by another call: bug check 0xC9
     * with 0x205, as of Driver Verifier. An allocated IRP that was completed and not reused: reported only. Source:
     * using-irps-with-winsock-kernel-functions.
     *
     * @param function the C name of the called function
     */
    public void takeForProvider(Irp irp, String function) {
        handover.take(irp, function);
    }

    /**
     * Returns the IRPs that are neither freed nor given back to their higher driver, in the order in which they came.
     */
    public ImmutableList<Irp> liveIrps() {
        return ledger.list();
    }

    /** IoCancelIrp by whoever created the IRP. */
    boolean cancel(Irp irp) {
        return cancellation.cancel(irp);
    }

    /** Notes that a passed-down IRP is back at the higher driver that it came from. */
    void returned(Irp irp, String upperDriver) {
        irp.enter(IrpState.RETURNED, loop.nowNanos(), irp.stateBy());
        ledger.remove(irp);
        if (trace.isActive()) {
            trace.emit(
                    new IrpReturned(irp.number(), upperDriver, irp.status(), irp.information(), irp.pendingReturned()));
        }
    }

    private Irp newIrp(IrpOrigin origin, int stackSize, String by) {
        if (stackSize < 0 || stackSize > MOST_STACK_LOCATIONS) {
            throw new IllegalArgumentException("an IRP has 0 to 127 stack locations, but this one " + stackSize);
        }
        Irp irp = new Irp(++lastNumber, origin, stackSize, loop.nowNanos(), by);
        ledger.add(irp);
        return irp;
    }
}
