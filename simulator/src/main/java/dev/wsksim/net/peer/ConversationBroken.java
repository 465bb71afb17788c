package dev.wsksim.net.peer;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A scripted conversation took another course than its script.
 *
 * @param mismatch what was otherwise
 */
public record ConversationBroken(Mismatch mismatch) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "peer-mismatch";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("end", mismatch.end());
        fields.number("number", mismatch.act() + 1L);
        fields.text("title", mismatch.title());
        fields.text("expected", mismatch.expected());
        fields.text("actual", mismatch.actual());
    }

    @Override
    public String describe() {
        return mismatch.toString();
    }
}
