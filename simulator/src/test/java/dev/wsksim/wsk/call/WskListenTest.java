package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.StreamSocket;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import dev.wsksim.wsk.socket.WskClientListenDispatch;
import dev.wsksim.wsk.socket.WskClientStreamDispatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** WskListen, and the two roles of stream sockets. */
class WskListenTest {

    private static StreamSocket bound(WskWorld world) {
        StreamSocket socket = world.listening().stream(null);
        assertThat(world.listening().bind(socket, "0.0.0.0:5000").await().status())
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        return socket;
    }

    @Test
    void bind_doesNotListen_acceptFails() {
        WskWorld.play(world -> {
            StreamSocket socket = bound(world);
            assertThat(socket.state()).isEqualTo(SocketState.BOUND);
            assertThat(world.client.net().tcp().listeners()).isEmpty();
            assertThat(world.listening().accept(socket).returned()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        });
    }

    @Test
    void listen_commitsToTheListeningRole() {
        WskWorld.play(world -> {
            StreamSocket socket = bound(world);
            assertThat(world.listening().listen(socket).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            RecordedCall accept = world.listening().accept(socket);
            world.clientOnServer("192.0.2.10:5000", 0, new Behaviour.Discard());
            world.run();
            assertThat(accept.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.listening().connect(socket, "192.0.2.20:445").returned())
                    .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
            assertThat(world.listening().listen(socket).returned()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        });
    }

    @Test
    void connect_commitsToTheConnectionRole() {
        WskWorld.play(world -> {
            StreamSocket socket = bound(world);
            assertThat(world.listening()
                            .connect(socket, "192.0.2.20:445")
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.listening().listen(socket).returned()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
            assertThat(world.listening().accept(socket).returned()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        });
    }

    @Test
    void connect_failed_leavesTheRoleOpen() {
        WskWorld.play(world -> {
            StreamSocket socket = bound(world);
            assertThat(world.listening().connect(socket, "192.0.2.20:9").await().status())
                    .isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
            assertThat(world.listening().listen(socket).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void listen_unbound_isRefused() {
        WskWorld.play(world -> {
            StreamSocket socket = world.listening().stream(null);
            assertThat(world.listening().listen(socket).returned()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        });
    }

    @Test
    void conditionalAccept_isRefusedOnStreamSockets() {
        WskWorld.play(world -> {
            StreamSocket socket = world.listening().stream(null);
            assertThat(world.listening().conditional(socket).returned())
                    .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        });
    }

    @Test
    void events_areThoseOfTheRole() {
        WskWorld.play(world -> {
            List<ConnectionSocket> accepted = new ArrayList<>();
            WskClientListenDispatch listen = new WskClientListenDispatch(
                    (context, flags, local, remote, socket, newContext, newTable) -> {
                        accepted.add(socket);
                        world.listening().keep(socket);
                        return NtStatus.STATUS_SUCCESS;
                    },
                    null,
                    null);
            WskClientConnectionDispatch connect =
                    new WskClientConnectionDispatch(null, (context, flags) -> NtStatus.STATUS_SUCCESS, null);
            StreamSocket one = world.listening().stream(new WskClientStreamDispatch(listen, connect));
            world.listening().bind(one, "0.0.0.0:5000").await();
            assertThat(world.listening().acceptEvent(one)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
            world.listening().listen(one).await();
            assertThat(world.listening().acceptEvent(one)).isEqualTo(NtStatus.STATUS_SUCCESS);
            world.clientOnServer("192.0.2.10:5000", 0, new Behaviour.Discard());
            world.run();
            assertThat(accepted).hasSize(1);

            StreamSocket two = world.listening().stream(new WskClientStreamDispatch(listen, connect));
            world.listening().bind(two, "0.0.0.0:0").await();
            world.listening().connect(two, "192.0.2.20:445").await();
            assertThat(world.listening().acceptEvent(two)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(world.listening().events(two, EventFlag.WSK_EVENT_DISCONNECT.bit()))
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.listening().events(two, EventFlag.WSK_EVENT_RECEIVE.bit()))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        });
    }

    @Test
    void localAddress_wildcardWhileItListens() {
        WskWorld.play(world -> {
            StreamSocket socket = bound(world);
            world.listening().listen(socket).await();
            assertThat(socket.localAddress().endpoint()).hasToString("0.0.0.0:5000");
            assertThat(socket.triple().addressFamily()).isEqualTo(Ws2def.AF_INET);
        });
    }
}
