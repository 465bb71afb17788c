package dev.wsksim.verifier.rule.irp;

import com.google.common.collect.ImmutableSet;
import dev.wsksim.kernel.io.CompletionRoutineReturned;
import dev.wsksim.kernel.io.InvokeOn;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.io.IrpTaken;
import dev.wsksim.kernel.ke.WaitBegan;
import dev.wsksim.kernel.ke.WaitEnded;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.Follower;
import dev.wsksim.verifier.LongsByNumber;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallReturned;
import java.util.Arrays;
import java.util.Optional;

/**
 * Knows what runs on the processor: completion routines, and inside them calls and waits, in which the rest of the world
 * goes on. What happens is a routine's own doing where the routine was the last to begin.
 */
final class RunningRoutines implements Follower {

    private static final ImmutableSet<Class<? extends TraceRecord>> CHANGES = ImmutableSet.of(
            IrpTaken.class,
            IrpCompleted.class,
            CompletionRoutineReturned.class,
            WskCallEntered.class,
            WskCallReturned.class,
            WaitBegan.class,
            WaitEnded.class);
    private static final int FIRST_ROOM = 16;
    private static final long CALL = -1;
    private static final long WAIT = -2;
    private static final long ON_SUCCESS = 1;
    private static final long ON_ERROR = 2;
    private static final long ON_CANCEL = 4;

    /** A routine that runs, by the number of its IRP, and the entry with which it began. */
    record Running(long irp, long entry) {}

    /** The flags of the routine of each IRP that was taken, as {@link #flags}; 0 for none. */
    private final LongsByNumber invokedOn = new LongsByNumber();

    /** What runs, the last to begin at the end: the IRP of a routine, or a call, or a wait. */
    private long[] running = new long[FIRST_ROOM];

    /** The entries with which these began. */
    private long[] since = new long[FIRST_ROOM];

    private int size;
    private int routines;

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return CHANGES.contains(type);
    }

    @Override
    public void follow(TraceEntry entry) {
        TraceRecord record = entry.record();
        if (record instanceof IrpTaken taken) {
            invokedOn.put(taken.irp(), taken.routine() ? flags(taken.invokeOn()) : 0);
        } else if (record instanceof IrpCompleted completed) {
            if (invokes(invokedOn.put(completed.irp(), 0), completed)) {
                routines++;
                begin(completed.irp(), entry);
            }
        } else if (record instanceof CompletionRoutineReturned returned) {
            if (removeLast(returned.irp())) {
                routines--;
            }
        } else if (record instanceof WskCallEntered) {
            begin(CALL, entry);
        } else if (record instanceof WskCallReturned) {
            removeLast(CALL);
        } else if (record instanceof WaitBegan) {
            begin(WAIT, entry);
        } else if (record instanceof WaitEnded) {
            removeLast(WAIT);
        }
    }

    private static long flags(InvokeOn invokeOn) {
        return (invokeOn.success() ? ON_SUCCESS : 0)
                | (invokeOn.error() ? ON_ERROR : 0)
                | (invokeOn.cancel() ? ON_CANCEL : 0);
    }

    private static boolean invokes(long flags, IrpCompleted completed) {
        InvokeOn invokeOn = InvokeOn.of((flags & ON_SUCCESS) != 0, (flags & ON_ERROR) != 0, (flags & ON_CANCEL) != 0);
        return invokeOn.fits(completed.status(), completed.cancelRequested());
    }

    private void begin(long what, TraceEntry entry) {
        if (size == running.length) {
            running = Arrays.copyOf(running, size * 2);
            since = Arrays.copyOf(since, size * 2);
        }
        running[size] = what;
        since[size] = entry.number();
        size++;
    }

    private boolean removeLast(long what) {
        for (int i = size - 1; i >= 0; i--) {
            if (running[i] == what) {
                size--;
                System.arraycopy(running, i + 1, running, i, size - i);
                System.arraycopy(since, i + 1, since, i, size - i);
                return true;
            }
        }
        return false;
    }

    /** Returns the completion routine that runs now, if one does. */
    Optional<Running> routine() {
        boolean runs = size > 0 && running[size - 1] > 0;
        return runs ? Optional.of(new Running(running[size - 1], since[size - 1])) : Optional.empty();
    }

    /** Returns how many completion routines have begun and not returned. */
    int depth() {
        return routines;
    }
}
