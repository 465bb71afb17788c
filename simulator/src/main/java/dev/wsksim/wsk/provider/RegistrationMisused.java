package dev.wsksim.wsk.provider;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.WskFunction;

/**
 * A registration function was called against its rules, and has no status to say so.
 *
 * @param function the function
 * @param misuse which rule
 * @param registration the registration's number; 0 for a block that WskRegister never filled
 * @param what what was wrong
 */
public record RegistrationMisused(WskFunction function, Misuse misuse, int registration, String what)
        implements TraceRecord {

    /** What can be wrong. */
    public enum Misuse {
        /** WskRegister got a block that belongs to a registration which was not undone. */
        BLOCK_IN_USE,
        /** The block was never filled by WskRegister. */
        NOT_REGISTERED,
        /** WskDeregister was called on a block for which it had been called. */
        DEREGISTERED_BEFORE,
        /** WskReleaseProviderNPI found no capture to give back. */
        NOTHING_CAPTURED
    }

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "registration-misused";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("function", function.name());
        fields.text("misuse", misuse.name());
        fields.number("registration", registration);
        fields.text("what", what);
    }

    @Override
    public String describe() {
        return function + " misused: " + what;
    }
}
