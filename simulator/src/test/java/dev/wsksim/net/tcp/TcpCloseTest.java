package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.RecordingUser;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketMatch;
import dev.wsksim.net.link.ScriptedDrop;
import dev.wsksim.net.packet.TcpFlags;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both hosts are connected at 3 ms; what follows is closing. */
class TcpCloseTest {

    private final ConnectedHosts pair = new ConnectedHosts(TwoHosts.ONE_MILLISECOND, TwoHosts.ONE_MILLISECOND);
    private final TwoHosts world = pair.world;
    private final RecordingUser atClient = pair.atClient;
    private final RecordingUser atServer = pair.atServer;
    private final TcpConnection client = pair.client;
    private final TcpConnection server = pair.server;

    /** The two hosts, connected, and what their users are told. */
    private static final class ConnectedHosts {
        final TwoHosts world;
        final RecordingUser atClient;
        final RecordingUser atServer;
        final TcpConnection client;
        final TcpConnection server;

        ConnectedHosts(LinkConfiguration there, LinkConfiguration back) {
            world = new TwoHosts(there, back);
            atClient = new RecordingUser(world.loop);
            atServer = new RecordingUser(world.loop);
            world.server.tcp().listen(TwoHosts.SERVER, request -> request.accept(atServer));
            client = world.connect(atClient);
            world.loop.runUntil(3 * TwoHosts.MILLISECOND);
            server = world.server.tcp().connections().get(0);
        }

        List<String> closing() {
            return world.sent().subList(3, world.sent().size());
        }
    }

    private static LinkConfiguration droppingFins(int count) {
        ScriptedDrop[] drops = new ScriptedDrop[count];
        for (int i = 0; i < count; i++) {
            drops[i] = new ScriptedDrop(i + 1, PacketMatch.parse("FIN+ACK").orElseThrow());
        }
        return TwoHosts.ONE_MILLISECOND.withDrops(drops);
    }

    @Test
    void close_oneAfterTheOther_goesThroughAllStates() {
        client.close();
        assertThat(client.state()).isEqualTo(TcpState.FIN_WAIT_1);
        world.loop.runUntil(4 * TwoHosts.MILLISECOND);
        assertThat(server.state()).isEqualTo(TcpState.CLOSE_WAIT);
        world.loop.runUntil(5 * TwoHosts.MILLISECOND);
        assertThat(client.state()).isEqualTo(TcpState.FIN_WAIT_2);
        server.close();
        server.close();
        assertThat(server.state()).isEqualTo(TcpState.LAST_ACK);
        world.loop.runUntil(7 * TwoHosts.MILLISECOND);
        assertThat(client.state()).isEqualTo(TcpState.TIME_WAIT);
        assertThat(server.state()).isEqualTo(TcpState.CLOSED);
        assertThat(world.server.tcp().connections()).isEmpty();
        assertThat(pair.closing())
                .containsExactly(
                        "3ms client > server: FIN+ACK",
                        "4ms server > client: ACK",
                        "5ms server > client: FIN+ACK",
                        "6ms client > server: ACK");
        world.loop.run();
        assertThat(client.state()).isEqualTo(TcpState.CLOSED);
        assertThat(world.loop.now()).hasToString("120.006s");
        assertThat(world.client.tcp().connections()).isEmpty();
        assertThat(atClient.told()).containsExactly("2ms connected", "6ms remote closed", "6ms closed");
        assertThat(atServer.told()).containsExactly("3ms connected", "4ms remote closed", "7ms closed");
    }

    @Test
    void close_bothAtOnce_goesThroughClosing() {
        client.close();
        server.close();
        world.loop.runUntil(4 * TwoHosts.MILLISECOND);
        assertThat(client.state()).isEqualTo(TcpState.CLOSING);
        assertThat(server.state()).isEqualTo(TcpState.CLOSING);
        world.loop.runUntil(5 * TwoHosts.MILLISECOND);
        assertThat(client.state()).isEqualTo(TcpState.TIME_WAIT);
        assertThat(server.state()).isEqualTo(TcpState.TIME_WAIT);
        world.loop.run();
        assertThat(client.state()).isEqualTo(TcpState.CLOSED);
        assertThat(atClient.told()).containsExactly("2ms connected", "4ms remote closed", "5ms closed");
        assertThat(atServer.told()).containsExactly("3ms connected", "4ms remote closed", "5ms closed");
    }

    @Test
    void close_finLost_isSentAgainAfterTheLeastTimeOut() {
        ConnectedHosts test = new ConnectedHosts(droppingFins(2), TwoHosts.ONE_MILLISECOND);
        test.client.close();
        test.world.loop.runUntil(TwoHosts.SECOND);
        assertThat(test.closing())
                .containsExactly(
                        "3ms client > server: FIN+ACK",
                        "303ms client > server: FIN+ACK",
                        "903ms client > server: FIN+ACK",
                        "904ms server > client: ACK");
        assertThat(test.client.state()).isEqualTo(TcpState.FIN_WAIT_2);
    }

    @Test
    void close_finLostOnALongPath_isSentAgainAfterThreeRoundTrips() {
        LinkConfiguration slow = LinkConfiguration.ofLatency(SimDuration.ofMillis(200));
        LinkConfiguration losing =
                slow.withDrops(new ScriptedDrop(1, PacketMatch.parse("FIN+ACK").orElseThrow()));
        // The handshake begins late, so that a round trip that was not measured from its SYN would show.
        TwoHosts far = new TwoHosts(losing, losing);
        RecordingUser accepted = new RecordingUser(far.loop);
        far.server.tcp().listen(TwoHosts.SERVER, request -> request.accept(accepted));
        far.loop.runUntil(10 * TwoHosts.SECOND);
        TcpConnection connection = far.connect(new TcpUser() {});
        far.loop.runUntil(11 * TwoHosts.SECOND);
        far.server.tcp().connections().get(0).close();
        far.loop.runUntil(14 * TwoHosts.SECOND);
        connection.close();
        far.loop.runUntil(20 * TwoHosts.SECOND);
        assertThat(far.sent().subList(3, far.sent().size()))
                .containsExactly(
                        "11s server > client: FIN+ACK",
                        "12.2s server > client: FIN+ACK",
                        "12.4s client > server: ACK",
                        "14s client > server: FIN+ACK",
                        "15.2s client > server: FIN+ACK",
                        "15.4s server > client: ACK");
    }

    @Test
    void close_finLostAfterARetransmittedSyn_usesThreeSeconds() {
        LinkConfiguration losing = TwoHosts.ONE_MILLISECOND.withDrops(
                new ScriptedDrop(1, PacketMatch.parse("SYN").orElseThrow()),
                new ScriptedDrop(1, PacketMatch.parse("FIN+ACK").orElseThrow()));
        TwoHosts lossy = new TwoHosts(losing, TwoHosts.ONE_MILLISECOND);
        lossy.acceptingPeer();
        TcpConnection connection = lossy.connect(new TcpUser() {});
        lossy.loop.runUntil(2 * TwoHosts.SECOND);
        connection.close();
        lossy.loop.runUntil(6 * TwoHosts.SECOND);
        assertThat(lossy.sent()).contains("2s client > server: FIN+ACK", "5s client > server: FIN+ACK");
    }

    @Test
    void close_finAlwaysLost_isGivenUp() {
        ConnectedHosts test = new ConnectedHosts(droppingFins(100), TwoHosts.ONE_MILLISECOND);
        test.client.close();
        test.world.loop.run();
        // Five retransmissions, each waiting twice as long: 300 ms × (1 + 2 + 4 + 8 + 16 + 32).
        assertThat(test.atClient.told()).containsExactly("2ms connected", "18.903s timed out");
        assertThat(test.client.state()).isEqualTo(TcpState.CLOSED);
        assertThat(test.world.client.tcp().connections()).isEmpty();
    }

    @Test
    void close_remoteEndNeverCloses_finWait2IsGivenUp() {
        client.close();
        world.loop.run();
        assertThat(atClient.told()).containsExactly("2ms connected", "120.005s closed");
        assertThat(server.state()).isEqualTo(TcpState.CLOSE_WAIT);
        server.close();
        world.loop.run();
        // The server's FIN finds nobody any more.
        assertThat(atServer.told()).endsWith("120.007s reset");
    }

    @Test
    void close_lastAckLost_finIsAcknowledgedAgainAndTimeWaitBeginsAnew() {
        ScriptedDrop lastAck = new ScriptedDrop(2, PacketMatch.parse("ACK").orElseThrow());
        ConnectedHosts test = new ConnectedHosts(TwoHosts.ONE_MILLISECOND.withDrops(lastAck), TwoHosts.ONE_MILLISECOND);
        test.client.close();
        test.world.loop.runUntil(5 * TwoHosts.MILLISECOND);
        test.server.close();
        test.world.loop.run();
        assertThat(test.atServer.told()).endsWith("307ms closed");
        assertThat(test.world.loop.now()).hasToString("120.306s");
    }

    @Test
    void abort_established_resetsTheOtherEnd() {
        client.abort();
        assertThat(client.state()).isEqualTo(TcpState.CLOSED);
        world.loop.run();
        assertThat(pair.closing()).containsExactly("3ms client > server: RST+ACK");
        assertThat(atClient.told()).containsExactly("2ms connected");
        assertThat(atServer.told()).containsExactly("3ms connected", "4ms reset");
        assertThat(world.server.tcp().connections()).isEmpty();
        assertThat(world.loop.pendingEvents()).isZero();
    }

    @Test
    void abort_afterClose_endsTheOtherEndsWait() {
        client.close();
        world.loop.runUntil(5 * TwoHosts.MILLISECOND);
        client.abort();
        world.loop.run();
        assertThat(atServer.told()).containsExactly("3ms connected", "4ms remote closed", "6ms reset");
        assertThat(atClient.told()).containsExactly("2ms connected");
    }

    @Test
    void abort_fromInsideConnected_isAllowed() {
        TwoHosts other = new TwoHosts();
        other.acceptingPeer();
        TcpConnection connection = other.connect(new TcpUser() {
            @Override
            public void connected(TcpConnection established) {
                established.abort();
            }
        });
        other.loop.run();
        assertThat(connection.state()).isEqualTo(TcpState.CLOSED);
        assertThat(other.sent()).endsWith("2ms client > server: ACK", "2ms client > server: RST+ACK");
        assertThat(other.server.tcp().connections()).isEmpty();
    }

    @Test
    void rst_notExactlyNext_meetsAChallenge() {
        new SegmentsFrom(world).server(TcpFlags.RST, client.rcvNxt() + 1, 0);
        new SegmentsFrom(world).server(TcpFlags.RST, client.rcvNxt() - 1, 0);
        new SegmentsFrom(world).server(TcpFlags.RST, client.rcvNxt() + 100_000, 0);
        world.loop.run();
        assertThat(client.state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(pair.closing().stream().filter(text -> text.endsWith("client > server: ACK")))
                .hasSize(1);
        new SegmentsFrom(world).server(TcpFlags.RST, client.rcvNxt(), 0);
        world.loop.run();
        assertThat(atClient.told()).containsExactly("2ms connected", "6ms reset");
    }

    @Test
    void syn_onEstablished_meetsAChallenge() {
        new SegmentsFrom(world).client(TcpFlags.SYN, server.rcvNxt() + 5, 0);
        world.loop.run();
        assertThat(server.state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(pair.closing()).startsWith("3ms client > server: SYN", "4ms server > client: ACK");
    }

    @Test
    void unacceptableAcks_fromBothEnds_doNotAnswerEachOtherForEver() {
        new SegmentsFrom(world).server(TcpFlags.ACK, client.rcvNxt() - 70_000, client.sndNxt());
        new SegmentsFrom(world).client(TcpFlags.ACK, server.rcvNxt() - 70_000, server.sndNxt() + 70_000);
        world.loop.run();
        assertThat(pair.closing().size()).isLessThanOrEqualTo(4);
        assertThat(client.state()).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void unacceptableAcks_manyAtOnce_meetOneAnswerInHalfASecond() {
        for (int i = 0; i < 10; i++) {
            world.loop.schedule(
                    i * 100 * TwoHosts.MILLISECOND,
                    () -> new SegmentsFrom(world).server(TcpFlags.ACK, client.rcvNxt() - 70_000, client.sndNxt()));
        }
        world.loop.run();
        assertThat(pair.closing().stream().filter(text -> text.endsWith("client > server: ACK")))
                .containsExactly("4ms client > server: ACK", "504ms client > server: ACK");
    }

    @Test
    void ack_ofWhatWasNeverSent_isAnsweredAndIgnored() {
        new SegmentsFrom(world).server(TcpFlags.ACK, client.rcvNxt(), client.sndNxt() + 1);
        world.loop.run();
        assertThat(client.sndUna()).isEqualTo(client.sndNxt());
        assertThat(pair.closing()).containsExactly("3ms server > client: ACK", "4ms client > server: ACK");
    }

    @Test
    void timeWait_newSynBeyondTheOld_opensAgain() {
        closeBothServerFirst();
        TcpConnection old = world.server.tcp().connections().get(0);
        assertThat(old.state()).isEqualTo(TcpState.TIME_WAIT);
        new SegmentsFrom(world).client(TcpFlags.SYN, old.rcvNxt() + 1000, 0);
        world.loop.runUntil(world.loop.nowNanos() + TwoHosts.MILLISECOND);
        assertThat(old.state()).isEqualTo(TcpState.CLOSED);
        assertThat(world.server.tcp().connections())
                .extracting(TcpConnection::state)
                .containsExactly(TcpState.SYN_RECEIVED);
    }

    @Test
    void timeWait_oldSyn_isAcknowledgedOnly() {
        closeBothServerFirst();
        TcpConnection old = world.server.tcp().connections().get(0);
        new SegmentsFrom(world).client(TcpFlags.SYN, old.rcvNxt() - 1000, 0);
        world.loop.runUntil(world.loop.nowNanos() + TwoHosts.MILLISECOND);
        assertThat(old.state()).isEqualTo(TcpState.TIME_WAIT);
        assertThat(world.sent()).last().asString().endsWith("server > client: ACK");
    }

    private void closeBothServerFirst() {
        server.close();
        world.loop.runUntil(5 * TwoHosts.MILLISECOND);
        client.close();
        world.loop.runUntil(10 * TwoHosts.MILLISECOND);
        assertThat(client.state()).isEqualTo(TcpState.CLOSED);
    }

    @Test
    void timeWait_sameEndpoints_areInUseUntilItEnds() {
        client.close();
        world.loop.runUntil(5 * TwoHosts.MILLISECOND);
        server.close();
        world.loop.runUntil(TwoHosts.SECOND);
        TcpStack tcp = world.client.tcp();
        assertThat(tcp.judgeConnect(TwoHosts.CLIENT, TwoHosts.SERVER)).isEqualTo(ConnectFailure.ADDRESS_IN_USE);
        assertThat(tcp.judgeConnect(TwoHosts.CLIENT.withPort(49153), TwoHosts.SERVER))
                .isNull();
        world.loop.run();
        assertThat(tcp.judgeConnect(TwoHosts.CLIENT, TwoHosts.SERVER)).isNull();
        assertThat(world.loop.now()).hasToString("120.006s");
    }

    @Test
    void timeWait_ofZero_isLeftOut() {
        TwoHosts other = new TwoHosts(TcpParameters.WINDOWS_11.withTimeWait(SimDuration.ZERO));
        other.acceptingPeer();
        RecordingUser user = new RecordingUser(other.loop);
        TcpConnection connection = other.connect(user);
        other.loop.run();
        connection.close();
        other.loop.run();
        assertThat(user.told()).containsExactly("2ms connected", "5ms remote closed", "5ms closed");
        assertThat(other.client.tcp().connections()).isEmpty();
        assertThat(other.loop.now()).hasToString("6ms");
    }
}
