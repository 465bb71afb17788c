package dev.wsksim.net.tcp;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.packet.IpExtras;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpSegment;

/**
 * What one connection does otherwise than its host: how long it is retransmitted, and what its packets have in their IP
 * header. Nearly no connection has such rules.
 *
 * <p>The limit replaces the number of retransmissions and the cap of a connect: what was sent and not acknowledged for so
 * long is given up. Source: TCP_MAXRT of the page ipproto-tcp-socket-options, and the options of the pages
 * ipproto-ip-socket-options and ipproto-ipv6-socket-options.
 */
public final class ConnectionRules {

    /** In place of a limit: as the parameters of the connection say. */
    public static final long NO_RULE = 0;
    /** In place of a limit: retransmitted for ever. */
    public static final long FOR_EVER = Long.MAX_VALUE;

    private final long limitNanos;
    private final int hopLimit;
    private final IpExtras extras;
    private final int interfaceIndex;
    private long silentSinceNanos;

    /**
     * Makes rules.
     *
     * @param limitNanos after how long without an answer the connection is given up, {@link #NO_RULE} or {@link #FOR_EVER}
     * @param hopLimit the hop limit; 0 for the host's own
     * @param extras what else the header has
     * @param interfaceIndex the interface to leave through; 0 for that of the route
     */
    public ConnectionRules(long limitNanos, int hopLimit, IpExtras extras, int interfaceIndex) {
        this.limitNanos = limitNanos;
        this.hopLimit = hopLimit;
        this.extras = extras;
        this.interfaceIndex = interfaceIndex;
    }

    long silentSinceNanos() {
        return silentSinceNanos;
    }

    boolean hasLimit() {
        return limitNanos != NO_RULE;
    }

    /** Notes when that was sent which is not answered. */
    void silentSince(long nanos) {
        silentSinceNanos = nanos;
    }

    boolean isLimitReached(long nowNanos) {
        return limitNanos != FOR_EVER && nowNanos - silentSinceNanos >= limitNanos;
    }

    /** Returns a delay, or what is left up to the limit where that is less. */
    long cut(long delayNanos, long nowNanos) {
        return limitNanos == FOR_EVER ? delayNanos : Math.min(delayNanos, limitNanos - (nowNanos - silentSinceNanos));
    }

    void send(TcpSegment segment, Endpoint local, Endpoint remote, IpLayer ip) {
        int hops = hopLimit == 0 ? ip.defaultHopLimit() : hopLimit;
        Packet packet = new Packet(local.address(), remote.address(), hops, segment, extras);
        if (interfaceIndex == 0) {
            ip.send(packet);
        } else {
            ip.send(packet, interfaceIndex);
        }
    }
}
