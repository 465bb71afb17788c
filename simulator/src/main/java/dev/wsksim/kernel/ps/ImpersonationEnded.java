package dev.wsksim.kernel.ps;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A thread acts under its process's token again.
 *
 * @param thread the thread
 */
public record ImpersonationEnded(String thread) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "impersonation-ended";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("thread", thread);
    }

    @Override
    public String describe() {
        return thread + " reverts to the token of its process";
    }
}
