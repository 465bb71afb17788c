package dev.wsksim.net.udp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.PacketIgnored;
import dev.wsksim.net.link.PacketMatch;
import dev.wsksim.net.link.ScriptedDrop;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.UdpDatagram;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UdpStackTest {

    private static final IpAddress SERVER = IpAddress.of("192.0.2.20");
    private static final IpAddress GROUP = IpAddress.of("239.1.2.3");

    private final TwoHosts world = new TwoHosts();

    private UdpEndpoint client(String local) {
        return world.client.udp().bind(Endpoint.of(local), UdpUser.FETCHING);
    }

    private UdpEndpoint server(String local) {
        return world.server.udp().bind(Endpoint.of(local), UdpUser.FETCHING);
    }

    private static ByteSlice text(String text) {
        return ByteSlice.copyOf(text.getBytes(UTF_8));
    }

    /** Takes all that waits, as {@code source > destination data}. */
    private static List<String> received(UdpEndpoint endpoint) {
        List<String> all = new ArrayList<>();
        for (ReceivedDatagram next = endpoint.receive(); next != null; next = endpoint.receive()) {
            all.add(next.source() + " > " + next.destination() + " "
                    + new String(next.data().toByteArray(), UTF_8));
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10:1000, 192.0.2.20:53, 192.0.2.20:53",
        "0.0.0.0:1000, 0.0.0.0:53, 192.0.2.20:53",
        "[::]:1000, [::]:53, [2001:db8::20]:53",
    })
    void sendTo_boundEndpoint_arrivesWithBothEnds(String from, String at, String to) {
        UdpEndpoint sender = client(from);
        UdpEndpoint receiver = server(at);
        Endpoint remote = Endpoint.of(to);
        assertThat(sender.sendTo(text("hello"), remote.address(), remote.port()))
                .isNull();
        assertThat(receiver.waiting()).isZero();
        world.loop.run();
        String source = to.startsWith("[") ? "[2001:db8::10]:1000" : "192.0.2.10:1000";
        assertThat(received(receiver)).containsExactly(source + " > " + to + " hello");
        assertThat(world.loop.nowNanos()).isEqualTo(TwoHosts.MILLISECOND);
    }

    @Test
    void sendTo_nobodyBound_bringsPortUnreachableBack() {
        List<String> told = new ArrayList<>();
        UdpEndpoint sender = world.client.udp().bind(Endpoint.of("0.0.0.0:1000"), new UdpUser() {
            @Override
            public void errorArrived(UdpEndpoint endpoint, IcmpError error, Endpoint remote) {
                told.add(world.loop.now() + " " + error.kind() + " " + remote);
            }
        });
        sender.sendTo(text("x"), SERVER, 53);
        world.loop.run();
        assertThat(told).containsExactly("2ms port unreachable 192.0.2.20:53");
        assertThat(world.sent()).containsExactly("0s client > server: UDP", "1ms server > client: ICMP");
        assertThat(world.records(DatagramErrorReceived.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"255.255.255.255", "192.0.2.255", "239.1.2.3"})
    void sendTo_manyWithNobodyBound_isNotAnswered(String destination) {
        UdpEndpoint sender = client("0.0.0.0:1000");
        sender.setBroadcastAllowed(true);
        assertThat(sender.sendTo(text("x"), IpAddress.of(destination), 53)).isNull();
        world.loop.run();
        assertThat(world.sent()).noneMatch(packet -> packet.contains("ICMP"));
        assertThat(world.sent()).contains("0s client > server: UDP");
    }

    @Test
    void find_severalFit_mostSpecificGetsIt() {
        UdpEndpoint wildcard = server("0.0.0.0:53");
        UdpEndpoint specific = server("192.0.2.20:53");
        UdpEndpoint connected = world.server.udp().bind(Endpoint.of("192.0.2.20:54"), true, UdpUser.FETCHING);
        UdpEndpoint shared = world.server.udp().bind(Endpoint.of("192.0.2.20:54"), true, UdpUser.FETCHING);
        shared.connect(Endpoint.of("192.0.2.10:1000"));
        UdpEndpoint sender = client("192.0.2.10:1000");
        UdpEndpoint other = client("192.0.2.10:1001");
        sender.sendTo(text("a"), SERVER, 53);
        sender.sendTo(text("b"), SERVER, 54);
        other.sendTo(text("c"), SERVER, 54);
        world.loop.run();
        assertThat(received(wildcard)).isEmpty();
        assertThat(received(specific)).containsExactly("192.0.2.10:1000 > 192.0.2.20:53 a");
        assertThat(received(shared)).containsExactly("192.0.2.10:1000 > 192.0.2.20:54 b");
        assertThat(received(connected)).containsExactly("192.0.2.10:1001 > 192.0.2.20:54 c");
    }

    @Test
    void connected_hearsItsRemoteEndOnly_othersMeetPortUnreachable() {
        UdpEndpoint receiver = server("0.0.0.0:53");
        receiver.connect(Endpoint.of("192.0.2.10:1000"));
        client("192.0.2.10:1001").sendTo(text("x"), SERVER, 53);
        world.loop.run();
        assertThat(receiver.waiting()).isZero();
        assertThat(world.sent()).contains("1ms server > client: ICMP");
        assertThat(receiver.send(text("back"))).isNull();
        assertThat(client("192.0.2.10:1000").send(text("x"))).isEqualTo(UdpSendFailure.NOT_CONNECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10:1000, 192.0.2.20, 53, 65507,",
        "192.0.2.10:1000, 192.0.2.20, 53, 65508, MESSAGE_TOO_LONG",
        "[::]:1000, 2001:db8::20, 53, 65527,",
        "[::]:1000, 2001:db8::20, 53, 65528, MESSAGE_TOO_LONG",
        "192.0.2.10:1000, 192.0.2.20, 0, 1, INVALID_REMOTE_ADDRESS",
        "192.0.2.10:1000, 0.0.0.0, 53, 1, INVALID_REMOTE_ADDRESS",
        "192.0.2.10:1000, 2001:db8::20, 53, 1, INVALID_REMOTE_ADDRESS",
        "192.0.2.10:1000, 203.0.113.1, 53, 1, NO_ROUTE",
        "0.0.0.0:1000, 203.0.113.1, 53, 1, NO_ROUTE",
        "0.0.0.0:1000, 255.255.255.255, 53, 1, BROADCAST_NOT_ALLOWED",
        "0.0.0.0:1000, 192.0.2.255, 53, 1, BROADCAST_NOT_ALLOWED",
    })
    void sendTo_whatCannotBeSent_isRefusedByName(
            String from, String to, int port, int length, UdpSendFailure expected) {
        UdpEndpoint sender = client(from);
        assertThat(sender.sendTo(ByteSlice.of(new byte[length], 0, length), IpAddress.of(to), port))
                .isEqualTo(expected);
        assertThat(world.sent().isEmpty()).isEqualTo(expected != null);
    }

    @Test
    void queue_full_dropsWithARecord() {
        UdpEndpoint receiver = server("0.0.0.0:53");
        receiver.setReceiveBuffer(5);
        UdpEndpoint sender = client("0.0.0.0:1000");
        sender.sendTo(text("abc"), SERVER, 53);
        sender.sendTo(text("def"), SERVER, 53);
        sender.sendTo(text("gh"), SERVER, 53);
        sender.sendTo(text(""), SERVER, 53);
        world.loop.run();
        assertThat(receiver.waitingBytes()).isEqualTo(5);
        assertThat(received(receiver)).hasSize(2);
        assertThat(world.records(DatagramDropped.class))
                .hasSize(2)
                .allMatch(drop -> drop.reason().equals("receive buffer full"));
    }

    @Test
    void broadcast_reachesEveryBoundEndpointOfTheSubnet() {
        UdpEndpoint wildcard = server("0.0.0.0:53");
        UdpEndpoint specific = server("192.0.2.20:53");
        UdpEndpoint own = client("0.0.0.0:53");
        UdpEndpoint sender = client("0.0.0.0:1000");
        sender.setBroadcastAllowed(true);
        sender.sendTo(text("all"), IpAddress.of("192.0.2.255"), 53);
        world.loop.run();
        String expected = "192.0.2.10:1000 > 192.0.2.255:53 all";
        assertThat(received(wildcard)).containsExactly(expected);
        assertThat(received(specific)).containsExactly(expected);
        assertThat(received(own)).containsExactly(expected);
    }

    @Test
    void group_onlyWhoJoinedGetsIt() {
        UdpEndpoint joined = server("0.0.0.0:53");
        UdpEndpoint other = world.server.udp().bind(Endpoint.of("192.0.2.20:53"), UdpUser.FETCHING);
        joined.join(GROUP);
        UdpEndpoint sender = client("0.0.0.0:1000");
        assertThat(sender.sendTo(text("g"), GROUP, 53)).isNull();
        world.loop.run();
        assertThat(received(joined)).containsExactly("192.0.2.10:1000 > 239.1.2.3:53 g");
        assertThat(received(other)).isEmpty();
        joined.leave(GROUP);
        sender.sendTo(text("g"), GROUP, 53);
        world.loop.run();
        assertThat(received(joined)).isEmpty();
        assertThat(world.records(PacketIgnored.class).stream()
                        .filter(record -> record.packet().label().equals("UDP")))
                .hasSize(1);
    }

    /** The example of the Winsock page "IP Multicast": OFF can send to ON, but ON cannot send to OFF. */
    @Test
    void loopback_isTheReceiversChoice() {
        UdpEndpoint on = world.client.udp().bind(Endpoint.of("0.0.0.0:53"), true, UdpUser.FETCHING);
        UdpEndpoint off = world.client.udp().bind(Endpoint.of("0.0.0.0:53"), true, UdpUser.FETCHING);
        on.join(GROUP);
        off.join(GROUP);
        off.setMulticastLoopback(false);
        on.sendTo(text("from on"), GROUP, 53);
        off.sendTo(text("from off"), GROUP, 53);
        world.loop.run();
        assertThat(received(on)).hasSize(2);
        assertThat(received(off)).isEmpty();
    }

    @Test
    void hopLimits_areThoseOfTheirKindOfDestination() {
        UdpEndpoint sender = client("0.0.0.0:1000");
        sender.setHopLimit(7);
        sender.sendTo(text("x"), SERVER, 53);
        sender.sendTo(text("x"), GROUP, 53);
        sender.setMulticastHopLimit(0);
        sender.sendTo(text("x"), GROUP, 53);
        assertThat(world.records(dev.wsksim.net.link.PacketSent.class).stream()
                        .map(sent -> sent.packet().hopLimit()))
                .containsExactly(7, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sender.setHopLimit(0))
                .withMessage("this hop limit is from 1 to 255, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sender.setMulticastHopLimit(256))
                .withMessage("this hop limit is from 0 to 255, not 256");
    }

    @Test
    void user_takesDatagrams_nothingIsQueued() {
        List<String> taken = new ArrayList<>();
        UdpEndpoint receiver = world.server.udp().bind(Endpoint.of("0.0.0.0:7"), new UdpUser() {
            @Override
            public boolean datagramArrived(UdpEndpoint endpoint, Packet packet, UdpDatagram datagram) {
                taken.add(datagram.data().toString());
                return endpoint.sendTo(datagram.data(), packet.source(), datagram.sourcePort()) == null;
            }
        });
        UdpEndpoint sender = client("0.0.0.0:1000");
        sender.sendTo(text("ping"), SERVER, 7);
        world.loop.run();
        assertThat(taken).containsExactly("4 bytes");
        assertThat(receiver.waiting()).isZero();
        assertThat(received(sender)).containsExactly("192.0.2.20:7 > 192.0.2.10:1000 ping");
    }

    @Test
    void close_frees_andSendsNothingMore() {
        UdpEndpoint endpoint = server("0.0.0.0:53");
        assertThat(world.server.udp().isFree(SERVER, 53)).isFalse();
        assertThat(world.server.udp().isFree(IpAddress.of("::"), 53)).isTrue();
        endpoint.join(GROUP);
        endpoint.close();
        endpoint.close();
        assertThat(world.server.udp().isFree(SERVER, 53)).isTrue();
        assertThat(world.server.udp().endpoints()).isEmpty();
        assertThat(endpoint.sendTo(text("x"), IpAddress.of("192.0.2.10"), 1)).isEqualTo(UdpSendFailure.CLOSED);
    }

    @Test
    void bind_takenOrForeign_isRefused() {
        server("0.0.0.0:53");
        assertThatIllegalStateException()
                .isThrownBy(() -> server("0.0.0.0:53"))
                .withMessage("UDP endpoint 0.0.0.0:53 is taken");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server("203.0.113.1:53"))
                .withMessage("host server cannot bind UDP to 203.0.113.1:53");
        assertThatIllegalArgumentException().isThrownBy(() -> server("0.0.0.0:0"));
    }

    @Test
    void crash_losesWhatWaits_endpointsComeBack() {
        UdpEndpoint receiver = server("0.0.0.0:53");
        UdpEndpoint sender = client("0.0.0.0:1000");
        sender.sendTo(text("x"), SERVER, 53);
        world.loop.run();
        world.server.crash();
        assertThat(receiver.waiting()).isZero();
        assertThat(receiver.sendTo(text("x"), IpAddress.of("192.0.2.10"), 1000))
                .isEqualTo(UdpSendFailure.HOST_NOT_RUNNING);
        world.server.restart();
        sender.sendTo(text("y"), SERVER, 53);
        world.loop.run();
        assertThat(received(receiver)).hasSize(1);
    }

    /** Against a model that looks at all endpoints one by one. */
    @Test
    void find_manyEndpoints_agreesWithAPlainSearch() {
        RandomStream random = new RandomStreams(1).stream("endpoints");
        UdpTable table = new UdpTable();
        List<UdpEndpoint> model = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            int port = 1 + random.nextInt(40);
            Endpoint remote = Endpoint.of("192.0.2." + (1 + random.nextInt(3)) + ":" + (1 + random.nextInt(2)));
            if (random.nextInt(3) == 0 && model.size() < 200) {
                String local = random.nextInt(2) == 0 ? "0.0.0.0:" : "192.0.2.20:";
                UdpEndpoint endpoint =
                        new UdpEndpoint(world.server.udp(), Endpoint.of(local + port), true, UdpUser.FETCHING);
                endpoint.connect(random.nextInt(2) == 0 ? null : remote);
                table.add(endpoint);
                model.add(endpoint);
            } else if (random.nextInt(3) == 0 && !model.isEmpty()) {
                table.remove(model.remove(random.nextInt(model.size())));
            }
            UdpEndpoint expected = null;
            int best = 0;
            for (UdpEndpoint each : model) {
                int score = each.localPort == port ? each.unicastScore(SERVER, remote.address(), remote.port()) : 0;
                if (score > best) {
                    best = score;
                    expected = each;
                }
            }
            assertThat(Objects.equals(table.find(SERVER, port, remote.address(), remote.port()), expected))
                    .as("step %d", step)
                    .isTrue();
        }
        assertThat(table.inOrder()).isEqualTo(model);
    }

    @Test
    void errorAboutTheFirstFragment_isForTheEndpoint() {
        TwoHosts losing = new TwoHosts(
                TwoHosts.ONE_MILLISECOND.withDrops(new ScriptedDrop(2, PacketMatch.ANY)), TwoHosts.ONE_MILLISECOND);
        UdpEndpoint sender = losing.client.udp().bind(Endpoint.of("0.0.0.0:1000"), UdpUser.FETCHING);
        losing.server.udp().bind(Endpoint.of("0.0.0.0:53"), UdpUser.FETCHING);
        sender.sendTo(ByteSlice.of(new byte[4_000], 0, 4_000), SERVER, 53);
        losing.loop.run();
        assertThat(losing.records(DatagramErrorReceived.class))
                .containsExactly(new DatagramErrorReceived(
                        "client",
                        Endpoint.of("0.0.0.0:1000"),
                        Endpoint.of("192.0.2.20:53"),
                        "reassembly time exceeded"));
    }

    @Test
    void errorAboutAForeignDatagram_isNoBusinessOfAnybody() {
        Packet foreign = new Packet(IpAddress.of("192.0.2.10"), SERVER, 1, UdpDatagram.of(9, 9, ByteSlice.EMPTY));
        world.client.udp().icmpErrorArrived(IcmpError.about(foreign, IcmpErrorKind.HOST_UNREACHABLE));
        assertThat(world.records(DatagramErrorReceived.class)).isEmpty();
    }
}
