package dev.wsksim.scenario.report;

import com.google.common.base.Splitter;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.tcp.ConnectionName;
import dev.wsksim.wsk.call.SocketBound;
import dev.wsksim.wsk.call.SocketEvent;
import java.util.Iterator;

/** What became of a socket, as the trace tells it. */
final class SocketLife {
    private static final Splitter COMMA = Splitter.on(", ").limit(2);

    private String name = "";
    private String category = "socket";
    private String local = "";
    private String remote = "";
    private String end = "";
    private boolean freed;

    /** Goes on to the next change of its life. */
    void changed(SocketEvent event, SimTime at) {
        switch (event.change()) {
            case CREATED -> {
                Iterator<String> parts = COMMA.split(event.detail()).iterator();
                category = parts.next();
                int from = event.detail().lastIndexOf(" from ");
                remote = from < 0 ? remote : event.detail().substring(from + " from ".length());
            }
            case DIED -> end = ", dead since " + at + ": " + event.detail();
            case FREED -> {
                end = ", freed at " + at + ": " + event.detail();
                freed = true;
            }
        }
    }

    /** Goes on to the decision about its address. */
    void bound(SocketBound bound) {
        local = bound.local();
    }

    /** Notes the other end of its connection. */
    void connectsTo(String address) {
        remote = address;
    }

    /** Notes its name in the scenario. */
    void named(String word) {
        name = word;
    }

    /** Tells whether its memory is gone. */
    boolean isFreed() {
        return freed;
    }

    /** Tells whether an end of a connection of its host is its own. */
    boolean has(ConnectionName connection) {
        return !remote.isEmpty()
                && connection.remote().toString().equals(remote)
                && (local.isEmpty() || local.endsWith(":" + connection.local().port()) || isAt(connection.local()));
    }

    private boolean isAt(Endpoint endpoint) {
        return endpoint.toString().equals(local);
    }

    /** Returns what it is, without its connection. */
    String text() {
        String place = local.isEmpty() ? "not bound" : "bound to " + local;
        return title() + (freed ? "" : ", " + place) + end;
    }

    /** Returns what it is, with its connection. */
    String text(ConnectionName connection, String state) {
        return title() + ", " + connection.local() + " > " + connection.remote() + ", " + state + end;
    }

    private String title() {
        return (name.isEmpty() ? "" : "'" + name + "', ") + category;
    }
}
