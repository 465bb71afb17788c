package dev.wsksim.scenario.run;

import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.IrqlStack;
import dev.wsksim.kernel.ke.Processor;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.scenario.model.KernelStep;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the threads of a driver are at between its steps: the IRQL to which KeRaiseIrql has brought each, and the wait in
 * which one stands.
 */
final class ThreadStates {

    private final Processor processor;
    private final Map<EThread, Irql> levels = new LinkedHashMap<>();
    private final Map<EThread, IrqlStack> stacks = new LinkedHashMap<>();
    private final Map<EThread, KernelStep> waits = new LinkedHashMap<>();
    private IrqlStack here;

    ThreadStates(Processor processor) {
        this.processor = processor;
        this.here = new IrqlStack(processor);
    }

    /** Returns the IRQL at which a thread runs. */
    Irql irql(EThread thread) {
        return levels.getOrDefault(thread, Irql.PASSIVE_LEVEL);
    }

    /** Runs something in a thread, at the IRQL at which it was left, and keeps the one that it leaves. */
    void run(EThread thread, Runnable body) {
        IrqlStack outside = here;
        here = stacks.computeIfAbsent(thread, unused -> new IrqlStack(processor));
        try {
            processor.runAt(irql(thread), thread, () -> {
                body.run();
                if (processor.currentIrql() == Irql.PASSIVE_LEVEL) {
                    levels.remove(thread);
                } else {
                    levels.put(thread, processor.currentIrql());
                }
            });
        } finally {
            here = outside;
        }
    }

    /** Begins a routine of the driver that the provider calls, and returns what {@link #leave} needs. */
    IrqlStack enter() {
        IrqlStack outside = here;
        here = new IrqlStack(processor);
        return outside;
    }

    /** Ends a routine of the driver that the provider has called. */
    void leave(IrqlStack outside) {
        here = outside;
    }

    /** Returns what raises and lowers the IRQL where the processor is now. */
    IrqlStack here() {
        return here;
    }

    /** Notes that a thread stands in a wait. */
    void beginWait(EThread thread, KernelStep step) {
        waits.put(thread, step);
    }

    /** Notes that the wait of a thread is over. */
    void endWait(EThread thread) {
        waits.remove(thread);
    }

    /** Tells whether a thread waits for the event with this name. */
    boolean isWaitedFor(String event) {
        return waits.values().stream()
                .anyMatch(step -> step.act().subject().orElseThrow().name().equals(event));
    }

    /** Refuses what a thread cannot do while it waits. */
    void requireFree(EThread thread, SourcePosition position) throws ArgumentProblemException {
        KernelStep wait = waits.get(thread);
        if (wait != null) {
            throw new ArgumentProblemException(
                    position,
                    thread + " still waits in " + wait.act().routine() + " of line "
                            + wait.position().line(),
                    "let another thread do it, or signal the event before");
        }
    }

    /** Describes the threads that are not at PASSIVE_LEVEL; empty where there is none. */
    String raised() {
        return levels.entrySet().stream()
                .map(level -> level.getKey() + " is at " + level.getValue())
                .collect(Collectors.joining("; "));
    }
}
