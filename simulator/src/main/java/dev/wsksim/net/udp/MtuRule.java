package dev.wsksim.net.udp;

import dev.wsksim.net.packet.Fragmentation;

/**
 * What becomes of datagrams that do not fit into one packet on their path, and whether routers may cut them. Source: the
 * options IP_DONTFRAGMENT and IP_MTU_DISCOVER of the page ipproto-ip-socket-options, and those of IPv6.
 */
public enum MtuRule {
    /** They are sent in fragments that fit the path, as far as its MTU is known; DF is clear. */
    USUAL(Fragmentation.USUAL),
    /** None may be larger than the path MTU that is known; DF is set. */
    WITHIN_PATH(Fragmentation.FORBIDDEN),
    /** None may be larger than the MTU of the interface; DF is set. */
    WITHIN_INTERFACE(Fragmentation.FORBIDDEN),
    /** They are sent in fragments that fit the interface; DF is clear. */
    FRAGMENTS_OF_INTERFACE(Fragmentation.ALLOWED);

    private final Fragmentation fragmentation;

    MtuRule(Fragmentation fragmentation) {
        this.fragmentation = fragmentation;
    }

    Fragmentation fragmentation() {
        return fragmentation;
    }
}
