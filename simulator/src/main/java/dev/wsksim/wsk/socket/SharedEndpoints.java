package dev.wsksim.wsk.socket;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The datagram sockets that share a local endpoint under SO_REUSEADDR.
 *
 * <p>A datagram to one host goes to one of them; which one, no page says, so that is a decision. Broadcasts and packets
 * to groups go to all. Source: sharing-transport-addresses, so-reuseaddr.
 */
final class SharedEndpoints {

    private final WskEnvironment environment;
    private final Map<Endpoint, List<UdpTransport>> sharers = new LinkedHashMap<>();

    SharedEndpoints(WskEnvironment environment) {
        this.environment = environment;
    }

    void add(Endpoint local, UdpTransport transport) {
        sharers.computeIfAbsent(local, unused -> new ArrayList<>(2)).add(transport);
    }

    void remove(Endpoint local, UdpTransport transport) {
        List<UdpTransport> left = sharers.get(local);
        if (left != null) {
            left.removeIf(one -> one == transport);
            if (left.isEmpty()) {
                sharers.remove(local);
            }
        }
    }

    /** Chooses who receives a datagram to one host that came for one of them. */
    UdpTransport receiver(Endpoint local, UdpTransport found) {
        List<UdpTransport> all = sharers.get(local);
        if (all == null || all.size() < 2) {
            return found;
        }
        int answer = environment.decisions().choose(WskDecisions.SHARED_DATAGRAM, all.size(), found.socketNumber());
        return all.get(answer);
    }
}
