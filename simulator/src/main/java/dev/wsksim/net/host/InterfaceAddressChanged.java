package dev.wsksim.net.host;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;

/**
 * A network interface got an address or lost one.
 *
 * @param host the name of the host
 * @param interfaceName the name of the interface
 * @param address the address
 * @param added whether it was added; if not, it was removed
 */
public record InterfaceAddressChanged(String host, String interfaceName, HostAddress address, boolean added)
        implements InterfaceChange {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "interface-address-changed";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.text("interface", interfaceName);
        fields.text("address", address.toString());
        fields.flag("added", added);
    }

    @Override
    public String describe() {
        return host + ": interface " + interfaceName + (added ? " got " : " lost ") + "the address " + address;
    }
}
