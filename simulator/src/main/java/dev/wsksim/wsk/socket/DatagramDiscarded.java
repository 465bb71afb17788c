package dev.wsksim.wsk.socket;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A datagram reached its socket, and the driver will never see it.
 *
 * @param socket the number of the socket
 * @param remote who sent it
 * @param length how many bytes of data it has
 * @param reason why
 */
public record DatagramDiscarded(int socket, Endpoint remote, int length, String reason) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "datagram-discarded";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("socket", socket);
        fields.text("remote", remote.toString());
        fields.number("length", length);
        fields.text("reason", reason);
    }

    @Override
    public String describe() {
        return "socket " + socket + ": datagram of " + length + " bytes from " + remote + " discarded (" + reason + ")";
    }
}
