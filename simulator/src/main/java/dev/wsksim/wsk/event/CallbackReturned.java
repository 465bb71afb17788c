package dev.wsksim.wsk.event;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * An event callback of the driver returned.
 *
 * @param callback the callback's C name
 * @param socket the number of the socket
 * @param returned the status or action that it returned
 * @param detail what follows from it, in words; may be empty
 */
public record CallbackReturned(String callback, int socket, String returned, String detail) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "callback-returned";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("callback", callback);
        fields.number("socket", socket);
        fields.text("returned", returned);
        fields.text("detail", detail);
    }

    @Override
    public String describe() {
        return callback + " of socket " + socket + " returned " + returned + (detail.isEmpty() ? "" : ": " + detail);
    }
}
