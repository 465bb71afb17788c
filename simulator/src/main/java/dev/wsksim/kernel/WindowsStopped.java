package dev.wsksim.kernel;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * Windows stopped with a bug check. Whoever catches the {@link SimulatedBugCheck} and ends the run reports it.
 *
 * @param code the stop code
 * @param parameters what the parameters of the stop code say, in words; empty when they add nothing
 * @param what what the driver did
 * @param page the file name of the page with the broken rule
 */
public record WindowsStopped(BugCheck code, String parameters, String what, String page) implements TraceRecord {

    /** Returns the record of a bug check. */
    public static WindowsStopped of(SimulatedBugCheck stop) {
        return new WindowsStopped(stop.code(), stop.parameters(), stop.what(), stop.page());
    }

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "bug-check";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("name", code.name());
        fields.number("code", code.code());
        fields.text("parameters", parameters);
        fields.text("what", what);
        fields.text("page", page);
    }

    @Override
    public String describe() {
        return "bug check " + code.toHex() + " " + code.name() + ": " + what + " [" + page + "]";
    }
}
