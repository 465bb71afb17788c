package dev.wsksim.export.netstat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.udp.UdpEndpoint;
import java.util.Optional;

/**
 * A UDP endpoint as it was at one instant.
 *
 * @param local where it was bound
 * @param remote the only remote end that it heard, if there was one
 * @param receiveQueue how many bytes of data waited to be received; a datagram without data counts one
 * @param waiting how many datagrams waited
 * @param groups the groups that it had joined
 */
public record DatagramSnapshot(
        Endpoint local, Optional<Endpoint> remote, long receiveQueue, int waiting, ImmutableList<IpAddress> groups) {

    static DatagramSnapshot of(UdpEndpoint endpoint) {
        return new DatagramSnapshot(
                endpoint.local(),
                Optional.ofNullable(endpoint.remote()),
                endpoint.waitingBytes(),
                endpoint.waiting(),
                endpoint.groups());
    }
}
