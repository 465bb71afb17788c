package dev.wsksim.net.host;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A host crashed or started again.
 *
 * @param host its name
 * @param running whether it runs from now on
 */
public record HostStateChanged(String host, boolean running) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "host-state-changed";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.flag("running", running);
    }

    @Override
    public String describe() {
        return host + (running ? " restarted" : " crashed");
    }
}
