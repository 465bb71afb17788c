package dev.wsksim.verifier.rule.irp;

import dev.wsksim.kernel.io.CompletionRoutineReturned;
import dev.wsksim.kernel.io.InvokeOn;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.io.IrpTaken;
import dev.wsksim.kernel.ke.WaitBegan;
import dev.wsksim.kernel.ke.WaitEnded;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.Follower;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallReturned;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Knows what runs on the processor: completion routines, and inside them calls and waits, in which the rest of the world
 * goes on. What happens is a routine's own doing where the routine was the last to begin.
 */
final class RunningRoutines implements Follower {

    private static final long CALL = -1;
    private static final long WAIT = -2;

    /** Something that runs: a routine by the number of its IRP, a call or a wait; and the entry with which it began. */
    record Running(long irp, long entry) {

        private boolean isRoutine() {
            return irp > 0;
        }
    }

    private final Set<Long> withRoutine = new LinkedHashSet<>();
    private final ArrayDeque<Running> running = new ArrayDeque<>();

    @Override
    public void follow(TraceEntry entry) {
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
        } else if (record instanceof WaitBegan) {
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

    private void removeLast(long irp) {
        for (Iterator<Running> from = running.descendingIterator(); from.hasNext(); ) {
            if (from.next().irp() == irp) {
                from.remove();
                return;
            }
        }
    }

    /** Returns the completion routine that runs now, if one does. */
    Optional<Running> routine() {
        return Optional.ofNullable(running.peekLast()).filter(Running::isRoutine);
    }

    /** Returns how many completion routines have begun and not returned. */
    long depth() {
        return running.stream().filter(Running::isRoutine).count();
    }
}
