package dev.wsksim.verifier.rule.event;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.event.CallbackReturned;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Knows the lists that callbacks have kept, and looks at their age when one is released. Which list of a socket a release
 * is about does not matter as long as the oldest one goes first; where it does not, the oldest one is the one that counts.
 */
final class KeptTooLongCheck implements RuleCheck {

    /** How long a list may be kept that is wanted back as soon as possible; the page has no number (assumption, OQ-127). */
    static final SimDuration AS_SOON_AS_POSSIBLE = SimDuration.ofSeconds(1);
    /** How long any other list may be kept; the page has no number (assumption, OQ-127). */
    static final SimDuration REASONABLE = SimDuration.ofSeconds(60);

    private static final String ASAP = "WSK_FLAG_RELEASE_ASAP";

    /** A list: the entry of its callback, when that was, and how long it may be kept. */
    private record Kept(long entry, long sinceNanos, SimDuration limit) {}

    private final ArrayDeque<Boolean> flagged = new ArrayDeque<>();
    private final Map<Integer, ArrayDeque<Kept>> kept = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == CallbackEntered.class || type == CallbackReturned.class || type == WskCallEntered.class;
    }

    @Override
    public boolean wants(WskFunction function) {
        return function == WskFunction.WskRelease;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof CallbackEntered callback) {
            flagged.addLast(callback.arguments().getOrDefault("Flags", "").contains(ASAP));
        } else if (entry.record() instanceof CallbackReturned callback) {
            returned(entry, callback, Boolean.TRUE.equals(flagged.pollLast()));
        } else if (entry.record() instanceof WskCallEntered call) {
            released(entry, call, sink);
        }
    }

    private void returned(TraceEntry entry, CallbackReturned callback, boolean soon) {
        boolean keeps = callback.callback().startsWith("WskReceive")
                && callback.returned().equals("STATUS_PENDING");
        if (keeps) {
            kept.computeIfAbsent(callback.socket(), unused -> new ArrayDeque<>())
                    .addLast(new Kept(entry.number(), entry.timeNanos(), soon ? AS_SOON_AS_POSSIBLE : REASONABLE));
        }
    }

    private void released(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        ArrayDeque<Kept> lists = kept.get(call.subject().socket());
        Kept oldest = lists == null ? null : lists.pollFirst();
        if (oldest != null
                && entry.timeNanos() - oldest.sinceNanos() > oldest.limit().nanos()) {
            sink.violated(
                    "WskRelease was called on socket " + call.subject().socket() + " for a list that was kept for "
                            + SimDuration.ofNanos(entry.timeNanos() - oldest.sinceNanos()) + ", not at most "
                            + oldest.limit(),
                    entry,
                    oldest.entry());
        }
    }
}
