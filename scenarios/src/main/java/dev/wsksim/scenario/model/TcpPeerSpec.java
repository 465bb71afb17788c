package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.peer.Backlog;
import java.util.Optional;

/**
 * What a host does on one TCP port.
 *
 * @param host the host
 * @param port the TCP port
 * @param connect one outcome per connection attempt; the last one stays
 * @param data what it does with connections of which the outcome does not say it
 * @param backlog how many connections wait until they are taken, and when that is; absent: taken at once, however many
 * @param position where it is written
 */
public record TcpPeerSpec(
        Reference host,
        int port,
        ImmutableList<ConnectOutcome> connect,
        PeerData data,
        Optional<Backlog> backlog,
        SourcePosition position)
        implements PeerSpec {
    @Override
    public TcpPeerSpec on(Reference newHost) {
        return new TcpPeerSpec(newHost, port, connect, data, backlog, position);
    }
}
