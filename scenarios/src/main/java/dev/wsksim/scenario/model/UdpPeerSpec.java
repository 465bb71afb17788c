package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;

/**
 * What a host does on one UDP port.
 *
 * @param host the host
 * @param port the UDP port
 * @param reactions one per datagram; the last one stays
 * @param position where it is written
 */
public record UdpPeerSpec(Reference host, int port, ImmutableList<DatagramReaction> reactions, SourcePosition position)
        implements PeerSpec {
    @Override
    public UdpPeerSpec on(Reference newHost) {
        return new UdpPeerSpec(newHost, port, reactions, position);
    }
}
