package dev.wsksim.scenario.model;

/** What a host does on one port of a protocol. */
public sealed interface PeerSpec permits TcpPeerSpec, UdpPeerSpec, WskPeerSpec {
    /** Returns the host. */
    Reference host();

    /** Returns the port. */
    int port();

    /** Returns where it is written. */
    SourcePosition position();

    /** Returns the same behaviour on another host. */
    PeerSpec on(Reference newHost);
}
