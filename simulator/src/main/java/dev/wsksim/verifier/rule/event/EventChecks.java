package dev.wsksim.verifier.rule.event;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.ViolationSink;
import dev.wsksim.wsk.event.CallbackMisused;
import dev.wsksim.wsk.event.CallbackReturned;

/** Judges what callbacks return, by itself. */
final class EventChecks {

    private static final String SUCCESS = "STATUS_SUCCESS";
    private static final ImmutableSet<String> OF_DATA =
            ImmutableSet.of(SUCCESS, "STATUS_PENDING", "STATUS_DATA_NOT_ACCEPTED");
    private static final ImmutableMap<String, ImmutableSet<String>> ALLOWED = ImmutableMap.of(
            "WskReceiveEvent",
            OF_DATA,
            "WskReceiveFromEvent",
            OF_DATA,
            "WskDisconnectEvent",
            ImmutableSet.of(SUCCESS),
            "WskSendBacklogEvent",
            ImmutableSet.of(SUCCESS));

    private EventChecks() {}

    static void returns(TraceEntry entry, CallbackReturned returned, ViolationSink sink) {
        ImmutableSet<String> allowed = ALLOWED.get(returned.callback());
        if (allowed != null && !allowed.contains(returned.returned())) {
            sink.violated(
                    returned.callback() + " of socket " + returned.socket() + " returned " + returned.returned()
                            + "; its page has " + String.join(", ", allowed),
                    entry);
        }
    }

    static void misused(TraceEntry entry, CallbackMisused misused, ViolationSink sink) {
        if (misused.callback().equals("WskReceiveEvent")) {
            sink.violated(misused.callback() + " of socket " + misused.socket() + ": " + misused.what(), entry);
        }
    }
}
