package dev.wsksim.wsk.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ScriptedClient;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskClientListenDispatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections that come at the moment at which their listening socket closes. Source: nc-wsk-pfn_wsk_close_socket. */
class ListenCloseRacesTest {

    private static ScriptedClient client(WskWorld world, long afterMillis) {
        return world.clientOnServer("192.0.2.10:5000", afterMillis, new Behaviour.Discard());
    }

    private static boolean isEstablishedHere(WskWorld world) {
        return world.client.net().tcp().connections().stream()
                .anyMatch(connection -> connection.state() == TcpState.ESTABLISHED);
    }

    @Test
    void close_whenAnAcceptHasItsConnection_theAcceptStillSucceeds() {
        WskWorld.play(world -> {
            ListenSocket listening = world.listening().at(5000, null);
            RecordedCall accept = world.listening().accept(listening);
            RecordedCall next = world.listening().accept(listening);
            ScriptedClient client = client(world, 0);
            world.loop.runUntil(() -> isEstablishedHere(world));
            assertThat(accept.isCompleted()).as("settled only").isFalse();
            RecordedCall close = world.sockets().close(listening);
            world.run();
            assertThat(accept.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(accept.socket().state()).isEqualTo(SocketState.CONNECTED);
            assertThat(next.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(client.connection().orElseThrow().state()).isEqualTo(TcpState.ESTABLISHED);
        });
    }

    @Test
    void close_whenTheCallbackIsDue_itIsNotCalledAndThePeerIsReset() {
        WskWorld.play(world -> {
            List<Object> told = new ArrayList<>();
            ListenSocket listening = world.listening()
                    .at(
                            5000,
                            new WskClientListenDispatch(
                                    (context, flags, local, remote, socket, itsContext, itsTable) -> {
                                        told.add(remote);
                                        return NtStatus.STATUS_SUCCESS;
                                    },
                                    null,
                                    null));
            world.listening().acceptEvent(listening);
            ScriptedClient client = client(world, 0);
            world.loop.runUntil(() -> isEstablishedHere(world));
            world.sockets().close(listening).await();
            world.run();
            assertThat(told).isEmpty();
            assertThat(client.connection().orElseThrow().state()).isEqualTo(TcpState.CLOSED);
        });
    }

    @Test
    void close_inTheMiddleOfAHandshake_thePeerIsReset() {
        WskWorld.play(world -> {
            ListenSocket listening = world.listening().at(5000, null);
            RecordedCall accept = world.listening().accept(listening);
            ScriptedClient client = client(world, 0);
            world.loop.runUntil(() -> !world.client.net().tcp().connections().isEmpty());
            assertThat(isEstablishedHere(world)).isFalse();
            world.sockets().close(listening).await();
            world.run();
            assertThat(accept.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(client.connection().orElseThrow().state()).isEqualTo(TcpState.CLOSED);
        });
    }

    @Test
    void arrivals_whileTheCloseWaitsForACallback_areReset() {
        WskWorld.play(WorldSetup.PLAIN.decide("event.irql", "PASSIVE_LEVEL"), world -> {
            List<Object> told = new ArrayList<>();
            List<RecordedCall> close = new ArrayList<>();
            List<ListenSocket> listening = new ArrayList<>();
            listening.add(world.listening()
                    .at(
                            5000,
                            new WskClientListenDispatch(
                                    (context, flags, local, remote, socket, itsContext, itsTable) -> {
                                        told.add(remote);
                                        world.listening().keep(socket);
                                        close.add(world.sockets().close(listening.get(0)));
                                        world.loop.runUntil(world.loop.nowNanos() + 20_000_000);
                                        assertThat(close.get(0).isCompleted())
                                                .as("waits for this callback")
                                                .isFalse();
                                        return NtStatus.STATUS_SUCCESS;
                                    },
                                    null,
                                    null)));
            world.listening().acceptEvent(listening.get(0));
            ScriptedClient first = client(world, 0);
            ScriptedClient second = client(world, 5);
            ScriptedClient halfOpen = client(world, 21);
            world.run();
            assertThat(told).hasSize(1);
            assertThat(close.get(0).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(first.connection().orElseThrow().state()).isEqualTo(TcpState.ESTABLISHED);
            assertThat(second.connection().orElseThrow().state()).isEqualTo(TcpState.CLOSED);
            assertThat(halfOpen.connection().orElseThrow().state()).isEqualTo(TcpState.CLOSED);
        });
    }
}
