package dev.wsksim.wsk.call;

import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.WskFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a call of a WSK function was given to report through, and what it came to: settled once, and handed to the IRP
 * once.
 */
abstract class CallOutcome {

    private final WskServices services;
    private final WskFunction function;
    private final @Nullable Irp passedIrp;

    private boolean refused;
    private boolean handedOver;
    private @Nullable NtStatus outcome;
    private long information;
    private @Nullable Object informationObject;
    private long settledCause;

    CallOutcome(WskServices services, WskFunction function, @Nullable Irp passedIrp) {
        this.services = services;
        this.function = function;
        this.passedIrp = passedIrp;
    }

    /** Is told that the outcome is known from now on. */
    abstract void settled();

    final WskFunction function() {
        return function;
    }

    final WskServices services() {
        return services;
    }

    final WskEnvironment environment() {
        return services.environment();
    }

    /** Returns the IRP as the driver passed it. */
    final @Nullable Irp passedIrp() {
        return passedIrp;
    }

    final long irpNumber() {
        return passedIrp == null ? 0 : passedIrp.number();
    }

    final Irp irp() {
        Irp irp = passedIrp;
        if (irp == null) {
            throw new AssertionError(function + " runs without an IRP");
        }
        return irp;
    }

    /** Asks for a status at a decision point whose options are named like statuses. */
    final NtStatus chooseStatus(DecisionPoint point) {
        int answer = environment().decisions().choose(point, irpNumber());
        return NtStatus.byName(point.optionName(answer)).orElseThrow();
    }

    /** Fails the call at once: the function returns this status and the IRP is completed with it. */
    final void refuse(NtStatus status, String reason) {
        refused = true;
        settle(status, reason);
    }

    /** Settles the outcome without a value. */
    final void settle(NtStatus status, String reason) {
        settle(status, 0, null, reason);
    }

    /** Settles the outcome; the IRP is completed with it in an event of its own, or before the function returns. */
    final void settle(NtStatus status, long value, @Nullable Object object, String reason) {
        if (isSettled()) {
            throw new AssertionError(function + " with " + passedIrp + " was settled twice");
        }
        outcome = status;
        information = value;
        informationObject = object;
        if (environment().trace().isActive()) {
            environment().trace().emit(new WskCallSettled(function, irpNumber(), status, reason));
        }
        settledCause = environment().loop().cause();
        settled();
    }

    final boolean isSettled() {
        return outcome != null;
    }

    /** Tells whether the call failed at once. */
    final boolean isRefused() {
        return refused;
    }

    /** Returns the number of the trace record from which the completion follows. */
    final long settledCause() {
        return settledCause;
    }

    final NtStatus outcome() {
        NtStatus settled = outcome;
        if (settled == null) {
            throw new AssertionError(function + " has no outcome yet");
        }
        return settled;
    }

    /** Notes that the IRP is being completed with the outcome. */
    final void handOver() {
        if (handedOver) {
            throw new AssertionError(function + " completed " + passedIrp + " twice");
        }
        handedOver = true;
    }

    final long information() {
        return information;
    }

    final @Nullable Object informationObject() {
        return informationObject;
    }
}
