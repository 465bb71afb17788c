package dev.wsksim.verifier.rule.event;

import dev.wsksim.kernel.ke.WaitBegan;
import dev.wsksim.kernel.ke.WaitEnded;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.event.CallbackReturned;
import java.util.ArrayDeque;

/** Knows the callbacks that run; while one of them waits, what other threads do is not its doing. */
final class WaitingCheck implements RuleCheck {

    /** A callback that was entered, and the entry that says so. */
    private record Running(long entry, CallbackEntered callback) {}

    private final ArrayDeque<Running> running = new ArrayDeque<>();
    private int waiting;

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == CallbackEntered.class
                || type == CallbackReturned.class
                || type == WaitBegan.class
                || type == WaitEnded.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof CallbackEntered callback) {
            running.addLast(new Running(entry.number(), callback));
        } else if (entry.record() instanceof CallbackReturned) {
            running.pollLast();
        } else if (entry.record() instanceof WaitBegan wait && running.size() > waiting) {
            waiting++;
            Running last = running.getLast();
            sink.violated(
                    last.callback().callback() + " of socket " + last.callback().socket() + " waits for event '"
                            + wait.event() + "'",
                    entry,
                    last.entry());
        } else if (entry.record() instanceof WaitEnded && waiting > 0) {
            waiting--;
        }
    }
}
