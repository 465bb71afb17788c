package dev.wsksim.wsk.call;

import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.CancelRoutine;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.Processor;
import dev.wsksim.kernel.mm.PoolBlock;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.WskFault;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.data.ParameterMemory;
import dev.wsksim.wsk.socket.PendingRequest;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call in flight of a WSK function that takes an IRP, from entry to completion.
 *
 * <p>The contract that all of them share: an IRP that is handed over is completed exactly once, whatever the function
 * returns. STATUS_PENDING means later, STATUS_SUCCESS and failures mean that the IRP is completed with that status.
 * Whether the completion comes before the return is open (OQ-1) and therefore a decision. Where the handles themselves
 * are bad (no client, no IRP) the call fails and the IRP, if any, is left untouched, as was seen on Windows.
 *
 * <p>A subclass judges its handles, starts the operation, and calls {@link #settle} once when the outcome is known,
 * inside {@link #start} or later.
 *
 * <p>Source: using-irps-with-winsock-kernel-functions and the page of each function.
 */
abstract class WskCall extends CallOutcome implements PendingRequest, CancelRoutine {

    private static final long LONGEST_INLINE_WAIT_NANOS = 3_600_000_000_000L;

    private boolean attached;
    private boolean waiting;
    private @Nullable WskCall nextDue;
    private @Nullable List<PoolBlock> heldOutputs;

    WskCall(WskServices services, WskFunction function, @Nullable Irp passedIrp) {
        super(services, function, passedIrp);
    }

    /**
     * Returns STATUS_SUCCESS when the handles that the driver passed are good, or the status that is returned without
     * touching the IRP.
     */
    abstract NtStatus judgeHandles();

    /** Returns the client on whose behalf the call is made; only asked when the handles are good. */
    abstract WskClient client();

    /** Returns the socket whose close must cancel and await this request, or null where there is none. */
    @Nullable
    WskSocket pendingOn() {
        return null;
    }

    /** Tells whether the outcome may depend on a callback that runs now, so that waiting inside it would be in vain. */
    boolean waitsForACallback() {
        return false;
    }

    /** Tells whether IoCancelIrp can end the request. */
    boolean isCancellable() {
        return true;
    }

    /** Refuses by name what is not simulated, before anything is taken from the driver. */
    void requireSimulated() {}

    /**
     * Judges the parameters and begins the operation; calls {@link #refuse} or {@link #settle} where the outcome is
     * known already.
     */
    abstract void start();

    /** Tells whether the function may be called without an IRP; then bad handles count before the missing IRP. */
    boolean worksWithoutIrp() {
        return false;
    }

    /** Plays the call without an IRP, and returns its status; a function that needs one fails. */
    NtStatus runWithoutIrp() {
        return NtStatus.STATUS_INVALID_PARAMETER;
    }

    /** Tells whether there must be no IRP; one that is given is left untouched. */
    boolean forbidsIrp() {
        return false;
    }

    /** Returns the highest IRQL of this call. */
    Irql maxIrql() {
        return function().maxIrql();
    }

    /** Undoes what the operation did so far, because it was cancelled. */
    abstract void abandon();

    /** Returns IoStatus.Information for a request that was cancelled: 0, unless it moved bytes before. */
    long informationOfCancelled() {
        return 0;
    }

    /** Is told that the IRP is about to be completed. */
    void completing() {}

    /** Returns the arguments for the trace, by their documented names. */
    abstract CallArguments arguments();

    /** Plays the call up to its return. */
    final NtStatus run() {
        WskEnvironment environment = environment();
        WskFunction function = function();
        if (environment.trace().isActive()) {
            CallArguments arguments = arguments();
            environment
                    .trace()
                    .emit(new WskCallEntered(
                            function,
                            irpNumber(),
                            environment.processor().currentThread().name(),
                            environment.processor().currentIrql(),
                            arguments.texts(),
                            arguments.subject()));
        }
        environment.requireRunning(function);
        environment.requireMember(function);
        environment.processor().requireAtMost(maxIrql(), function.name(), function.page());
        NtStatus status = judgeHandles();
        if (status == NtStatus.STATUS_SUCCESS) {
            requireSimulated();
        }
        if (passedIrp() == null) {
            status = status == NtStatus.STATUS_SUCCESS || !worksWithoutIrp() ? runWithoutIrp() : status;
        } else if (status == NtStatus.STATUS_SUCCESS && forbidsIrp()) {
            status = NtStatus.STATUS_INVALID_PARAMETER;
        } else if (status == NtStatus.STATUS_SUCCESS) {
            status = runWithIrp();
        }
        if (environment.trace().isActive()) {
            environment.trace().emit(new WskCallReturned(function, irpNumber(), status));
        }
        return status;
    }

    private NtStatus runWithIrp() {
        Irp irp = irp();
        environment().ioManager().takeForProvider(irp, function().name());
        WskClient client = client();
        client.callEntered();
        WskFault fault = environment().faults().meet(function());
        NtStatus status = fault == null ? play(irp) : failByOrder(fault);
        client.callReturned();
        return status;
    }

    private NtStatus play(Irp irp) {
        int mode = environment().decisions().choose(function().completionPoint(), irp.number());
        start();
        return isRefused() ? returnFailure() : mode == WskFunction.PENDED ? pend() : finishInline(mode);
    }

    /** An order leaves nothing to decide about whether the call pends. */
    private NtStatus failByOrder(WskFault fault) {
        if (fault.isPended()) {
            settle(fault.status(), "a fault was ordered for this call, after it has returned");
            return pend();
        }
        refuse(fault.status(), "a fault was ordered for this call");
        return returnFailure();
    }

    private boolean chooses(DecisionPoint point, int option) {
        return environment().decisions().chooses(point, option, irpNumber());
    }

    private NtStatus returnFailure() {
        NtStatus status = outcome();
        if (chooses(WskDecisions.FAILURE_COMPLETION, WskDecisions.BEFORE_RETURN)) {
            complete(environment().processor().currentIrql());
        } else {
            attach();
            services().completions().add(this);
        }
        return status;
    }

    private NtStatus pend() {
        environment().ioManager().ioMarkIrpPending(irp());
        attach();
        if (isSettled()) {
            services().completions().add(this);
        } else {
            letCancel();
        }
        return NtStatus.STATUS_PENDING;
    }

    private NtStatus finishInline(int mode) {
        if (!isSettled()) {
            waitForOutcome();
            if (!isSettled()) {
                return pend();
            }
        }
        NtStatus status = outcome();
        if (mode == WskFunction.COMPLETED_BEFORE_PENDING) {
            environment().ioManager().ioMarkIrpPending(irp());
            status = NtStatus.STATUS_PENDING;
        }
        complete(environment().processor().currentIrql());
        return status;
    }

    /**
     * Lets the rest of the world go on inside the call until the outcome is known. Cancelling and closing work as for a
     * pended request. A call above APC_LEVEL cannot wait, and another may decide not to; it goes on without an outcome,
     * as does one that nothing is left to wake, or that has waited for an hour of virtual time, such as a send to a peer
     * that never reads.
     */
    private void waitForOutcome() {
        Processor processor = environment().processor();
        if (processor.currentIrql().isAbove(Irql.APC_LEVEL)
                || waitsForACallback()
                || !chooses(WskDecisions.INLINE_WAIT, WskDecisions.UNTIL_THE_OUTCOME)) {
            return;
        }
        attach();
        waiting = true;
        letCancel();
        SimulationLoop loop = environment().loop();
        long latest = loop.nowNanos() + LONGEST_INLINE_WAIT_NANOS;
        processor.standStillWhileAnythingHappens(loop, () -> isSettled() || loop.nowNanos() >= latest);
        waiting = false;
    }

    /**
     * Notes that the driver's other calls (WskCloseSocket, WskDeregister) have to reckon with this request from now on.
     */
    private void attach() {
        if (attached) {
            return;
        }
        attached = true;
        client().irpPended();
        WskSocket socket = pendingOn();
        if (socket != null) {
            socket.requestPended(this);
        }
    }

    private void letCancel() {
        if (!isCancellable()) {
            return;
        }
        if (irp().isCancelRequested()) {
            abandon();
            settleCancelled("the IRP was cancelled before it was handed over");
        } else {
            environment().ioManager().ioSetCancelRoutine(irp(), this);
        }
    }

    @Override
    final void settled() {
        if (attached) {
            environment().ioManager().ioSetCancelRoutine(irp(), null);
            if (!waiting) {
                services().completions().add(this);
            }
        }
    }

    /** Returns the call whose completion is due after this one's; {@link CompletionQueue} links them. */
    final @Nullable WskCall nextDue() {
        return nextDue;
    }

    final WskCall requireNextDue() {
        WskCall next = nextDue;
        if (next == null) {
            throw new AssertionError("no completion is due after that of " + passedIrp());
        }
        return next;
    }

    final void setNextDue(@Nullable WskCall next) {
        nextDue = next;
    }

    /** Judges the memory of a variable that the call fills with so many bytes, and holds it until the IRP is completed. */
    final void holdOutput(String parameter, @Nullable Variable<?> variable, int needed) {
        PoolBlock block = variable == null ? null : variable.memory();
        if (block != null) {
            ParameterMemory.judge(environment().trace(), function().name(), parameter, block, needed);
            holdParameter(parameter, variable);
        }
    }

    /** Holds the memory of a variable, of whatever kind it is, until the IRP is completed. */
    final void holdParameter(String parameter, @Nullable Variable<?> variable) {
        PoolBlock block = variable == null ? null : variable.memory();
        if (block == null) {
            return;
        }
        services()
                .memory()
                .requireAlive(block, function().name(), parameter, function().page());
        services().memory().hold(block, function().name());
        if (heldOutputs == null) {
            heldOutputs = new ArrayList<>();
        }
        heldOutputs.add(block);
    }

    private void letOutputsGo() {
        if (heldOutputs != null) {
            heldOutputs.forEach(services().memory()::letGo);
        }
    }

    /** Completes the IRP with the outcome. */
    final void complete(Irql irql) {
        completing();
        letOutputsGo();
        WskSocket socket = attached ? pendingOn() : null;
        if (socket != null) {
            socket.requestCompleted(this);
        }
        if (attached) {
            client().irpCompleted();
        }
        handOver();
        environment().ioManager().ioCompleteRequest(irp(), outcome(), information(), informationObject(), irql);
        if (socket != null) {
            socket.goOnClosing();
        }
    }

    private void settleCancelled(String reason) {
        settle(NtStatus.STATUS_CANCELLED, informationOfCancelled(), null, reason);
    }

    /** IoCancelIrp found this routine: ends the request, and completes the IRP now or soon. */
    @Override
    public final void cancel(@Nullable Object deviceObject, Irp cancelled) {
        abandon();
        settleCancelled("cancelled by IoCancelIrp");
        if (!waiting && chooses(WskDecisions.CANCELLED_COMPLETION, WskDecisions.BEFORE_IO_CANCEL_IRP_RETURNS)) {
            services().completions().remove(this);
            complete(environment().processor().currentIrql());
        }
    }

    @Override
    public final void cancelForClose() {
        cancelBy("WskCloseSocket");
    }

    /** Cancels the request, if its outcome is not known, because of another call. */
    final void cancelBy(String culprit) {
        if (!isSettled()) {
            abandon();
            settleCancelled("cancelled by " + culprit);
        }
    }
}
