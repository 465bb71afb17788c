package dev.wsksim.net.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.RecordingUser;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.link.PacketMatch;
import dev.wsksim.net.link.ScriptedDrop;
import dev.wsksim.net.peer.ConnectOutcome.Accept;
import dev.wsksim.net.peer.ConnectOutcome.Close;
import dev.wsksim.net.peer.ConnectOutcome.Ignore;
import dev.wsksim.net.peer.ConnectOutcome.Refuse;
import dev.wsksim.net.peer.ConnectOutcome.Reset;
import dev.wsksim.net.peer.ConnectOutcome.Unreachable;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptedPeerTest {

    private static final Accept AT_ONCE = new Accept(SimDuration.ZERO);
    private final TwoHosts world = new TwoHosts();
    private final RecordingUser user = new RecordingUser(world.loop);

    @Test
    void accept_atOnce_connectsAndClosesWithTheClient() {
        world.peer(AT_ONCE);
        TcpConnection connection = world.connect(user);
        world.loop.run();
        connection.close();
        world.loop.run();
        assertThat(user.told()).containsExactly("2ms connected", "5ms remote closed", "5ms closed");
        assertThat(world.server.tcp().connections()).isEmpty();
    }

    @Test
    void accept_later_delaysTheSynAck() {
        world.peer(new Accept(SimDuration.ofMillis(20)));
        world.connect(user);
        world.loop.run();
        assertThat(user.told()).containsExactly("22ms connected");
    }

    @Test
    void accept_laterThanTheRetransmission_isStillOneAttempt() {
        ScriptedPeer peer = world.peer(new Accept(SimDuration.ofSeconds(2)), new Refuse(ConnectOutcome.ALL));
        world.connect(user);
        world.loop.run();
        assertThat(user.told()).containsExactly("2.002s connected");
        assertThat(peer.attempts()).isEqualTo(1);
        assertThat(world.server.tcp().connections()).hasSize(1);
    }

    @Test
    void accept_laterThanTheClientWaits_isReset() {
        world.peer(new Accept(SimDuration.ofSeconds(22)));
        world.connect(user);
        world.loop.run();
        assertThat(user.told()).containsExactly("21s TIMED_OUT");
        assertThat(world.sent()).endsWith("22.001s server > client: SYN+ACK", "22.002s client > server: RST");
        assertThat(world.server.tcp().connections()).isEmpty();
    }

    @Test
    void refuse_everySyn_refuses() {
        ScriptedPeer peer = world.peer(new Refuse(ConnectOutcome.ALL));
        world.connect(user);
        world.loop.run();
        assertThat(user.told()).containsExactly("2.01s REFUSED");
        assertThat(peer.attempts()).isEqualTo(1);
    }

    @Test
    void refuse_twice_acceptsTheThirdSyn() {
        world.peer(new Refuse(2));
        world.connect(user);
        world.loop.run();
        assertThat(user.told()).containsExactly("1.006s connected");
        assertThat(world.sent())
                .startsWith(
                        "0s client > server: SYN",
                        "1ms server > client: RST+ACK",
                        "502ms client > server: SYN",
                        "503ms server > client: RST+ACK",
                        "1.004s client > server: SYN",
                        "1.005s server > client: SYN+ACK");
    }

    @Test
    void ignore_twice_acceptsTheThirdSyn() {
        world.peer(new Ignore(2));
        world.connect(user);
        world.loop.run();
        assertThat(user.told()).containsExactly("3.002s connected");
    }

    @Test
    void reset_atOnce_followsTheHandshake() {
        world.peer(new Reset(SimDuration.ZERO));
        TcpConnection connection = world.connect(user);
        world.loop.run();
        assertThat(user.told()).containsExactly("2ms connected", "4ms reset");
        assertThat(connection.state()).isEqualTo(TcpState.CLOSED);
        assertThat(world.sent()).endsWith("2ms client > server: ACK", "3ms server > client: RST+ACK");
    }

    @Test
    void reset_later_countsFromTheServersSide() {
        world.peer(new Reset(SimDuration.ofMillis(10)));
        world.connect(user);
        world.loop.run();
        assertThat(user.told()).containsExactly("2ms connected", "14ms reset");
    }

    @Test
    void reset_afterTheClientClosed_comesTooLate() {
        world.peer(new Reset(SimDuration.ofMillis(10)));
        TcpConnection connection = world.connect(user);
        world.loop.runUntil(3 * TwoHosts.MILLISECOND);
        connection.close();
        world.loop.run();
        assertThat(user.told()).containsExactly("2ms connected", "5ms remote closed", "5ms closed");
    }

    @Test
    void close_later_sendsFin() {
        world.peer(new Close(SimDuration.ofMillis(10)));
        TcpConnection connection = world.connect(user);
        world.loop.runUntil(20 * TwoHosts.MILLISECOND);
        assertThat(user.told()).containsExactly("2ms connected", "14ms remote closed");
        assertThat(connection.state()).isEqualTo(TcpState.CLOSE_WAIT);
        connection.close();
        world.loop.run();
        assertThat(user.told()).endsWith("22ms closed");
    }

    @ParameterizedTest
    @EnumSource(UnreachableKind.class)
    void unreachable_everySyn_meetsTheError(UnreachableKind kind) {
        world.peer(new Unreachable(kind));
        world.connect(user);
        world.loop.run();
        assertThat(user.told()).containsExactly("21s TIMED_OUT");
        assertThat(world.sent()).hasSize(10).contains("1ms server > client: ICMP", "15.001s server > client: ICMP");
        assertThat(world.log.entries().stream().map(entry -> entry.record().describe()))
                .contains("client TCP 192.0.2.10:49152 > 192.0.2.20:445: " + kind + ", ignored");
    }

    @Test
    void script_attempts_takeTheOutcomesInTurnAndTheLastStays() {
        ScriptedPeer peer = world.peer(new Refuse(ConnectOutcome.ALL), AT_ONCE, new Reset(SimDuration.ZERO));
        for (int i = 0; i < 4; i++) {
            RecordingUser each = new RecordingUser(world.loop);
            world.client.tcp().connect(TwoHosts.CLIENT.withPort(50_000 + i), TwoHosts.SERVER, each);
            world.loop.run();
            user.told().addAll(each.told());
        }
        assertThat(user.told())
                .extracting(text -> text.substring(text.indexOf(' ') + 1))
                .containsExactly("REFUSED", "connected", "connected", "reset", "connected", "reset");
        assertThat(peer.attempts()).isEqualTo(4);
        assertThat(world.records(AttemptBegan.class))
                .extracting(AttemptBegan::describe)
                .containsExactly(
                        "server port 445: attempt 1 from 192.0.2.10:50000, refuse every SYN",
                        "server port 445: attempt 2 from 192.0.2.10:50001, accept after 0s",
                        "server port 445: attempt 3 from 192.0.2.10:50002, reset after 0s",
                        "server port 445: attempt 4 from 192.0.2.10:50003, reset after 0s");
    }

    @Test
    void script_synsOfTwoAttempts_areToldApart() {
        world.peer(new Refuse(2), new Ignore(1));
        RecordingUser other = new RecordingUser(world.loop);
        world.connect(user);
        world.client.tcp().connect(TwoHosts.CLIENT.withPort(50_000), TwoHosts.SERVER, other);
        world.loop.run();
        assertThat(user.told()).containsExactly("1.006s connected");
        assertThat(other.told()).containsExactly("1.002s connected");
    }

    @Test
    void script_acceptedAttemptThatFell_doesNotTakeTheNextOutcome() {
        PacketMatch synAck = PacketMatch.parse("SYN+ACK").orElseThrow();
        TwoHosts lossy = new TwoHosts(
                TwoHosts.ONE_MILLISECOND,
                TwoHosts.ONE_MILLISECOND.withDrops(
                        new ScriptedDrop(1, synAck),
                        new ScriptedDrop(2, synAck),
                        new ScriptedDrop(3, synAck),
                        new ScriptedDrop(4, synAck),
                        new ScriptedDrop(5, synAck),
                        new ScriptedDrop(6, synAck)));
        ScriptedPeer peer = lossy.peer(AT_ONCE, new Refuse(ConnectOutcome.ALL));
        RecordingUser told = new RecordingUser(lossy.loop);
        lossy.connect(told);
        lossy.loop.run();
        assertThat(told.told()).hasSize(1).first().asString().endsWith("connected");
        assertThat(peer.attempts()).isEqualTo(1);
    }

    @Test
    void setOutcomes_atRunTime_isForTheNextAttempt() {
        ScriptedPeer peer = world.peer(new Refuse(ConnectOutcome.ALL));
        world.connect(user);
        world.loop.runUntil(TwoHosts.SECOND);
        peer.setOutcomes(List.of(AT_ONCE));
        RecordingUser next = new RecordingUser(world.loop);
        world.client.tcp().connect(TwoHosts.CLIENT.withPort(50_000), TwoHosts.SERVER, next);
        world.loop.run();
        assertThat(user.told()).containsExactly("2.01s REFUSED");
        assertThat(next.told()).containsExactly("1.002s connected");
        assertThatThrownBy(() -> peer.setOutcomes(List.of())).hasMessage("a scripted peer needs at least one outcome");
    }

    @Test
    void close_peer_refusesFromThenOn() {
        ScriptedPeer peer = world.peer(new Accept(SimDuration.ofSeconds(1)));
        world.connect(user);
        world.loop.runUntil(TwoHosts.SECOND / 2);
        peer.close();
        world.loop.run();
        // The delayed acceptance is gone; the SYN of 1 s and those after it are refused.
        assertThat(user.told()).containsExactly("2.508s REFUSED");
        world.peer(AT_ONCE);
    }

    @Test
    void crash_inMidHandshake_endsInATimeOut() {
        world.peer(AT_ONCE);
        world.connect(user);
        world.loop.schedule(TwoHosts.MILLISECOND / 2, world.server::crash);
        world.loop.run();
        assertThat(user.told()).containsExactly("21s TIMED_OUT");
        assertThat(world.loop.pendingEvents()).isZero();
    }

    @Test
    void crash_inMidHandshakeAndRestart_isHealedByTheNextSyn() {
        world.peer(AT_ONCE, new Refuse(ConnectOutcome.ALL));
        world.connect(user);
        world.loop.schedule(TwoHosts.MILLISECOND / 2, world.server::crash);
        world.loop.schedule(2 * TwoHosts.SECOND, world.server::restart);
        world.loop.run();
        assertThat(user.told()).containsExactly("3.002s connected");
    }

    @Test
    void crash_beforeADelayedAcceptance_startsItAnew() {
        world.peer(new Accept(SimDuration.ofMillis(100)));
        world.connect(user);
        world.loop.schedule(50 * TwoHosts.MILLISECOND, world.server::crash);
        world.loop.schedule(60 * TwoHosts.MILLISECOND, world.server::restart);
        world.loop.run();
        assertThat(user.told()).containsExactly("1.102s connected");
    }

    @Test
    void remembered_attempts_areLimited() {
        ScriptedPeer peer = world.peer(new Ignore(ConnectOutcome.ALL));
        for (int i = 0; i < ScriptedPeer.REMEMBERED_ATTEMPTS + 1; i++) {
            world.client
                    .tcp()
                    .connect(TwoHosts.CLIENT.withPort(10_000 + i), TwoHosts.SERVER, new RecordingUser(world.loop));
        }
        world.loop.runUntil(TwoHosts.SECOND / 2);
        assertThat(peer.attempts()).isEqualTo(ScriptedPeer.REMEMBERED_ATTEMPTS + 1);
        world.loop.runUntil(TwoHosts.SECOND + TwoHosts.SECOND / 2);
        assertThat(peer.attempts()).isGreaterThan(ScriptedPeer.REMEMBERED_ATTEMPTS + 1);
    }
}
