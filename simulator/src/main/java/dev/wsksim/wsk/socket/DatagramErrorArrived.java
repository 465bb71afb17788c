package dev.wsksim.wsk.socket;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * An ICMP error about a datagram of a socket has come.
 *
 * @param socket the number of the socket
 * @param remote where the datagram was sent to
 * @param error the status that stands for the error, or its kind where none does
 * @param whatFollows what becomes of it
 */
public record DatagramErrorArrived(int socket, Endpoint remote, String error, String whatFollows)
        implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "datagram-error-arrived";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("socket", socket);
        fields.text("remote", remote.toString());
        fields.text("error", error);
        fields.text("what-follows", whatFollows);
    }

    @Override
    public String describe() {
        return "socket " + socket + ": a datagram to " + remote + " was not delivered, " + error + ": " + whatFollows;
    }
}
