package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.CompletionRoutine;
import dev.wsksim.kernel.io.IoManager;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.Processor;
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
import java.util.function.Consumer;
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
    private final Consumer<PlayedCall> inRoutine;
    private final SimTime takenAt;
    private final long takenEntry;
    private final SimulationLoop loop;
    private final Trace trace;
    private final Processor processor;
    private final IoManager ioManager;
    private final List<Completion> completions = new ArrayList<>(1);
    private final Map<String, Variable<?>> outputs = new LinkedHashMap<>();
    private final List<Runnable> whenDone = new ArrayList<>(1);
    private @Nullable WskBuf buffer;
    private byte @Nullable [] received;
    private @Nullable Irp irp;
    private @Nullable NtStatus returned;
    private @Nullable WskSocket socket;
    private boolean hasReturned;
    private boolean over;
    private SimTime returnedAt = SimTime.START;
    private long returnedEntry;

    PlayedCall(CallStep step, ScenarioWorld world, Consumer<PlayedCall> inRoutine) {
        this.step = step;
        this.inRoutine = inRoutine;
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

    /** Tells whether the function has returned and its IRP, if any, is not pending. */
    boolean isOver() {
        return over;
    }

    /** Runs something once the call is over, maybe at once. */
    void whenOver(Runnable action) {
        if (over) {
            action.run();
        } else {
            whenDone.add(action);
        }
    }

    /** The completion routine of the driver's IRP. */
    @Override
    public NtStatus complete(@Nullable Object deviceObject, Irp completed, @Nullable Object context) {
        Object delivered = completed.informationObject();
        completions.add(new Completion(
                loop.now(),
                completed.status(),
                completed.information(),
                delivered != null,
                processor.currentIrql(),
                trace.lastNumber()));
        if (delivered instanceof WskSocket made) {
            socket = made;
        }
        WskBuf filled = buffer;
        if (filled != null && step.outputs().containsKey("Buffer")) {
            received = new WskBuf(filled.mdl(), filled.offset(), Math.min(filled.length(), completed.information()))
                    .toBytes();
        }
        if (step.irp().free() == IrpDisposal.IN_ROUTINE) {
            ioManager.ioFreeIrp(completed);
        }
        inRoutine.accept(this);
        finish();
        return step.irp().completionRoutine() == dev.wsksim.scenario.model.CompletionRoutine.CONTINUE
                ? NtStatus.STATUS_SUCCESS
                : NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
    }

    private void finish() {
        over = true;
        List<Runnable> actions = List.copyOf(whenDone);
        whenDone.clear();
        actions.forEach(Runnable::run);
    }

    /** Says what the call is waiting for. */
    String standing() {
        Irp passed = irp;
        return passed == null ? step.function() : step.function() + " with " + passed + " (" + passed.standing() + ")";
    }
}
