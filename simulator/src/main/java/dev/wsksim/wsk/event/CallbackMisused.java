package dev.wsksim.wsk.event;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * An event callback of the driver wrote something to an out parameter that it may not.
 *
 * @param callback the callback's C name
 * @param socket the number of the socket
 * @param what what is wrong, in words
 */
public record CallbackMisused(String callback, int socket, String what) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "callback-misused";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("callback", callback);
        fields.number("socket", socket);
        fields.text("what", what);
    }

    @Override
    public String describe() {
        return callback + " of socket " + socket + ": " + what;
    }
}
