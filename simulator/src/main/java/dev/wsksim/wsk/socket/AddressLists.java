package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.InterfaceChange;
import dev.wsksim.net.host.InterfaceListener;
import java.util.ArrayList;
import java.util.List;

/**
 * The local addresses of a host, family by family, and who waits for them to change: those of the interfaces that are
 * up, without loopback. Source: sio-address-list-query, sio-address-list-change.
 */
public final class AddressLists implements InterfaceListener {

    private final Host host;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean listening;

    /** Somebody who waits until the list of a family differs from what it was. */
    private record Waiting(IpFamily family, ImmutableList<IpAddress> before, Runnable changed) {}

    AddressLists(Host host) {
        this.host = host;
    }

    /** Returns the addresses of a family, the preferred ones first. */
    public ImmutableList<IpAddress> of(IpFamily family) {
        return host.addresses().stream()
                .map(HostAddress::address)
                .filter(address -> address.family() == family)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Has something done once, when the list of a family has changed.
     *
     * @return what to do when nobody waits any more
     */
    public Runnable awaitChange(IpFamily family, Runnable changed) {
        if (!listening) {
            listening = true;
            host.addInterfaceListener(this);
        }
        Waiting entry = new Waiting(family, of(family), changed);
        waiting.add(entry);
        return () -> waiting.removeIf(other -> other.changed() == changed);
    }

    @Override
    public void interfaceChanged(InterfaceChange change) {
        for (Waiting entry : ImmutableList.copyOf(waiting)) {
            if (!of(entry.family()).equals(entry.before())) {
                waiting.remove(entry);
                entry.changed().run();
            }
        }
    }
}
