package dev.wsksim.net.packet;

/** Whether routers may cut a packet of IPv4: the bit DF (RFC 791 section 3.1). Packets of IPv6 are never cut on their way. */
public enum Fragmentation {
    /** As its protocol does it: TCP sets DF for path MTU discovery (RFC 1191 section 3), nothing else does. */
    USUAL,
    /** DF is set. */
    FORBIDDEN,
    /** DF is clear. */
    ALLOWED
}
