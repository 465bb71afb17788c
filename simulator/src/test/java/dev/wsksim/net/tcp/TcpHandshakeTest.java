package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.RecordingUser;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketMatch;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.link.ScriptedDrop;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;
import org.junit.jupiter.api.Test;

class TcpHandshakeTest {

    private static LinkConfiguration dropping(String flags, int... nth) {
        PacketMatch match = PacketMatch.parse(flags).orElseThrow();
        ScriptedDrop[] drops = new ScriptedDrop[nth.length];
        for (int i = 0; i < nth.length; i++) {
            drops[i] = new ScriptedDrop(nth[i], match);
        }
        return TwoHosts.ONE_MILLISECOND.withDrops(drops);
    }

    @Test
    void connect_listener_takesThreeSegments() {
        TwoHosts world = new TwoHosts();
        world.acceptingPeer();
        RecordingUser user = new RecordingUser(world.loop);
        TcpConnection connection = world.connect(user);
        assertThat(connection.state()).isEqualTo(TcpState.SYN_SENT);
        assertThat(user.told()).isEmpty();
        assertThat(world.loop.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(world.sent())
                .containsExactly("0s client > server: SYN", "1ms server > client: SYN+ACK", "2ms client > server: ACK");
        assertThat(user.told()).containsExactly("2ms connected");
        assertThat(connection.state()).isEqualTo(TcpState.ESTABLISHED);
        TcpConnection peer = world.server.tcp().connections().get(0);
        assertThat(peer.state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(peer.isActiveOpen()).isFalse();
        assertThat(peer.local()).isEqualTo(TwoHosts.SERVER);
        assertThat(peer.remote()).isEqualTo(TwoHosts.CLIENT);
        assertThat(connection.sndNxt()).isEqualTo(connection.iss() + 1).isEqualTo(peer.rcvNxt());
        assertThat(connection.sndUna()).isEqualTo(connection.sndNxt());
        assertThat(peer.sndNxt()).isEqualTo(connection.rcvNxt()).isEqualTo(connection.irs() + 1);
    }

    @Test
    void connect_segments_carryWhatTheyShould() {
        TwoHosts world = new TwoHosts();
        world.acceptingPeer();
        world.connect(new TcpUser() {});
        world.loop.run();
        TcpSegment[] segments = world.records(PacketSent.class).stream()
                .map(sent -> (TcpSegment) sent.packet().payload())
                .toArray(TcpSegment[]::new);
        assertThat(segments[0].options().maxSegmentSize()).isEqualTo(1460);
        assertThat(segments[0].options().windowScale()).isEqualTo(8);
        assertThat(segments[0].options().sackPermitted()).isTrue();
        assertThat(segments[0].window()).isEqualTo(65535);
        assertThat(segments[1].options()).isEqualTo(segments[0].options());
        assertThat(segments[1].acknowledgment()).isEqualTo(segments[0].sequence() + 1);
        assertThat(segments[2].acknowledgment()).isEqualTo(segments[1].sequence() + 1);
        assertThat(segments[2].window()).isEqualTo(256);
    }

    @Test
    void handshake_synLostOnce_isHealedByTheFirstRetransmission() {
        TwoHosts world = new TwoHosts(dropping("SYN", 1), TwoHosts.ONE_MILLISECOND);
        assertConnects(world, "1.002s connected");
    }

    @Test
    void handshake_synLostTwice_isHealedByTheSecondRetransmission() {
        TwoHosts world = new TwoHosts(dropping("SYN", 1, 2), TwoHosts.ONE_MILLISECOND);
        assertConnects(world, "3.002s connected");
    }

    @Test
    void handshake_synAckLost_isHealedWhenTheSynComesAgain() {
        TwoHosts world = new TwoHosts(TwoHosts.ONE_MILLISECOND, dropping("SYN+ACK", 1));
        assertConnects(world, "1.002s connected");
    }

    @Test
    void handshake_synAckAndNextSynLost_isHealedByTheSynAcksOwnTimer() {
        TwoHosts world = new TwoHosts(dropping("SYN", 2), dropping("SYN+ACK", 1));
        assertConnects(world, "1.002s connected");
        assertThat(world.records(SegmentRetransmitted.class)).hasSize(1);
    }

    @Test
    void handshake_finalAckLost_isHealedByTheRepeatedSynAck() {
        TwoHosts world = new TwoHosts(dropping("ACK", 1), TwoHosts.ONE_MILLISECOND);
        assertConnects(world, "2ms connected");
        assertThat(world.records(TcpStateChanged.class))
                .extracting(TcpStateChanged::describe)
                .last()
                .isEqualTo("server TCP 192.0.2.20:445 > 192.0.2.10:49152: SYN-RECEIVED -> ESTABLISHED");
    }

    @Test
    void handshake_everyAckLost_endsTheServersHalfAfterItsRetransmissions() {
        TwoHosts world = new TwoHosts(dropping("ACK", 1, 2, 3), TwoHosts.ONE_MILLISECOND);
        world.acceptingPeer();
        RecordingUser user = new RecordingUser(world.loop);
        world.connect(user);
        world.loop.run();
        assertThat(user.told()).containsExactly("2ms connected");
        // SYN+ACK at 1 ms, 1.001 s and 3.001 s, then 4 s more.
        assertThat(world.server.tcp().connections()).isEmpty();
        assertThat(world.loop.nowNanos()).isEqualTo(7 * TwoHosts.SECOND + TwoHosts.MILLISECOND);
    }

    private static void assertConnects(TwoHosts world, String told) {
        world.acceptingPeer();
        RecordingUser user = new RecordingUser(world.loop);
        TcpConnection connection = world.connect(user);
        assertThat(world.loop.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(user.told()).containsExactly(told);
        assertThat(connection.state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(world.server.tcp().connections())
                .extracting(TcpConnection::state)
                .containsExactly(TcpState.ESTABLISHED);
        TcpConnection peer = world.server.tcp().connections().get(0);
        assertThat(connection.sndNxt()).isEqualTo(peer.rcvNxt());
        assertThat(connection.rcvNxt()).isEqualTo(peer.sndNxt());
    }

    @Test
    void simultaneousOpen_bothSides_areConnectedByCrossingSyns() {
        TwoHosts world = new TwoHosts();
        RecordingUser atClient = new RecordingUser(world.loop);
        RecordingUser atServer = new RecordingUser(world.loop);
        TcpConnection one = world.connect(atClient);
        TcpConnection other = world.server.tcp().connect(TwoHosts.SERVER, TwoHosts.CLIENT, atServer);
        assertThat(world.loop.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(world.sent())
                .containsExactly(
                        "0s client > server: SYN",
                        "0s server > client: SYN",
                        "1ms server > client: SYN+ACK",
                        "1ms client > server: SYN+ACK");
        assertThat(atClient.told()).containsExactly("2ms connected");
        assertThat(atServer.told()).containsExactly("2ms connected");
        assertThat(one.rcvNxt()).isEqualTo(other.sndNxt());
        assertThat(other.rcvNxt()).isEqualTo(one.sndNxt());
    }

    @Test
    void simultaneousOpen_oneSynAckLost_isHealed() {
        TwoHosts world = new TwoHosts(dropping("SYN+ACK", 1), TwoHosts.ONE_MILLISECOND);
        RecordingUser atClient = new RecordingUser(world.loop);
        RecordingUser atServer = new RecordingUser(world.loop);
        world.connect(atClient);
        world.server.tcp().connect(TwoHosts.SERVER, TwoHosts.CLIENT, atServer);
        world.loop.run();
        assertThat(atClient.told()).containsExactly("2ms connected");
        assertThat(atServer.told()).containsExactly("1.003s connected");
    }

    @Test
    void simultaneousOpen_otherSideVanishes_timesOut() {
        TwoHosts world = new TwoHosts();
        RecordingUser atClient = new RecordingUser(world.loop);
        world.connect(atClient);
        world.server.tcp().connect(TwoHosts.SERVER, TwoHosts.CLIENT, new TcpUser() {});
        world.loop.schedule(TwoHosts.MILLISECOND / 2, world.server::crash);
        world.loop.run();
        // The server's SYN arrives at 1 ms; SYN+ACK at 1 ms, 1.001 s and 3.001 s, then 4 s more.
        assertThat(atClient.told()).containsExactly("7.001s TIMED_OUT");
    }

    @Test
    void connect_oldDuplicateSynAck_isReset() {
        TwoHosts world = new TwoHosts();
        world.acceptingPeer();
        RecordingUser user = new RecordingUser(world.loop);
        TcpConnection connection = world.connect(user);
        new SegmentsFrom(world).server(TcpFlags.SYN | TcpFlags.ACK, 77, connection.iss());
        world.loop.run();
        assertThat(world.records(PacketSent.class).stream().map(PacketSent::describe))
                .anyMatch(text -> text.startsWith("client > server: RST ")
                        && text.endsWith("seq " + Integer.toUnsignedString(connection.iss())));
        assertThat(user.told()).containsExactly("2ms connected");
    }

    @Test
    void listener_oldDuplicateSyn_endsWithoutAConnection() {
        // RFC 9293 figure 9: the listener answers, and the answer is reset.
        TwoHosts world = new TwoHosts();
        world.acceptingPeer();
        new SegmentsFrom(world).client(TcpFlags.SYN, 99, 0);
        world.loop.run();
        assertThat(world.sent())
                .containsExactly("0s client > server: SYN", "1ms server > client: SYN+ACK", "2ms client > server: RST");
        assertThat(world.server.tcp().connections()).isEmpty();
    }

    @Test
    void listener_strayAck_isReset() {
        TwoHosts world = new TwoHosts();
        world.acceptingPeer();
        new SegmentsFrom(world).client(TcpFlags.ACK, 1, 555);
        new SegmentsFrom(world).client(TcpFlags.RST, 1, 0);
        world.loop.run();
        assertThat(world.records(PacketSent.class).stream().map(PacketSent::describe))
                .contains("server > client: RST 192.0.2.20:445 > 192.0.2.10:49152 seq 555")
                .hasSize(3);
    }

    @Test
    void close_inSynSent_isSilentAndFinal() {
        TwoHosts world = new TwoHosts();
        world.acceptingPeer();
        RecordingUser user = new RecordingUser(world.loop);
        TcpConnection connection = world.connect(user);
        connection.abort();
        connection.abort();
        connection.close();
        assertThat(connection.state()).isEqualTo(TcpState.CLOSED);
        world.loop.run();
        assertThat(user.told()).isEmpty();
        // The server's SYN+ACK finds nobody, and the RST puts an end to the server's half.
        assertThat(world.sent())
                .containsExactly("0s client > server: SYN", "1ms server > client: SYN+ACK", "2ms client > server: RST");
        assertThat(world.server.tcp().connections()).isEmpty();
    }

    @Test
    void close_inSynReceived_waitsForTheConnection() {
        TwoHosts world = new TwoHosts();
        RecordingUser user = new RecordingUser(world.loop);
        world.server.tcp().listen(TwoHosts.SERVER, request -> request.accept(user));
        world.connect(new TcpUser() {});
        world.loop.runUntil(TwoHosts.MILLISECOND);
        TcpConnection passive = world.server.tcp().connections().get(0);
        assertThat(passive.state()).isEqualTo(TcpState.SYN_RECEIVED);
        passive.close();
        assertThat(passive.state()).isEqualTo(TcpState.SYN_RECEIVED);
        world.loop.runUntil(5 * TwoHosts.MILLISECOND);
        assertThat(user.told()).containsExactly("3ms connected");
        assertThat(passive.state()).isEqualTo(TcpState.FIN_WAIT_2);
    }

    @Test
    void listeners_specificAddress_comesBeforeTheWildcard() {
        TwoHosts world = new TwoHosts();
        world.acceptingPeer();
        TcpListener specific = world.server.tcp().listen(TwoHosts.SERVER, ConnectionRequest::refuse);
        world.connect(new TcpUser() {});
        world.loop.runUntil(5 * TwoHosts.MILLISECOND);
        assertThat(world.sent()).contains("1ms server > client: RST+ACK");
        specific.close();
        world.loop.run();
        assertThat(world.client.tcp().connections())
                .extracting(TcpConnection::state)
                .containsExactly(TcpState.ESTABLISHED);
    }

    @Test
    void request_answeredAfterTheListenerClosed_hasNoEffect() {
        TwoHosts world = new TwoHosts();
        ConnectionRequest[] kept = new ConnectionRequest[1];
        TcpListener listener = world.server.tcp().listen(TwoHosts.SERVER, request -> kept[0] = request);
        world.connect(new TcpUser() {});
        world.loop.runUntil(TwoHosts.MILLISECOND);
        assertThat(kept[0].isPending()).isTrue();
        listener.close();
        assertThat(kept[0].isPending()).isFalse();
        kept[0].accept(new TcpUser() {});
        assertThat(world.server.tcp().connections()).isEmpty();
        assertThat(world.sent()).hasSize(1);
    }

    @Test
    void connect_latencyAboveTheTimeOut_stillConnectsOnce() {
        LinkConfiguration slow = LinkConfiguration.ofLatency(SimDuration.ofMillis(800));
        TwoHosts world = new TwoHosts(slow, slow);
        world.acceptingPeer();
        RecordingUser user = new RecordingUser(world.loop);
        world.connect(user);
        assertThat(world.loop.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(user.told()).containsExactly("1.6s connected");
        assertThat(world.server.tcp().connections()).hasSize(1);
    }
}
