package dev.wsksim.net.link;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A link went up or down.
 *
 * @param link the link, for example {@code client > server}
 * @param up whether it carries packets from now on
 */
public record LinkStateChanged(String link, boolean up) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "link-state-changed";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("link", link);
        fields.flag("up", up);
    }

    @Override
    public String describe() {
        return "link " + link + (up ? " is up" : " is down");
    }
}
