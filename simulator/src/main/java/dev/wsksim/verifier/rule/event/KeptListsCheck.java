package dev.wsksim.verifier.rule.event;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.event.CallbackReturned;
import dev.wsksim.wsk.socket.IndicationsLost;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds the lists that were still kept when their socket went: the provider knows which those are, since a driver may cut
 * a list of datagrams and release it in parts. Cites the callback that has kept one last.
 */
final class KeptListsCheck implements RuleCheck {

    private static final String KEEPS = "STATUS_PENDING";

    private final Map<Integer, Long> lastKept = new LinkedHashMap<>();

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == CallbackReturned.class || type == IndicationsLost.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof CallbackReturned returned) {
            if (returned.callback().startsWith("WskReceive")
                    && returned.returned().equals(KEEPS)) {
                lastKept.put(returned.socket(), entry.number());
            }
        } else if (entry.record() instanceof IndicationsLost lost) {
            sink.violated(
                    "WskCloseSocket was called on socket " + lost.socket() + " while the driver keeps " + lost.lists()
                            + (lost.lists() == 1 ? " list" : " lists") + " of it",
                    entry,
                    lastKept.getOrDefault(lost.socket(), 0L));
        }
    }
}
