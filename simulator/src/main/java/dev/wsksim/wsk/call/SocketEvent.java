package dev.wsksim.wsk.call;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A socket entered or left the world.
 *
 * @param change what happened
 * @param socket the socket's number
 * @param detail the socket's category and transport, or why it was freed
 */
public record SocketEvent(Change change, int socket, String detail) implements TraceRecord {

    /** What can happen to a socket. */
    public enum Change {
        /** The provider made it. */
        CREATED("created"),
        /** The transport below it is gone; only WskCloseSocket is of use. */
        DIED("died"),
        /** The memory of WSK_SOCKET is gone. */
        FREED("freed");

        private final String label;
        private final String kind;

        Change(String label) {
            this.label = label;
            this.kind = "socket-" + label;
        }
    }

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return change.kind;
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("socket", socket);
        fields.text("detail", detail);
    }

    @Override
    public String describe() {
        return "socket " + socket + " " + change.label + ": " + detail;
    }
}
