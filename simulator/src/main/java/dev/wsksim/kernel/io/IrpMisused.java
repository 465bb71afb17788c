package dev.wsksim.kernel.io;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * Somebody used an IRP against the documented rules.
 *
 * @param irp the number of the IRP
 * @param routine the C name of the routine that was called
 * @param state where the IRP was in its life
 * @param what what was wrong, as a sentence without a full stop
 * @param page the file name of the page with the rule
 * @param consequence the bug check that follows, or what Driver Verifier reports; empty when Windows says nothing
 */
public record IrpMisused(long irp, String routine, IrpState state, String what, String page, String consequence)
        implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "irp-misused";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
        fields.text("routine", routine);
        fields.text("state", state.name());
        fields.text("what", what);
        fields.text("page", page);
        fields.text("consequence", consequence);
    }

    @Override
    public String describe() {
        return routine + ": " + what + (consequence.isEmpty() ? "" : "; " + consequence) + " [" + page + "]";
    }
}
