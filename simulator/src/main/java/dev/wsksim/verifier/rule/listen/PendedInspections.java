package dev.wsksim.verifier.rule.listen;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.Follower;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.SocketEvent;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.event.CallbackEntered;
import dev.wsksim.wsk.event.CallbackReturned;
import dev.wsksim.wsk.event.EarlyAnswer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows which requests WskInspectEvent has left pending, and that nobody has ended yet. */
final class PendedInspections implements Follower {

    /**
     * A request that waits.
     *
     * @param socket the number of the listening socket
     * @param id its WSK_INSPECT_ID, as text
     */
    record Pended(int socket, String id) {}

    private final Map<Integer, String> asked = new LinkedHashMap<>();
    private final Map<Pended, Long> pended = new LinkedHashMap<>();

    /** Returns the requests that wait, with the entries since when. */
    Map<Pended, Long> pended() {
        return pended;
    }

    /** Tells whether WskInspectEvent runs and was asked about a request. */
    boolean isAsked(Pended one) {
        return one.id().equals(asked.get(one.socket()));
    }

    @Override
    public boolean wants(Class<? extends TraceRecord> type) {
        return type == CallbackEntered.class
                || type == CallbackReturned.class
                || type == EarlyAnswer.class
                || type == WskCallEntered.class
                || type == SocketEvent.class;
    }

    @Override
    public void follow(TraceEntry entry) {
        if (entry.record() instanceof CallbackEntered entered) {
            String id = entered.arguments().getOrDefault("InspectID", "NULL");
            if (entered.callback().equals("WskInspectEvent")) {
                asked.put(entered.socket(), id);
            } else if (entered.callback().equals("WskAbortEvent")) {
                pended.remove(new Pended(entered.socket(), id));
            }
        } else if (entry.record() instanceof CallbackReturned returned
                && returned.callback().equals("WskInspectEvent")) {
            String id = asked.remove(returned.socket());
            if (id != null && !id.equals("NULL") && returned.returned().equals("WskInspectPend")) {
                pended.put(new Pended(returned.socket(), id), entry.number());
            }
        } else if (entry.record() instanceof EarlyAnswer early) {
            pended.remove(new Pended(early.socket(), early.subject()));
        } else if (entry.record() instanceof WskCallEntered call) {
            called(call);
        } else if (entry.record() instanceof SocketEvent event && event.change() == SocketEvent.Change.DIED) {
            pended.keySet().removeIf(one -> one.socket() == event.socket());
        }
    }

    private void called(WskCallEntered call) {
        int socket = call.subject().socket();
        if (call.function() == WskFunction.WskInspectComplete) {
            pended.remove(new Pended(socket, call.arguments().getOrDefault("InspectID", "NULL")));
        } else if (call.function() == WskFunction.WskCloseSocket) {
            pended.keySet().removeIf(one -> one.socket() == socket);
        }
    }
}
