package dev.wsksim.kernel.ps;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A thread began to act under another token than its process.
 *
 * @param thread the thread
 * @param user the SID of the token's user
 * @param level the impersonation level
 */
public record ImpersonationBegan(String thread, String user, String level) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "impersonation-began";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("thread", thread);
        fields.text("user", user);
        fields.text("level", level);
    }

    @Override
    public String describe() {
        return thread + " impersonates " + user + " at " + level;
    }
}
