package dev.wsksim.net.host;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;

/**
 * A network interface went up or down.
 *
 * @param host the name of the host
 * @param interfaceName the name of the interface
 * @param up whether it takes and gives packets from now on
 */
public record InterfaceStateChanged(String host, String interfaceName, boolean up) implements InterfaceChange {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "interface-state-changed";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.text("interface", interfaceName);
        fields.flag("up", up);
    }

    @Override
    public String describe() {
        return host + ": interface " + interfaceName + (up ? " is up" : " is down");
    }
}
