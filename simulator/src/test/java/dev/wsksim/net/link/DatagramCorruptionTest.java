package dev.wsksim.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.PacketDiscarded;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.udp.ReceivedDatagram;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpUser;
import org.junit.jupiter.api.Test;

/** A wrong bit in a datagram: its checksum catches it, and nothing does where it has none. */
class DatagramCorruptionTest {

    private static final byte[] DATA = new byte[64];

    private final TwoHosts world = new TwoHosts(
            LinkConfiguration.of(new Corruption(PacketSelection.ALL, Corruption.Kind.CAUGHT)),
            TwoHosts.ONE_MILLISECOND);
    private final UdpEndpoint sender = world.client.udp().bind(Endpoint.of("0.0.0.0:1000"), UdpUser.FETCHING);
    private final UdpEndpoint receiver = world.server.udp().bind(Endpoint.of("0.0.0.0:7"), UdpUser.FETCHING);

    private void send() {
        sender.sendTo(ByteSlice.copyOf(DATA), IpAddress.of("192.0.2.20"), 7);
        world.loop.run();
    }

    @Test
    void checksummed_isDiscarded() {
        send();
        assertThat(receiver.waiting()).isZero();
        assertThat(world.records(PacketDiscarded.class)).hasSize(1);
    }

    @Test
    void withoutChecksum_arrivesWithOneBitWrong() {
        sender.setChecksummed(false);
        send();
        ReceivedDatagram received = receiver.receive();
        assertThat(received).isNotNull();
        int wrong = 0;
        for (byte each : received.data().toByteArray()) {
            wrong += Integer.bitCount(each & 0xFF);
        }
        assertThat(wrong).isEqualTo(1);
    }
}
