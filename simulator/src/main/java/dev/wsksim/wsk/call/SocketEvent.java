package dev.wsksim.wsk.call;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A socket entered or left the world.
 *
 * @param socket the socket's number
 * @param event "created" or "freed"
 * @param detail the socket's category and transport, or why it was freed
 */
public record SocketEvent(int socket, String event, String detail) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "socket-" + event;
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("socket", socket);
        fields.text("detail", detail);
    }

    @Override
    public String describe() {
        return "socket " + socket + " " + event + ": " + detail;
    }
}
