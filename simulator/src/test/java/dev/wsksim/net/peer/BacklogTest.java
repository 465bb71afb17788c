package dev.wsksim.net.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.RecordingUser;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.peer.Backlog.Taking;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Peers whose application takes connections from a backlog, in the world of {@link TwoHosts}. */
class BacklogTest {

    private static final long MS = TwoHosts.MILLISECOND;
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    private final TwoHosts world = new TwoHosts();
    private final RecordingUser user = new RecordingUser(world.loop);
    private final List<TcpConnection> established = new ArrayList<>();

    private ScriptedPeer peer(int backlog, Taking taking, ConnectOutcome outcome) {
        ScriptedPeer peer = new ScriptedPeer(
                world.loop,
                world.trace,
                world.server,
                TwoHosts.SERVER.port(),
                List.of(outcome),
                new Behaviour.Echo(),
                Optional.of(new Backlog(backlog, taking)));
        peer.onEstablished(established::add);
        return peer;
    }

    private ScriptedPeer peer(int backlog, Taking taking) {
        return peer(backlog, taking, new ConnectOutcome.Accept(SimDuration.ZERO));
    }

    private TcpConnection connect(int port, RecordingUser who) {
        return world.client.tcp().connect(TwoHosts.CLIENT.withPort(port), TwoHosts.SERVER, who);
    }

    private List<String> taken() {
        return world.log.entries().stream()
                .filter(entry -> entry.record() instanceof ConnectionTaken)
                .map(entry -> entry.time() + " "
                        + ((ConnectionTaken) entry.record()).remote().port())
                .toList();
    }

    @Test
    void never_takesNothing_andRefusesWhatFindsTheQueueFull() {
        ScriptedPeer peer = peer(1, Taking.NEVER);
        TcpConnection first = connect(50_000, new RecordingUser(world.loop));
        connect(50_001, user);
        world.loop.runUntil(3 * MS);
        first.write(HELLO, 0, HELLO.length);
        world.loop.run();

        assertThat(user.told()).containsExactly("2.01s REFUSED");
        assertThat(peer.attempts()).isEqualTo(2);
        assertThat(taken()).isEmpty();
        assertThat(established)
                .singleElement()
                .extracting(TcpConnection::readable)
                .isEqualTo(5);
        assertThat(world.records(BacklogFull.class))
                .hasSize(5)
                .first()
                .extracting(BacklogFull::describe)
                .isEqualTo("server port 445: backlog full, 1 waiting, 192.0.2.10:50001 is refused");
    }

    @Test
    void every_takesOneAfterTheOther_eachWhenItsTimeHasPassed() {
        peer(3, Taking.every(SimDuration.ofMillis(20)));
        for (int i = 0; i < 3; i++) {
            connect(50_000 + i, user);
        }
        world.loop.runUntil(200 * MS);
        connect(50_003, user);
        world.loop.run();

        assertThat(taken()).containsExactly("23ms 50000", "43ms 50001", "63ms 50002", "223ms 50003");
    }

    @Test
    void taking_tellsOfDataAndFinThatCameBefore() {
        peer(1, Taking.every(SimDuration.ofMillis(50)));
        TcpConnection client = connect(50_000, user);
        world.loop.runUntil(3 * MS);
        client.write(HELLO, 0, HELLO.length);
        client.close();
        world.loop.runUntil(52 * MS);
        assertThat(established.get(0).state()).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(established.get(0).readable()).isEqualTo(5);
        world.loop.run();

        // The echo, and the FIN behind it.
        assertThat(client.readable()).isEqualTo(5);
        assertThat(user.told()).containsExactly("2ms connected", "54ms remote closed", "54ms closed");
    }

    @Test
    void taking_atOnce_isLikeNoBacklog() {
        peer(1, Taking.AT_ONCE);
        for (int i = 0; i < 3; i++) {
            connect(50_000 + i, user);
            world.loop.run();
        }
        assertThat(user.told()).containsExactly("2ms connected", "5ms connected", "8ms connected");
        assertThat(established).hasSize(3);
        assertThat(taken()).containsExactly("3ms 50000", "6ms 50001", "9ms 50002");
    }

    @Test
    void connection_thatEndsBeforeItIsTaken_isSeenByNobodyAndLeavesItsPlace() {
        peer(1, Taking.every(SimDuration.ofMillis(50)));
        TcpConnection first = connect(50_000, user);
        world.loop.runUntil(10 * MS);
        first.abort();
        world.loop.runUntil(20 * MS);
        connect(50_001, user);
        world.loop.run();

        assertThat(user.told()).containsExactly("2ms connected", "22ms connected");
        assertThat(taken()).containsExactly("53ms 50001");
    }

    @Test
    void outcome_thatResets_beginsWhenTheConnectionIsTaken() {
        peer(1, Taking.every(SimDuration.ofMillis(50)), new ConnectOutcome.Reset(SimDuration.ofMillis(10)));
        connect(50_000, user);
        world.loop.run();

        assertThat(user.told()).containsExactly("2ms connected", "64ms reset");
    }

    @Test
    void queue_afterACrash_isEmpty() {
        peer(1, Taking.every(SimDuration.ofMillis(50)));
        connect(50_000, user);
        world.loop.runUntil(10 * MS);
        world.server.crash();
        world.server.restart();
        RecordingUser next = new RecordingUser(world.loop);
        connect(50_001, next);
        world.loop.runUntil(100 * MS);

        assertThat(next.told()).containsExactly("12ms connected");
        assertThat(taken()).containsExactly("53ms 50001");
    }

    @Test
    void backlog_ofNone_isRefused() {
        assertThatThrownBy(() -> new Backlog(0, Taking.NEVER)).hasMessage("a backlog is at least 1, not 0");
    }
}
