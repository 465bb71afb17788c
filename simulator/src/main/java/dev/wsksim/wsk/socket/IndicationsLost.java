package dev.wsksim.wsk.socket;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A socket was closed while the driver kept indication lists of it, whose memory is gone now.
 *
 * @param socket the number of the socket
 * @param lists how many lists
 */
public record IndicationsLost(int socket, int lists) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "indications-lost";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("socket", socket);
        fields.number("lists", lists);
    }

    @Override
    public String describe() {
        return "socket " + socket + " is gone, and with it " + lists + (lists == 1 ? " list" : " lists")
                + " of indicated data that the driver keeps (assumption, OQ-42)";
    }
}
