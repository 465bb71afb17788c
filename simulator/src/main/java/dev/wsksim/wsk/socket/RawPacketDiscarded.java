package dev.wsksim.wsk.socket;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A packet that a driver sent from a raw socket was dropped without a word.
 *
 * @param socket the number of the socket
 * @param reason why
 */
public record RawPacketDiscarded(int socket, String reason) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "raw-packet-discarded";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("socket", socket);
        fields.text("reason", reason);
    }

    @Override
    public String describe() {
        return "socket " + socket + ": the packet was dropped (" + reason + ")";
    }
}
