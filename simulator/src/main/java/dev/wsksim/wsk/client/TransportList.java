package dev.wsksim.wsk.client;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.InterfaceAddressChanged;
import dev.wsksim.net.host.InterfaceChange;
import dev.wsksim.net.host.InterfaceListener;
import dev.wsksim.wsk.Ws2def;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The transports of one host for which sockets can be created, as they come and go, and who waits for that.
 *
 * <p>No page says what adds or removes a transport of TCP/IP. Assumption (OQ-114): when the last address of a family is
 * taken from the interfaces of the host, its transports go, and they come back with the first one; an interface that goes
 * down keeps its addresses. A family of which the host never had an address is in the list, because of loopback.
 *
 * <p>Source: wsk-transport-list-query, wsk-transport-list-change.
 */
public final class TransportList implements InterfaceListener {

    private final Host host;
    private final Set<IpFamily> gone = EnumSet.noneOf(IpFamily.class);
    private final List<Runnable> waiting = new ArrayList<>();
    private ImmutableList<WskTransport> now = WskTransport.TCPIP;

    /** Makes the list of a host; it begins with all transports of TCP/IP. */
    public TransportList(Host host) {
        this.host = host;
        host.addInterfaceListener(this);
    }

    /** Returns the transports that there are now. */
    public ImmutableList<WskTransport> now() {
        return now;
    }

    /** Tells whether sockets can be created for a combination. */
    public boolean offers(int family, int type, int protocol) {
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).covers(family, type, protocol)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Has something done once, when a transport was added or removed.
     *
     * @return what to do when nobody waits any more
     */
    public Runnable awaitChange(Runnable changed) {
        waiting.add(changed);
        return () -> waiting.remove(changed);
    }

    @Override
    public void interfaceChanged(InterfaceChange change) {
        boolean changed = false;
        for (IpFamily family : IpFamily.values()) {
            boolean hasAddress = host.interfaces().stream()
                    .flatMap(own -> own.addresses().stream())
                    .anyMatch(address -> address.address().family() == family);
            changed |= hasAddress ? gone.remove(family) : wasLast(change, family) && gone.add(family);
        }
        if (changed) {
            tell();
        }
    }

    private static boolean wasLast(InterfaceChange change, IpFamily family) {
        return change instanceof InterfaceAddressChanged lost
                && !lost.added()
                && lost.address().address().family() == family;
    }

    private void tell() {
        now = WskTransport.TCPIP.stream()
                .filter(transport -> !gone.contains(familyOf(transport)))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Runnable> told = ImmutableList.copyOf(waiting);
        waiting.clear();
        told.forEach(Runnable::run);
    }

    private static IpFamily familyOf(WskTransport transport) {
        return transport.addressFamily() == Ws2def.AF_INET6 ? IpFamily.IPV6 : IpFamily.IPV4;
    }
}
