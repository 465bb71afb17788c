package dev.wsksim.verifier.rule.listen;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.Follower;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.SocketEvent;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.call.WskCallSettled;
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
    private final Map<Long, Map.Entry<Pended, Long>> answered = new LinkedHashMap<>();

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
                || type == WskCallSettled.class
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
        } else if (entry.record() instanceof WskCallSettled settled) {
            settled(settled);
        } else if (entry.record() instanceof SocketEvent event && event.change() == SocketEvent.Change.DIED) {
            pended.keySet().removeIf(one -> one.socket() == event.socket());
        }
    }

    /** An answer for which there was no memory is none: the request waits on. */
    private void settled(WskCallSettled settled) {
        if (settled.function() == WskFunction.WskInspectComplete) {
            Map.Entry<Pended, Long> one = answered.remove(settled.irp());
            if (one != null && settled.status() == NtStatus.STATUS_INSUFFICIENT_RESOURCES) {
                pended.put(one.getKey(), one.getValue());
            }
        }
    }

    private void called(WskCallEntered call) {
        int socket = call.subject().socket();
        if (call.function() == WskFunction.WskInspectComplete) {
            Pended one = new Pended(socket, call.arguments().getOrDefault("InspectID", "NULL"));
            Long since = pended.remove(one);
            if (since != null) {
                answered.put(call.irp(), Map.entry(one, since));
            }
        } else if (call.function() == WskFunction.WskCloseSocket) {
            pended.keySet().removeIf(one -> one.socket() == socket);
        }
    }
}
