package dev.wsksim.net.link;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A link got other conditions.
 *
 * @param link the link, for example {@code client > server}
 * @param conditions the conditions from now on, in words
 */
public record LinkConditionsChanged(String link, String conditions) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "link-conditions-changed";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("link", link);
        fields.text("conditions", conditions);
    }

    @Override
    public String describe() {
        return "link " + link + " is now " + conditions;
    }
}
