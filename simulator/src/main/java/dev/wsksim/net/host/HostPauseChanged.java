package dev.wsksim.net.host;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A host was paused or goes on.
 *
 * @param host its name
 * @param paused whether it stands still from now on
 */
public record HostPauseChanged(String host, boolean paused) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "host-pause-changed";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.flag("paused", paused);
    }

    @Override
    public String describe() {
        return host + (paused ? " is paused" : " goes on");
    }
}
