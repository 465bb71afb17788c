package dev.wsksim.net.tcp;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The passive opens of a host, found by port; one for the very address of a SYN comes before one for the wildcard
 * address.
 */
final class ListenerTable {

    private static final int BUCKETS = 64;

    private final @Nullable TcpListener[] buckets = new TcpListener[BUCKETS];
    private final List<TcpListener> inOrder = new ArrayList<>();

    TcpListener add(Endpoint local, TcpListenPolicy policy) {
        for (TcpListener other : inOrder) {
            if (other.local().equals(local)) {
                throw new IllegalStateException("somebody listens at " + local + " already");
            }
        }
        TcpListener listener = new TcpListener(this, local, policy);
        inOrder.add(listener);
        int bucket = local.port() % BUCKETS;
        listener.nextInBucket = buckets[bucket];
        buckets[bucket] = listener;
        return listener;
    }

    void remove(TcpListener listener) {
        inOrder.remove(listener);
        int bucket = listener.local().port() % BUCKETS;
        TcpListener before = null;
        for (TcpListener at = buckets[bucket]; at != null; at = at.nextInBucket) {
            if (at == listener) {
                if (before == null) {
                    buckets[bucket] = at.nextInBucket;
                } else {
                    before.nextInBucket = at.nextInBucket;
                }
                return;
            }
            before = at;
        }
    }

    boolean contains(TcpListener listener) {
        return inOrder.contains(listener);
    }

    @Nullable
    TcpListener find(IpAddress address, int port) {
        TcpListener wildcard = null;
        for (TcpListener at = buckets[port % BUCKETS]; at != null; at = at.nextInBucket) {
            Endpoint local = at.local();
            if (local.port() != port || local.address().family() != address.family()) {
                continue;
            }
            if (local.address().equals(address)) {
                return at;
            }
            if (local.address().isWildcard()) {
                wildcard = at;
            }
        }
        return wildcard;
    }

    ImmutableList<TcpListener> inOrder() {
        return ImmutableList.copyOf(inOrder);
    }
}
