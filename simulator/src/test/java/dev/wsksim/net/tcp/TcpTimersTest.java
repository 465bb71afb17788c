package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.trace.TraceEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The timer of a connection and the queue of those in TIME-WAIT. */
class TcpTimersTest {

    private final TwoHosts hosts = new TwoHosts();
    private final SimulationLoop loop = hosts.loop;
    private final TcpStack stack = hosts.client.tcp();
    private final List<String> expired = new ArrayList<>();
    private final TimeWaitQueue queue = new TimeWaitQueue(loop, 100, connection -> expire(connection));

    private void expire(TcpConnection connection) {
        expired.add(loop.nowNanos() + " " + connection.local().port() + " cause " + loop.cause());
        queue.remove(connection);
    }

    private TcpConnection connection(int port) {
        return new TcpConnection(
                stack,
                port,
                Endpoint.of("192.0.2.10:1").withPort(port),
                TwoHosts.SERVER,
                new TcpUser() {},
                TcpParameters.WINDOWS_11,
                true);
    }

    @Test
    void timeWait_connections_expireInTheirOrderWithTheirCauses() {
        TcpConnection[] connections = {connection(1), connection(2), connection(3), connection(4)};
        for (int i = 0; i < 4; i++) {
            int index = i;
            loop.scheduleAt(10L * i, () -> {
                loop.setCause(70 + index);
                queue.add(connections[index]);
            });
        }
        loop.scheduleAt(50, () -> queue.restart(connections[0]));
        loop.scheduleAt(60, () -> queue.remove(connections[2]));
        loop.runUntil(60);
        assertThat(loop.pendingEvents()).isEqualTo(1);
        loop.run();
        assertThat(expired).containsExactly("110 2 cause 71", "130 4 cause 73", "150 1 cause 0");
    }

    @Test
    void timeWait_lastOneTakenOut_leavesNothingPending() {
        TcpConnection one = connection(1);
        queue.add(one);
        queue.remove(one);
        assertThat(loop.pendingEvents()).isZero();
        queue.add(one);
        loop.run();
        assertThat(expired).containsExactly("100 1 cause 0");
    }

    @Test
    void timer_pushedBack_keepsOnePendingEventAndFiresOnce() {
        TwoHosts world = new TwoHosts();
        TcpConnection connection = world.connect(new TcpUser() {});
        world.loop.runUntil(TwoHosts.MILLISECOND * 2);
        int pending = world.loop.pendingEvents();
        for (int i = 1; i < 100; i++) {
            connection.timer().arm(TwoHosts.SECOND + i);
        }
        assertThat(world.loop.pendingEvents()).isEqualTo(pending);
        connection.timer().arm(5);
        assertThat(world.loop.pendingEvents()).isEqualTo(pending);
        world.loop.runUntil(3 * TwoHosts.MILLISECOND);
        assertThat(world.sent()).last().isEqualTo("2.000005ms client > server: SYN");
    }

    @Test
    void timer_pushedBack_firesAtTheLastDeadline() {
        TwoHosts world = new TwoHosts();
        world.there.setUp(false);
        TcpConnection connection = world.connect(new TcpUser() {});
        connection.timer().arm(3 * TwoHosts.SECOND);
        world.loop.runUntil(4 * TwoHosts.SECOND);
        assertThat(world.sent()).containsExactly("0s client > server: SYN", "3s client > server: SYN");
        connection.timer().cancel();
        assertThat(world.loop.pendingEvents()).isZero();
    }

    @Test
    void timer_disarmed_goesOffInVainAndCanBeArmedAgain() {
        TwoHosts world = new TwoHosts();
        world.there.setUp(false);
        TcpConnection connection = world.connect(new TcpUser() {});
        connection.timer().disarm();
        assertThat(connection.timer().isArmed()).isFalse();
        world.loop.runUntil(2 * TwoHosts.SECOND);
        assertThat(world.sent()).containsExactly("0s client > server: SYN");
        connection.timer().arm(TwoHosts.SECOND);
        world.loop.runUntil(4 * TwoHosts.SECOND);
        assertThat(world.sent()).containsExactly("0s client > server: SYN", "3s client > server: SYN");
    }

    @Test
    void timer_pushedBack_firesWithTheCauseOfTheLastArming() {
        TwoHosts world = new TwoHosts();
        world.there.setUp(false);
        TcpConnection connection = world.connect(new TcpUser() {});
        world.loop.schedule(TwoHosts.MILLISECOND, () -> {
            world.loop.setCause(1);
            connection.timer().arm(3 * TwoHosts.SECOND);
        });
        world.loop.runUntil(4 * TwoHosts.SECOND);
        TraceEntry retransmission = world.log.entries().stream()
                .filter(entry -> entry.record() instanceof SynRetransmitted)
                .findFirst()
                .orElseThrow();
        assertThat(retransmission.time()).hasToString("3.001s");
        assertThat(retransmission.cause()).isEqualTo(1);
    }

    @Test
    void sequenceNumbers_comparisons_wrapAround() {
        assertThat(SequenceNumbers.less(-1, 0)).isTrue();
        assertThat(SequenceNumbers.less(0, -1)).isFalse();
        assertThat(SequenceNumbers.less(Integer.MAX_VALUE, Integer.MIN_VALUE)).isTrue();
        assertThat(SequenceNumbers.lessOrEqual(5, 5)).isTrue();
        assertThat(SequenceNumbers.less(5, 5)).isFalse();
        assertThat(SequenceNumbers.inWindow(2, -2, 5)).isTrue();
        assertThat(SequenceNumbers.inWindow(3, -2, 5)).isFalse();
        assertThat(SequenceNumbers.inWindow(-3, -2, 5)).isFalse();
        assertThat(SequenceNumbers.inWindow(1, 1, 0)).isFalse();
    }
}
