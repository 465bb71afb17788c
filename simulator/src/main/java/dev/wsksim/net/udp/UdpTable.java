package dev.wsksim.net.udp;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of a host, found by port without allocating anything.
 *
 * <p>Each bucket is a chain in the order of binding, so what goes to several endpoints reaches them in that order. There
 * are at least as many buckets as endpoints.
 */
final class UdpTable {

    private static final int FIRST_BUCKETS = 16;

    private @Nullable UdpEndpoint[] buckets = new UdpEndpoint[FIRST_BUCKETS];
    private final List<UdpEndpoint> inOrder = new ArrayList<>();

    void add(UdpEndpoint endpoint) {
        inOrder.add(endpoint);
        if (inOrder.size() > buckets.length) {
            buckets = new UdpEndpoint[2 * buckets.length];
            inOrder.forEach(each -> each.nextInBucket = null);
            inOrder.forEach(this::append);
        } else {
            append(endpoint);
        }
    }

    private void append(UdpEndpoint endpoint) {
        int bucket = endpoint.localPort & buckets.length - 1;
        UdpEndpoint last = buckets[bucket];
        if (last == null) {
            buckets[bucket] = endpoint;
            return;
        }
        while (last.nextInBucket != null) {
            last = last.nextInBucket;
        }
        last.nextInBucket = endpoint;
    }

    void remove(UdpEndpoint endpoint) {
        inOrder.remove(endpoint);
        int bucket = endpoint.localPort & buckets.length - 1;
        UdpEndpoint before = null;
        for (UdpEndpoint at = buckets[bucket]; at != null; at = at.nextInBucket) {
            if (at == endpoint) {
                if (before == null) {
                    buckets[bucket] = at.nextInBucket;
                } else {
                    before.nextInBucket = at.nextInBucket;
                }
                at.nextInBucket = null;
                return;
            }
            before = at;
        }
        throw new AssertionError("endpoint " + endpoint + " is not in the table");
    }

    /** Returns the first endpoint in the chain of a port; others of that chain may have another port. */
    @Nullable
    UdpEndpoint firstInChain(int port) {
        return buckets[port & buckets.length - 1];
    }

    /**
     * Finds the endpoint for a datagram to one host: a connected one comes before one that takes any remote end, then
     * one with the very address before one with the wildcard address, then the one that was bound first.
     */
    @Nullable
    UdpEndpoint find(IpAddress local, int port, IpAddress remote, int remotePort) {
        UdpEndpoint best = null;
        int bestScore = 0;
        for (UdpEndpoint at = firstInChain(port); at != null; at = at.nextInBucket) {
            int score = at.localPort == port ? at.unicastScore(local, remote, remotePort) : 0;
            if (score > bestScore) {
                best = at;
                bestScore = score;
            }
        }
        return best;
    }

    ImmutableList<UdpEndpoint> inOrder() {
        return ImmutableList.copyOf(inOrder);
    }
}
