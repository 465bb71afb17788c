package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.peer.ScriptedClient;
import dev.wsksim.net.peer.ScriptedPeer;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.SocketCategory;
import dev.wsksim.wsk.socket.SocketState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** WskAccept on listening sockets; the clients are on the server's host of {@link WskWorld}. */
class WskAcceptTest {

    private static final String LISTENER = "192.0.2.10:5000";

    private static ScriptedClient client(WskWorld world, long afterMillis) {
        return world.clientOnServer(LISTENER, afterMillis, new Behaviour.Discard());
    }

    @Test
    void accept_connectionWaits_isCompletedAtOnceWithTheSocketAndBothAddresses() {
        WskWorld.play(world -> {
            ListenSocket listening = world.listening().at(5000, null);
            assertThat(listening.state()).isEqualTo(SocketState.LISTENING);
            ScriptedClient client = client(world, 0);
            world.runFor(10);
            Variable<SockAddr> local = new Variable<>();
            Variable<SockAddr> remote = new Variable<>();

            RecordedCall accept = world.listening()
                    .accept(listening, 0, null, null, local, remote)
                    .await();

            ConnectionSocket accepted = accept.socket();
            assertThat(accept.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(accepted.category()).isEqualTo(SocketCategory.CONNECTION);
            assertThat(accepted.state()).isEqualTo(SocketState.CONNECTED);
            assertThat(accepted.events().enabled()).isZero();
            assertThat(local.get()).hasToString(LISTENER);
            assertThat(remote.get())
                    .hasToString(client.connection().orElseThrow().local().toString());
            assertThat(accepted.client().number()).isEqualTo(world.wskClient.number());
        });
    }

    @Test
    void accept_none_waitsForTheFirstAndServesInOrder() {
        WskWorld.play(world -> {
            ListenSocket listening = world.listening().at(5000, null);
            RecordedCall first = world.listening().accept(listening);
            RecordedCall second = world.listening().accept(listening);
            assertThat(first.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            ScriptedClient one = client(world, 1);
            ScriptedClient two = client(world, 2);
            world.run();
            assertThat(first.socket().remote())
                    .isEqualTo(one.connection().orElseThrow().local());
            assertThat(second.socket().remote())
                    .isEqualTo(two.connection().orElseThrow().local());
        });
    }

    @Test
    void accept_handshakeUnfinished_isNotAcceptedYet() {
        WskWorld.play(world -> {
            ListenSocket listening = world.listening().at(5000, null);
            RecordedCall accept = world.listening().accept(listening);
            client(world, 0);
            world.runFor(2);
            assertThat(world.packets()).hasSize(3);
            assertThat(accept.isCompleted()).isFalse();
            world.runFor(2);
            assertThat(accept.isCompleted()).isTrue();
        });
    }

    @Test
    void accept_resetBeforeItIsAccepted_isForgotten() {
        WskWorld.play(world -> {
            ListenSocket listening = world.listening().at(5000, null);
            ScriptedClient client = client(world, 0);
            world.runFor(10);
            client.connection().orElseThrow().abort();
            world.runFor(10);
            assertThat(listening.listenRole().backlog()).isZero();
            assertThat(world.listening().accept(listening).isCompleted()).isFalse();
        });
    }

    @Test
    void accept_peerHasFinishedBefore_socketIsRemoteFinished() {
        WskWorld.play(world -> {
            ListenSocket listening = world.listening().at(5000, null);
            ScriptedClient client = client(world, 0);
            world.runFor(10);
            client.connection().orElseThrow().close();
            world.runFor(10);
            assertThat(world.listening().accept(listening).await().socket().state())
                    .isEqualTo(SocketState.REMOTE_FINISHED);
        });
    }

    @Test
    void accept_flagsOrState_areRefused() {
        WskWorld.play(world -> {
            ListenSocket unbound = world.listening().made(null);
            RecordedCall early = world.listening().accept(unbound);
            assertThat(early.returned()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
            ListenSocket listening = world.listening().at(5000, null);
            RecordedCall flags = world.listening().accept(listening, 1, null, null, null, null);
            assertThat(flags.returned()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        });
    }

    @Test
    void cancel_pendingAccept_nextOneGetsTheConnection() {
        WskWorld.play(world -> {
            ListenSocket listening = world.listening().at(5000, null);
            RecordedCall cancelled = world.listening().accept(listening);
            RecordedCall next = world.listening().accept(listening);
            cancelled.cancel();
            client(world, 1);
            world.run();
            assertThat(cancelled.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(cancelled.information()).isZero();
            assertThat(next.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void close_pendingAcceptIsCancelledAndWaitingConnectionsAreReset() {
        WskWorld.play(world -> {
            ListenSocket pendingOn = world.listening().at(5001, null);
            RecordedCall pending = world.listening().accept(pendingOn);
            ListenSocket listening = world.listening().at(5000, null);
            ScriptedClient client = client(world, 0);
            world.runFor(10);
            RecordedCall close = world.sockets().close(listening).await();
            world.sockets().close(pendingOn).await();
            world.run();
            assertThat(pending.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(pending.information()).isZero();
            assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(client.wasEstablished()).isTrue();
            assertThat(world.packets().get(world.packets().size() - 1)).contains("RST");
            assertThat(world.server.tcp().connections()).isEmpty();
        });
    }

    @Test
    void close_handshakesUnderWayAreReset() {
        WskWorld.play(world -> {
            ListenSocket listening = world.listening().at(5000, null);
            client(world, 0);
            world.in(1, () -> world.in(0, () -> world.sockets().close(listening)));
            world.run();
            assertThat(world.client.net().tcp().connections()).isEmpty();
            assertThat(world.client.net().tcp().listeners()).isEmpty();
        });
    }

    @Test
    void close_acceptedSocketsLiveOnAndThePortIsFree() {
        WskWorld.play(world -> {
            ListenSocket listening = world.listening().at(5000, null);
            RecordedCall accept = world.listening().accept(listening);
            client(world, 0);
            world.run();
            world.sockets().close(listening).await();
            assertThat(accept.socket().state()).isEqualTo(SocketState.CONNECTED);
            ListenSocket next = world.listening().made(null);
            assertThat(world.listening().bind(next, "0.0.0.0:5000").await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void close_exclusiveListener_portStaysTakenUntilItsConnectionsAreClosed() {
        WskWorld.play(world -> {
            ListenSocket listening = world.listening().made(null);
            world.sockets().setOption(listening, Ws2def.SO_EXCLUSIVEADDRUSE, 1).await();
            world.listening().bind(listening, "0.0.0.0:5000").await();
            RecordedCall accept = world.listening().accept(listening);
            client(world, 0);
            world.run();
            world.sockets().close(listening).await();
            ListenSocket next = world.listening().made(null);
            assertThat(world.listening().bind(next, "0.0.0.0:5000").await().status())
                    .isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
            world.sockets().close(accept.socket()).await();
            assertThat(world.listening().bind(next, "0.0.0.0:5000").await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void bind_portOfAScriptedPeerOnTheSameHost_isRefused() {
        WskWorld.play(world -> {
            var peer = new ScriptedPeer(
                    world.loop,
                    world.simulation.trace(),
                    world.client.net(),
                    5000,
                    List.of(new ConnectOutcome.Accept(SimDuration.ZERO)));
            ListenSocket socket = world.listening().made(null);
            assertThat(world.listening().bind(socket, "0.0.0.0:5000").await().status())
                    .isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
            peer.close();
            assertThat(world.listening().bind(socket, "0.0.0.0:5000").await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void sharedEndpoint_decisionChoosesWhoGetsTheConnection() {
        WorldSetup second = WorldSetup.PLAIN.decide("wsk.shared-listener", "1");
        for (WorldSetup setup : new WorldSetup[] {WorldSetup.PLAIN, second}) {
            WskWorld.play(setup, world -> {
                ListenSocket one = shared(world);
                ListenSocket two = shared(world);
                client(world, 0);
                world.run();
                boolean toSecond = setup == second;
                assertThat(one.listenRole().backlog()).isEqualTo(toSecond ? 0 : 1);
                assertThat(two.listenRole().backlog()).isEqualTo(toSecond ? 1 : 0);
                world.sockets().close(one).await();
                client(world, 1);
                world.run();
                assertThat(two.listenRole().backlog()).isEqualTo(toSecond ? 2 : 1);
            });
        }
    }

    private static ListenSocket shared(WskWorld world) {
        ListenSocket socket = world.listening().made(null);
        world.sockets().setOption(socket, Ws2def.SO_REUSEADDR, 1).await();
        world.listening().bind(socket, "0.0.0.0:5000").await();
        return socket;
    }

    @Test
    void bind_datagramListenSocket_isNotImplemented() {
        WskWorld.play(world -> {
            RecordedCall made = world.sockets()
                    .create(Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP, Wsk.WSK_FLAG_LISTEN_SOCKET)
                    .await();
            ListenSocket socket = (ListenSocket) made.wskSocket();
            RecordedCall bind = world.listening().bind(socket, "0.0.0.0:5000").await();
            assertThat(bind.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(bind.status()).isEqualTo(NtStatus.STATUS_NOT_IMPLEMENTED);
            assertThat(bind.information()).isZero();
        });
    }
}
