package dev.wsksim.verifier.rule.irp;

import dev.wsksim.kernel.io.CompletionRoutineReturned;
import dev.wsksim.kernel.io.InvokeOn;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.io.IrpTaken;
import dev.wsksim.kernel.ke.WaitBegan;
import dev.wsksim.kernel.ke.WaitEnded;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallReturned;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Knows what runs on the processor: completion routines, and inside them calls and waits, in which the rest of the world
 * goes on. A wait is a routine's own where the routine was the last to begin.
 */
final class CompletionWaitCheck implements RuleCheck {

    private static final long CALL = -1;
    private static final long WAIT = -2;

    /** Something that runs: a routine by the number of its IRP, a call or a wait; and the entry with which it began. */
    private record Running(long what, long entry) {}

    private final Set<Long> withRoutine = new LinkedHashSet<>();
    private final ArrayDeque<Running> running = new ArrayDeque<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == IrpTaken.class
                || type == IrpCompleted.class
                || type == CompletionRoutineReturned.class
                || type == WskCallEntered.class
                || type == WskCallReturned.class
                || type == WaitBegan.class
                || type == WaitEnded.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        TraceRecord record = entry.record();
        if (record instanceof IrpTaken taken) {
            note(taken);
        } else if (record instanceof IrpCompleted completed) {
            if (withRoutine.remove(completed.irp())) {
                running.addLast(new Running(completed.irp(), entry.number()));
            }
        } else if (record instanceof CompletionRoutineReturned returned) {
            removeLast(returned.irp());
        } else if (record instanceof WskCallEntered) {
            running.addLast(new Running(CALL, entry.number()));
        } else if (record instanceof WskCallReturned) {
            removeLast(CALL);
        } else if (record instanceof WaitBegan wait) {
            judge(entry, wait, sink);
            running.addLast(new Running(WAIT, entry.number()));
        } else if (record instanceof WaitEnded) {
            removeLast(WAIT);
        }
    }

    private void note(IrpTaken taken) {
        if (taken.routine() && taken.invokeOn().equals(InvokeOn.ALWAYS)) {
            withRoutine.add(taken.irp());
        } else {
            withRoutine.remove(taken.irp());
        }
    }

    private void judge(TraceEntry entry, WaitBegan wait, ViolationSink sink) {
        Running last = running.peekLast();
        if (last != null && last.what() > 0) {
            sink.violated(
                    "the completion routine of IRP " + last.what() + " waits for event '" + wait.event() + "'",
                    entry,
                    last.entry());
        }
    }

    private void removeLast(long what) {
        for (Iterator<Running> from = running.descendingIterator(); from.hasNext(); ) {
            if (from.next().what() == what) {
                from.remove();
                return;
            }
        }
    }
}
