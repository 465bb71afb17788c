package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.CompletionRoutine;
import dev.wsksim.kernel.io.IoManager;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.kernel.io.PassedDownIrp;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.Processor;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.IrpDisposal;
import dev.wsksim.trace.Trace;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call step while it is played: its IRP, what the function returned, and each run of its completion routine. */
final class PlayedCall implements CompletionRoutine {

    /**
     * One run of the completion routine.
     *
     * @param at the virtual time
     * @param status IoStatus.Status
     * @param information IoStatus.Information as a number
     * @param isPointer whether Information points to an object
     * @param irql the IRQL
     * @param entryNumber the trace entry before it
     */
    record Completion(SimTime at, NtStatus status, long information, boolean isPointer, Irql irql, long entryNumber) {}

    private final CallStep step;
    private final SimTime takenAt;
    private final long takenEntry;
    private final SimulationLoop loop;
    private final Trace trace;
    private final Processor processor;
    private final IoManager ioManager;
    private final List<Completion> completions = new ArrayList<>(1);
    private final Map<String, Variable<?>> outputs = new LinkedHashMap<>();
    private final List<Runnable> whenDone = new ArrayList<>(1);
    private final Optional<PlayedCall> earlier;
    private final Routine routine;
    private @Nullable PlayedCall madeAgain;
    private @Nullable WskBuf passed;
    private @Nullable WskBuf buffer;
    private byte @Nullable [] received;
    private @Nullable Irp irp;
    private @Nullable PassedDownIrp passedDown;
    private @Nullable NtStatus returned;
    private @Nullable WskSocket socket;
    private boolean hasReturned;
    private boolean over;
    private SimTime returnedAt = SimTime.START;
    private long returnedEntry;

    /** What the completion routine does besides noting the result. */
    @FunctionalInterface
    interface Routine {
        /** Runs in the completion routine; returns the call that took over the IRP, if this one was made again. */
        Optional<PlayedCall> completed(PlayedCall call, Completion completion);
    }

    /**
     * Begins a call.
     *
     * @param earlier the call in whose completion routine this one is made again
     */
    PlayedCall(CallStep step, ScenarioWorld world, Optional<PlayedCall> earlier, Routine routine) {
        this.step = step;
        this.earlier = earlier;
        this.routine = routine;
        this.loop = world.simulation().loop();
        this.trace = world.simulation().trace();
        this.processor = world.driverHost().processor();
        this.ioManager = world.driverHost().io();
        this.takenAt = loop.now();
        this.takenEntry = trace.lastNumber();
    }

    /** Returns the step. */
    CallStep step() {
        return step;
    }

    /** Returns what is passed for the socket through whose table the call goes: the socket itself, unless the step says NULL. */
    <S> @Nullable S passed(S socket) {
        return step.arguments().get("Socket") instanceof ArgumentValue.Null
                        || step.arguments().get("ListenSocket") instanceof ArgumentValue.Null
                ? null
                : socket;
    }

    /** Returns the instant at which the step was taken; times in its expectation count from here. */
    SimTime takenAt() {
        return takenAt;
    }

    /** Returns the number of the trace entry of the step; whatever comes of the call has a higher one. */
    long takenEntry() {
        return takenEntry;
    }

    /** Returns the IRP that the driver passed, or null for none. */
    @Nullable
    Irp irp() {
        return irp;
    }

    /** Keeps the IRP that is passed. */
    void setIrp(Irp passed) {
        irp = passed;
    }

    /** Keeps the IRP of a higher driver that is passed, and returns it. */
    Irp takePassedDown(PassedDownIrp passed) {
        passedDown = passed;
        return passed.irp();
    }

    /** Ends the dispatch routine of the driver, which returns to the higher driver what the function has returned. */
    void dispatchRoutineReturned() {
        PassedDownIrp passed = passedDown;
        NtStatus status = returned;
        if (passed != null && status != null) {
            passed.dispatchRoutineReturned(status);
        }
    }

    /** Returns the call that this one makes again, with its IRP and its buffer. */
    Optional<PlayedCall> earlier() {
        return earlier;
    }

    /** Keeps the buffer that is passed, for the call that is made again. */
    void setPassed(WskBuf given) {
        passed = given;
    }

    /** Returns the buffer that was passed, if one was. */
    Optional<WskBuf> passed() {
        return Optional.ofNullable(passed);
    }

    /** Notes what the function returned; null for VOID. */
    void returned(@Nullable NtStatus status) {
        returned = status;
        hasReturned = true;
        returnedAt = loop.now();
        returnedEntry = trace.lastNumber();
        Irp passed = irp;
        if (passed == null || passed.state() != IrpState.OWNED_BY_PROVIDER) {
            finish();
        }
    }

    /** Returns what the function returned, once it has; nothing for VOID. */
    Optional<NtStatus> returnedStatus() {
        return Optional.ofNullable(returned);
    }

    /** Tells whether the function has returned, whatever its IRP does; one that blocks has not. */
    boolean hasReturned() {
        return hasReturned;
    }

    /** Returns when the function returned, once it has. */
    SimTime returnedAt() {
        return returnedAt;
    }

    /** Returns the number of the last trace entry before the return, or of the step while there was none. */
    long returnedEntry() {
        return hasReturned ? returnedEntry : takenEntry;
    }

    /** Keeps a variable that the function fills, for comparison once the call is over. */
    void keepOutput(String parameter, @Nullable Variable<?> variable) {
        if (variable != null) {
            outputs.put(parameter, variable);
        }
    }

    /** Keeps a buffer that the function fills; what it has then is looked at when the IRP is completed. */
    void keepBuffer(WskBuf filled) {
        buffer = filled;
    }

    /** Returns the bytes that the function wrote to its buffer, by what Information tells. */
    Optional<byte[]> received() {
        return Optional.ofNullable(received);
    }

    /** Returns what the function wrote through an out parameter, as text. */
    Optional<String> output(String parameter) {
        return Optional.ofNullable(outputs.get(parameter)).map(Variable::get).map(Object::toString);
    }

    /** Returns what the function wrote through an out parameter, as it is. */
    Optional<Object> outputValue(String parameter) {
        return Optional.ofNullable(outputs.get(parameter)).map(Variable::get);
    }

    /** Returns the runs of the completion routine. */
    List<Completion> completions() {
        return completions;
    }

    /** Returns the number of the last trace entry before the last completion, or before the return where there is none. */
    long lastEntry() {
        return completions.isEmpty()
                ? returnedEntry()
                : completions.get(completions.size() - 1).entryNumber();
    }

    /** Returns the delivered socket. */
    Optional<WskSocket> socket() {
        return Optional.ofNullable(socket);
    }

    /** Tells whether the function has returned and its IRP, if any, has completed, whatever its completion routine began. */
    boolean hasEnded() {
        return over;
    }

    /** Tells whether the call has ended, and all that were made again in its place. */
    boolean isOver() {
        return over && (madeAgain == null || madeAgain.isOver());
    }

    /** Runs something once the call is over, with all that were made again in its place; maybe at once. */
    void whenOver(Runnable action) {
        if (over && madeAgain != null) {
            madeAgain.whenOver(action);
        } else if (over) {
            action.run();
        } else {
            whenDone.add(action);
        }
    }

    /** The completion routine of the driver's IRP. */
    @Override
    public NtStatus complete(@Nullable Object deviceObject, Irp completed, @Nullable Object context) {
        Object delivered = completed.informationObject();
        Completion completion = new Completion(
                loop.now(),
                completed.status(),
                completed.information(),
                delivered != null,
                processor.currentIrql(),
                trace.lastNumber());
        completions.add(completion);
        if (delivered instanceof WskSocket made) {
            socket = made;
        }
        WskBuf filled = buffer;
        if (filled != null && step.outputs().containsKey("Buffer")) {
            received = new WskBuf(filled.mdl(), filled.offset(), Math.min(filled.length(), completed.information()))
                    .toBytes();
        }
        madeAgain = routine.completed(this, completion).orElse(null);
        if (step.irp().free() == IrpDisposal.IN_ROUTINE && madeAgain == null) {
            ioManager.ioFreeIrp(completed);
        }
        finish();
        return answer(completed);
    }

    private NtStatus answer(Irp completed) {
        return switch (step.irp().completionRoutine()) {
            case CONTINUE -> NtStatus.STATUS_SUCCESS;
            case MARK_PENDING -> {
                ioManager.ioMarkIrpPending(completed);
                yield NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
            }
            default -> passedDown == null ? NtStatus.STATUS_MORE_PROCESSING_REQUIRED : handedOn(completed);
        };
    }

    /** The completion routine of an IRP that goes on to the higher driver. */
    private NtStatus handedOn(Irp completed) {
        if (completed.pendingReturned()) {
            ioManager.ioMarkIrpPending(completed);
        }
        return NtStatus.STATUS_SUCCESS;
    }

    private void finish() {
        over = true;
        List<Runnable> actions = List.copyOf(whenDone);
        whenDone.clear();
        actions.forEach(this::whenOver);
    }

    /** Says what the call is waiting for. */
    String standing() {
        Irp passed = irp;
        return passed == null ? step.function() : step.function() + " with " + passed + " (" + passed.standing() + ")";
    }
}
