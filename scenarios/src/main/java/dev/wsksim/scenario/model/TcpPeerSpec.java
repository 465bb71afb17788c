package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;

/**
 * What a host does on one TCP port.
 *
 * @param host the host
 * @param port the TCP port
 * @param connect one outcome per connection attempt; the last one stays
 * @param data what it does with connections of which the outcome does not say it
 * @param position where it is written
 */
public record TcpPeerSpec(
        Reference host, int port, ImmutableList<ConnectOutcome> connect, PeerData data, SourcePosition position)
        implements PeerSpec {
    @Override
    public TcpPeerSpec on(Reference newHost) {
        return new TcpPeerSpec(newHost, port, connect, data, position);
    }
}
