package dev.wsksim.net.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.RecordingUser;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.link.NodePause;
import dev.wsksim.net.link.PacketDropped;
import dev.wsksim.net.link.PacketHeld;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.tcp.TcpConnection;
import org.junit.jupiter.api.Test;

/** Two hosts, 1 ms apart, of which one is paused and goes on. */
class HostPauseTest {

    private final TwoHosts world = new TwoHosts();

    private void at(long millis, Runnable what) {
        world.loop.scheduleAt(millis * TwoHosts.MILLISECOND, what::run);
    }

    @Test
    void pausedServer_answersWhatCame_whenItGoesOn() {
        world.acceptingPeer();
        world.server.suspend();
        world.connect(new RecordingUser(world.loop));
        at(300, world.server::resume);
        world.loop.runUntil(400 * TwoHosts.MILLISECOND);
        assertThat(world.sent())
                .containsExactly(
                        "0s client > server: SYN", "300ms server > client: SYN+ACK", "301ms client > server: ACK");
        assertThat(world.records(PacketHeld.class))
                .extracting(PacketHeld::describe)
                .singleElement()
                .asString()
                .endsWith("waits (server is paused)");
    }

    @Test
    void pausedServer_answersEachSynThatCame_inTheirOrder() {
        world.acceptingPeer();
        world.server.suspend();
        world.connect(new RecordingUser(world.loop));
        at(1500, world.server::resume);
        world.loop.runUntil(1600 * TwoHosts.MILLISECOND);
        // The second SYN meets a connection in SYN-RECEIVED, which repeats its SYN+ACK.
        assertThat(world.sent())
                .startsWith(
                        "0s client > server: SYN",
                        "1s client > server: SYN",
                        "1.5s server > client: SYN+ACK",
                        "1.5s server > client: SYN+ACK");
    }

    @Test
    void pausedClient_sendsNothing_andItsTimersWait() {
        world.server.crash();
        world.connect(new RecordingUser(world.loop));
        at(500, world.client::suspend);
        // Due at 1 s, and again 2 s later if the host had not stood still.
        at(5000, world.client::resume);
        world.loop.runUntil(8 * TwoHosts.SECOND);
        assertThat(world.sent())
                .containsExactly("0s client > server: SYN", "5s client > server: SYN", "7s client > server: SYN");
    }

    @Test
    void pausedPeer_thatWantsToCloseMeanwhile_sendsItsFinWhenItGoesOn() {
        world.peer(new ConnectOutcome.Close(SimDuration.ofMillis(100)));
        RecordingUser user = new RecordingUser(world.loop);
        TcpConnection connection = world.connect(user);
        at(50, world.server::suspend);
        at(900, world.server::resume);
        world.loop.runUntil(899 * TwoHosts.MILLISECOND);
        assertThat(world.sent()).noneMatch(line -> line.contains("FIN"));
        world.loop.runUntil(950 * TwoHosts.MILLISECOND);
        assertThat(world.sent()).contains("900ms server > client: FIN+ACK");
        connection.abort();
    }

    @Test
    void moreArrivalsThanWait_areLost() {
        world.acceptingPeer();
        world.server.suspend();
        for (int i = 0; i < NodePause.MOST_WAITING + 3; i++) {
            world.client
                    .tcp()
                    .connect(Endpoint.of("192.0.2.10:" + (2000 + i)), TwoHosts.SERVER, new RecordingUser(world.loop));
        }
        world.loop.runUntil(10 * TwoHosts.MILLISECOND);
        assertThat(world.records(PacketDropped.class))
                .hasSize(3)
                .allMatch(drop -> drop.reason().equals("server is paused and its receive queue is full"));
    }

    @Test
    void crashOfAPausedHost_forgetsWhatWaited() {
        world.acceptingPeer();
        world.server.suspend();
        world.connect(new RecordingUser(world.loop));
        at(100, world.server::crash);
        at(200, world.server::restart);
        world.loop.runUntil(900 * TwoHosts.MILLISECOND);
        assertThat(world.sent()).containsExactly("0s client > server: SYN");
        assertThat(world.server.pause().isPaused()).isFalse();
    }

    @Test
    void suspendAndResume_tellTheTraceOfChangesOnly() {
        world.server.resume();
        world.server.suspend();
        world.server.suspend();
        world.server.resume();
        world.server.resume();
        assertThat(world.records(HostPauseChanged.class))
                .extracting(HostPauseChanged::describe)
                .containsExactly("server is paused", "server goes on");
    }
}
