package dev.wsksim.net.peer;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * An act of a scripted conversation is done.
 *
 * @param end which end of which connection, in words
 * @param number the number of the act, from 1
 * @param act the act in words
 */
public record ActTaken(String end, int number, String act) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "peer-act";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("end", end);
        fields.number("number", number);
        fields.text("act", act);
    }

    @Override
    public String describe() {
        return end + ": act " + number + " done, " + act;
    }
}
