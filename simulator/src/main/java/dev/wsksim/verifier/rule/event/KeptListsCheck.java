package dev.wsksim.verifier.rule.event;

import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallReturned;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.event.CallbackReturned;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts the lists that the driver keeps of each socket. A callback that is called with NULL, because its socket is
 * dead, has no list to keep, whatever it returns (OQ-29).
 */
final class KeptListsCheck implements RuleCheck {

    private static final String KEEPS = "STATUS_PENDING";

    private final Multiset<Integer> kept = LinkedHashMultiset.create();
    private final Map<Integer, Long> lastKept = new LinkedHashMap<>();
    private final Set<Integer> toldOfDeath = new LinkedHashSet<>();
    private int releasing;

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == CallbackEntered.class
                || type == CallbackReturned.class
                || type == WskCallEntered.class
                || type == WskCallReturned.class;
    }

    @Override
    public void observe(TraceEntry entry, ViolationSink sink) {
        if (entry.record() instanceof CallbackEntered entered) {
            if (isAboutData(entered.callback())
                    && "NULL".equals(entered.arguments().get("DataIndication"))) {
                toldOfDeath.add(entered.socket());
            }
        } else if (entry.record() instanceof CallbackReturned returned) {
            if (isAboutData(returned.callback())) {
                returned(entry, returned);
            }
        } else if (entry.record() instanceof WskCallEntered call) {
            called(entry, call, sink);
        } else if (entry.record() instanceof WskCallReturned returned
                && returned.function() == WskFunction.WskRelease
                && returned.status() != null
                && returned.status().isSuccess()) {
            kept.remove(releasing);
        }
    }

    private static boolean isAboutData(String callback) {
        return callback.startsWith("WskReceive");
    }

    private void returned(TraceEntry entry, CallbackReturned returned) {
        if (!toldOfDeath.remove(returned.socket()) && returned.returned().equals(KEEPS)) {
            kept.add(returned.socket());
            lastKept.put(returned.socket(), entry.number());
        }
    }

    private void called(TraceEntry entry, WskCallEntered call, ViolationSink sink) {
        int socket = call.subject().socket();
        int count = kept.count(socket);
        if (call.function() == WskFunction.WskRelease) {
            releasing = socket;
        } else if (call.function() == WskFunction.WskCloseSocket && count > 0) {
            sink.violated(
                    "WskCloseSocket was called on socket " + socket + " while the driver keeps " + count
                            + (count == 1 ? " list" : " lists") + " of it",
                    entry,
                    lastKept.getOrDefault(socket, 0L));
        }
    }
}
