package dev.wsksim.wsk.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.flag.ReceiveFlags;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sockets whose local address leaves the host. */
class DeadSocketTest {

    private static void removeAddress(WskWorld world) {
        world.client.net().interfaces().get(0).removeAddress(IpAddress.of("192.0.2.10"));
    }

    @Test
    void connected_pendingRequestsAreForcedClosedAndReceiveEventHasNull() {
        WskWorld.play(world -> {
            List<Object> told = new ArrayList<>();
            WskClientConnectionDispatch table = new WskClientConnectionDispatch(
                    (context, flags, list, bytes, accepted) -> {
                        told.add(list == null ? "NULL" : list);
                        return NtStatus.STATUS_SUCCESS;
                    },
                    null,
                    null);
            ConnectionSocket socket =
                    world.connect().callbacks("context", table).call().await().socket();
            assertThat(world.listening().events(socket, EventFlag.WSK_EVENT_RECEIVE.bit()))
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            RecordedCall receive = world.prepare();
            WskBuf buffer =
                    new WskBuf(world.client.memory().mdlOf(world.client.memory().nonPaged(new byte[8])), 0, 8);
            WskProviderConnectionDispatch.of(socket).wskReceive(socket, buffer, ReceiveFlags.NONE, receive.irp());

            removeAddress(world);
            assertThat(socket.state()).isEqualTo(SocketState.DEAD);
            world.run();

            assertThat(receive.status()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
            assertThat(told).containsExactly("NULL");
            assertThat(world.sockets().remoteAddress(socket, new Variable<>()).returned())
                    .isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
            assertThat(world.sockets().close(socket).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void connecting_endsAsTheNetworkEndsIt() {
        WskWorld.play(WorldSetup.PLAIN.peer(new ConnectOutcome.Ignore(ConnectOutcome.ALL)), world -> {
            RecordedCall connect = world.connect().call();
            world.runFor(10);
            world.client.net().interfaces().get(0).setUp(false);
            world.run();
            assertThat(connect.status()).isEqualTo(NtStatus.STATUS_IO_TIMEOUT);
        });
    }

    @Test
    void wildcard_livesOn() {
        WskWorld.play(world -> {
            ListenSocket socket = world.listening().at(5000, null);
            removeAddress(world);
            assertThat(socket.state()).isEqualTo(SocketState.LISTENING);
            world.client.net().interfaces().get(0).setUp(false);
            assertThat(socket.state()).isEqualTo(SocketState.LISTENING);
        });
    }

    @Test
    void otherAddress_livesOn() {
        WskWorld.play(world -> {
            ListenSocket socket = world.listening().made(null);
            world.listening().bind(socket, "192.0.2.11:5000").await();
            removeAddress(world);
            assertThat(socket.state()).isEqualTo(SocketState.LISTENING);
        });
    }
}
