package dev.wsksim.net.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.io.BaseEncoding;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.RawPayload;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.net.packet.codec.PacketEncoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawStackTest {

    private static final IpAddress ANY_4 = IpAddress.wildcard(IpFamily.IPV4);
    private static final IpAddress ANY_6 = IpAddress.wildcard(IpFamily.IPV6);
    private static final IpAddress CLIENT = IpAddress.of("192.0.2.10");
    private static final IpAddress SERVER = IpAddress.of("192.0.2.20");
    private static final ByteSlice DATA = ByteSlice.copyOf((byte) 1, (byte) 2, (byte) 3);

    private final TwoHosts world = new TwoHosts();
    private final List<String> heard = new ArrayList<>();

    private RawEndpoint server(int protocol, IpAddress local) {
        return world.server
                .raw()
                .open(
                        protocol,
                        local,
                        (endpoint, packet) -> heard.add(endpoint + ": "
                                + BaseEncoding.base16()
                                        .lowerCase()
                                        .encode(RawEndpoint.received(packet).toByteArray())));
    }

    private RawEndpoint client(int protocol, IpAddress local) {
        return world.client.raw().open(protocol, local, (endpoint, packet) -> {});
    }

    @Test
    void sendTo_ipv4_everyFittingEndpointGetsACopyWithTheHeader() {
        server(253, ANY_4);
        server(253, SERVER);
        server(254, ANY_4);
        server(253, ANY_6);
        server(253, ANY_4).connect(IpAddress.of("192.0.2.99"));
        assertThat(client(253, ANY_4).sendTo(DATA, SERVER)).isNull();
        world.loop.run();
        String bytes = "450000170000000080fdb5cbc000020ac0000214010203";
        assertThat(heard).containsExactly("protocol 253 at 0.0.0.0: " + bytes, "protocol 253 at 192.0.2.20: " + bytes);
    }

    @Test
    void sendTo_ipv6_isReceivedWithoutHeader() {
        server(253, ANY_6);
        client(253, ANY_6).sendTo(DATA, IpAddress.of("2001:db8::20"));
        world.loop.run();
        assertThat(heard).containsExactly("protocol 253 at ::: 010203");
    }

    @Test
    void unknownProtocol_meetsProtocolUnreachable_unlessHeard() {
        RawEndpoint sender = client(253, ANY_4);
        sender.sendTo(DATA, SERVER);
        world.loop.run();
        assertThat(world.sent()).containsExactly("0s client > server: RAW", "1ms server > client: ICMP");
        server(253, ANY_4);
        sender.sendTo(DATA, SERVER);
        world.loop.run();
        assertThat(world.sent()).hasSize(3);
    }

    @Test
    void igmpOfAnOlderVersion_isIgnored() {
        byte[] query = BaseEncoding.base16().lowerCase().decode("1164ee9b00000000");
        client(2, ANY_4).sendTo(ByteSlice.copyOf(query), SERVER);
        world.loop.run();
        assertThat(world.sent()).containsExactly("0s client > server: RAW");
        assertThat(world.records(RawPacketIgnored.class)).hasSize(1);
    }

    @Test
    void icmpEndpoint_hearsRequestsThatTheHostAnswers() {
        server(1, ANY_4);
        world.client.echo().ping(SERVER, DATA, 128, TwoHosts.SECOND, (ping, outcome) -> heard.add("" + outcome));
        world.loop.run();
        assertThat(heard).hasSize(2).element(1).isEqualTo("reply");
    }

    @Test
    void sendTo_bytesOfAnEchoRequest_areAnsweredAsOne() {
        byte[] request = BaseEncoding.base16().lowerCase().decode("0800f7ff00000000");
        client(1, ANY_4).sendTo(ByteSlice.copyOf(request), SERVER);
        world.loop.run();
        assertThat(world.records(PacketSent.class).get(1).packet().payload())
                .isEqualTo(new IcmpEcho(IpFamily.IPV4, true, 0, 0, ByteSlice.EMPTY));
        request[7] = 1;
        client(1, ANY_4).sendTo(ByteSlice.copyOf(request), SERVER);
        world.loop.run();
        assertThat(world.records(RawPacketIgnored.class)).hasSize(1);
    }

    @Test
    void sendTo_whatCannotBeSent_isRefusedByName() {
        RawEndpoint sender = client(253, ANY_4);
        ByteSlice most = ByteSlice.of(new byte[65_468], 0, 65_468);
        assertThat(sender.sendTo(most.slice(0, 65_467), SERVER)).isNull();
        assertThat(sender.sendTo(most, SERVER)).isEqualTo(RawSendFailure.MESSAGE_TOO_LONG);
        assertThat(sender.sendTo(DATA, ANY_4)).isEqualTo(RawSendFailure.INVALID_REMOTE_ADDRESS);
        assertThat(sender.sendTo(DATA, IpAddress.of("2001:db8::20"))).isEqualTo(RawSendFailure.INVALID_REMOTE_ADDRESS);
        assertThat(sender.sendTo(DATA, IpAddress.of("203.0.113.1"))).isEqualTo(RawSendFailure.NO_ROUTE);
        assertThat(sender.sendTo(DATA, IpAddress.of("192.0.2.255"))).isEqualTo(RawSendFailure.BROADCAST_NOT_ALLOWED);
        sender.setBroadcastAllowed(true);
        assertThat(sender.sendTo(DATA, IpAddress.of("192.0.2.255"))).isNull();
        world.client.crash();
        assertThat(sender.sendTo(DATA, SERVER)).isEqualTo(RawSendFailure.HOST_NOT_RUNNING);
        sender.close();
        assertThat(sender.sendTo(DATA, SERVER)).isEqualTo(RawSendFailure.CLOSED);
    }

    @Test
    void sendWithHeader_isSentAsItIs() {
        Packet packet = new Packet(IpAddress.of("198.51.100.1"), SERVER, 3, new RawPayload(253, DATA));
        assertThat(client(253, ANY_4).sendWithHeader(bytes(packet))).isNull();
        assertThat(world.records(PacketSent.class).get(0).packet()).isEqualTo(packet);
    }

    @Test
    void sendWithHeader_whatWindowsForbids_isRefused() {
        RawEndpoint sender = client(253, ANY_4);
        UdpDatagram datagram = UdpDatagram.of(1, 2, DATA);
        assertThat(sender.sendWithHeader(bytes(new Packet(IpAddress.of("198.51.100.1"), SERVER, 3, datagram))))
                .isEqualTo(RawSendFailure.FORGED_SOURCE);
        assertThat(sender.sendWithHeader(bytes(new Packet(CLIENT, SERVER, 3, datagram))))
                .isNull();
        TcpSegment segment = new TcpSegment(1, 2, 0, 0, TcpFlags.SYN, 0, TcpOptions.NONE, ByteSlice.EMPTY);
        assertThat(sender.sendWithHeader(bytes(new Packet(CLIENT, SERVER, 3, segment))))
                .isEqualTo(RawSendFailure.INVALID_HEADER);
        assertThat(sender.sendWithHeader(DATA)).isEqualTo(RawSendFailure.INVALID_HEADER);
    }

    private static ByteSlice bytes(Packet packet) {
        return ByteSlice.copyOf(PacketEncoder.encode(packet, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6, 256})
    void open_forbiddenProtocol_isRefused(int protocol) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server(protocol, ANY_4))
                .withMessage("no raw endpoint can have the protocol " + protocol);
    }

    @Test
    void sendWithHeader_whatPacketsHaveNoPlaceFor_isRefused() {
        RawEndpoint sender = client(253, ANY_4);
        Packet packet = new Packet(CLIENT, SERVER, 128, new RawPayload(253, DATA));
        assertThat(sender.sendWithHeader(ByteSlice.copyOf(PacketEncoder.encode(packet, 1))))
                .isEqualTo(RawSendFailure.HEADER_NOT_SIMULATED);
        byte[] dontFragment = PacketEncoder.encode(packet, 0);
        dontFragment[6] = 0x40;
        // One's complement arithmetic: what the word of the flags got more, the checksum gets less.
        dontFragment[10] -= 0x40;
        assertThat(sender.sendWithHeader(ByteSlice.copyOf(dontFragment))).isNull();
        assertThat(world.records(PacketSent.class).get(0).packet().dontFragment())
                .isTrue();
        IpFragment fragment = new IpFragment(IpFamily.IPV4, 9, 253, 8, false, DATA);
        assertThat(sender.sendWithHeader(bytes(packet.withPayload(fragment)))).isNull();
        assertThat(world.records(PacketSent.class).get(1).packet().payload()).isEqualTo(fragment);
    }

    @ParameterizedTest
    @ValueSource(ints = {43, 44, 60})
    void sendTo_extensionHeader_isRefusedOverIpv6Only(int protocol) {
        assertThat(client(protocol, ANY_6).sendTo(DATA, IpAddress.of("2001:db8::20")))
                .isEqualTo(RawSendFailure.EXTENSION_HEADER);
        assertThat(client(protocol, ANY_4).sendTo(DATA, SERVER)).isNull();
    }
}
