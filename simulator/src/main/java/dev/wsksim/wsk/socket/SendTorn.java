package dev.wsksim.wsk.socket;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A send was cancelled of which only a part was written: the stream would have a hole, so the connection is reset.
 *
 * @param socket the number of the socket
 * @param written how many of its bytes were given to the transport
 * @param length how many bytes it has
 */
public record SendTorn(int socket, long written, long length) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "send-torn";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("socket", socket);
        fields.number("written", written);
        fields.number("length", length);
    }

    @Override
    public String describe() {
        return "socket " + socket + ": a send of " + length + " bytes was cancelled when " + written
                + " of them were written; the connection is reset (assumption, OQ-117)";
    }
}
