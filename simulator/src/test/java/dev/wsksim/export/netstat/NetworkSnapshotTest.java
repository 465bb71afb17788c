package dev.wsksim.export.netstat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.net.RecordingUser;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpUser;
import org.junit.jupiter.api.Test;

/** Snapshots of the world of {@link TwoHosts}, in which a packet takes 1 ms each way. */
final class NetworkSnapshotTest {

    private final TwoHosts world = new TwoHosts();

    private NetworkSnapshot snapshot() {
        return NetworkSnapshot.of(world.network, world.loop.now());
    }

    @Test
    void text_duringAHandshake_hasStatesAndTimers() {
        world.acceptingPeer();
        world.connect(new RecordingUser(world.loop));
        world.loop.runUntil(1_500_000);

        assertThat(NetstatText.of(snapshot())).isEqualTo("""
                client at 1.5ms
                  proto  recv-q  send-q  local address     foreign address  state     rexmit  timer
                  tcp4        0       0  192.0.2.10:49152  192.0.2.20:445   SYN-SENT          connect in 998.5ms
                  interface  state   mtu  addresses
                  ethernet   up     1500  192.0.2.10/24 2001:db8::10/64
                  destination    gateway  interface  metric
                  192.0.2.0/24   on-link  ethernet        0
                  2001:db8::/64  on-link  ethernet        0

                server at 1.5ms
                  proto  recv-q  send-q  local address   foreign address   state         rexmit  timer
                  tcp4        0       0  0.0.0.0:445     *:*               LISTEN
                  tcp6        0       0  [::]:445        *:*               LISTEN
                  tcp4        0       0  192.0.2.20:445  192.0.2.10:49152  SYN-RECEIVED          connect in 999.5ms
                  interface  state   mtu  addresses
                  ethernet   up     1500  192.0.2.20/24 2001:db8::20/64
                  destination    gateway  interface  metric
                  192.0.2.0/24   on-link  ethernet        0
                  2001:db8::/64  on-link  ethernet        0
                """);
    }

    @Test
    void snapshot_whenTheNetworkGoesOn_staysAsItWas() {
        world.acceptingPeer();
        world.connect(new RecordingUser(world.loop));
        world.loop.runUntil(1_500_000);
        NetworkSnapshot before = snapshot();
        String text = NetstatText.of(before);
        world.loop.runUntil(10_000_000);

        assertThat(NetstatText.of(before)).isEqualTo(text);
        assertThat(snapshot().hosts().get(0).connections().get(0).state()).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void queues_ofDataOnItsWay_areThoseOfBothEnds() {
        world.acceptingPeer();
        TcpConnection connection = world.connect(new RecordingUser(world.loop));
        world.loop.runUntil(3_000_000);
        connection.write(new byte[100], 0, 100);
        ConnectionSnapshot sending = snapshot().hosts().get(0).connections().get(0);
        world.loop.runUntil(4_500_000);
        ConnectionSnapshot received = snapshot().hosts().get(1).connections().get(0);

        assertThat(sending.sendQueue()).isEqualTo(100);
        assertThat(sending.timer().orElseThrow().what()).isEqualTo("retransmit");
        assertThat(received.receiveQueue() + received.sendQueue()).isBetween(0, 100);
    }

    @Test
    void retransmissions_ofASynIntoNothing_areCounted() {
        TwoHosts lost = new TwoHosts(LinkConfiguration.IDEAL.withUp(false), TwoHosts.ONE_MILLISECOND);
        lost.connect(new RecordingUser(lost.loop));
        lost.loop.runUntil(3_500_000_000L);

        assertThat(NetstatText.of(NetworkSnapshot.of(lost.network, lost.loop.now())))
                .contains("192.0.2.20:445   SYN-SENT  2       connect in 3.5s\n");
    }

    @Test
    void hosts_thatDoNotRun_areNamedSo() {
        world.server.crash();

        assertThat(NetstatText.of(snapshot()))
                .startsWith("client at 0s\n  interface ")
                .contains("\nserver at 0s, not running\n  interface ");
    }

    @Test
    void json_duringAHandshake_saysTheSame() {
        world.acceptingPeer();
        world.connect(new RecordingUser(world.loop));
        world.loop.runUntil(1_500_000);

        assertThat(NetstatJson.of(snapshot()))
                .startsWith("{\"timeNanos\":1500000,\"hosts\":[{\"name\":\"client\",\"running\":true,"
                        + "\"listeners\":[],"
                        + "\"connections\":[{\"number\":1,\"local\":\"192.0.2.10:49152\",\"remote\":\"192.0.2.20:445\","
                        + "\"state\":\"SYN-SENT\",\"receiveQueue\":0,\"sendQueue\":0,\"retransmissions\":0,"
                        + "\"timer\":{\"what\":\"connect\",\"atNanos\":1000000000},\"rtoNanos\":1000000000,")
                .contains("\"listeners\":[\"0.0.0.0:445\",\"[::]:445\"]")
                .contains("\"datagrams\":[],\"interfaces\":[{\"name\":\"ethernet\",\"up\":true,\"mtu\":1500,"
                        + "\"addresses\":[\"192.0.2.10/24\",\"2001:db8::10/64\"]}],"
                        + "\"routes\":[{\"destination\":\"192.0.2.0/24\",\"interface\":\"ethernet\",\"metric\":0},")
                .endsWith("]}]}");
    }

    @Test
    void udp_withADatagramThatWaits_hasItInItsQueue() {
        UdpEndpoint receiver = world.server.udp().bind(Endpoint.of("0.0.0.0:53"), new UdpUser() {});
        UdpEndpoint sender = world.client.udp().bind(Endpoint.of("192.0.2.10:50000"), new UdpUser() {});
        sender.connect(Endpoint.of("192.0.2.20:53"));
        sender.send(ByteSlice.copyOf((byte) 1, (byte) 2, (byte) 3));
        world.loop.run();

        assertThat(receiver.waiting()).isEqualTo(1);
        assertThat(NetstatText.of(snapshot()))
                .contains("\n  udp4        0       0  192.0.2.10:50000  192.0.2.20:53\n")
                .contains("\n  udp4        3       0  0.0.0.0:53     *:*\n");
        assertThat(NetstatJson.of(snapshot()))
                .contains("\"datagrams\":[{\"local\":\"0.0.0.0:53\",\"receiveQueue\":3,\"waiting\":1,\"groups\":[]}]");
    }

    @Test
    void taking_inMidRun_changesNothing() {
        world.acceptingPeer();
        world.connect(new RecordingUser(world.loop));
        for (long at = 0; at < 5_000_000; at += 500_000) {
            world.loop.lookAt(at, this::snapshot);
        }
        world.loop.run();
        TwoHosts alone = new TwoHosts();
        alone.acceptingPeer();
        alone.connect(new RecordingUser(alone.loop));
        alone.loop.run();

        assertThat(world.digest.hex()).isEqualTo(alone.digest.hex());
        assertThat(world.loop.firedEvents()).isEqualTo(alone.loop.firedEvents());
    }
}
