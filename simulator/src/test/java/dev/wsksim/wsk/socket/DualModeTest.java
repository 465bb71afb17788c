package dev.wsksim.wsk.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ScriptedClient;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.flag.SocketFlags;
import org.junit.jupiter.api.Test;

/** AF_INET6 sockets with IPV6_V6ONLY off. */
class DualModeTest {

    private static ListenSocket listener(WskWorld world, boolean dual) {
        ListenSocket socket =
                (ListenSocket) world.listening().made(Ws2def.AF_INET6, SocketFlags.WSK_FLAG_LISTEN_SOCKET, null);
        assertThat(socket.v6Only()).as("the default").isTrue();
        socket.setV6Only(!dual);
        return socket;
    }

    private static ListenSocket bound(WskWorld world, boolean dual, String local) {
        ListenSocket socket = listener(world, dual);
        assertThat(world.listening().bind(socket, local).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        return socket;
    }

    @Test
    void wildcard_servesBothFamilies_ipv4PeersAreMapped() {
        WskWorld.play(world -> {
            ListenSocket socket = bound(world, true, "[::]:5000");
            RecordedCall first = world.listening().accept(socket);
            Variable<SockAddr> remote = new Variable<>();
            Variable<SockAddr> local = new Variable<>();
            RecordedCall second = world.listening().accept(socket, 0, null, null, local, remote);
            world.clientOnServer("[2001:db8::10]:5000", 0, new Behaviour.Discard());
            ScriptedClient four = world.clientOnServer("192.0.2.10:5000", 1, new Behaviour.Discard());
            world.run();
            assertThat(first.socket().remote().address()).hasToString("2001:db8::20");
            assertThat(local.get()).hasToString("[::ffff:192.0.2.10]:5000");
            assertThat(remote.get())
                    .hasToString("[::ffff:192.0.2.20]:"
                            + four.connection().orElseThrow().local().port());
            assertThat(second.socket().triple().addressFamily()).isEqualTo(Ws2def.AF_INET6);
        });
    }

    @Test
    void v6Only_wildcardServesIpv6Only() {
        WskWorld.play(world -> {
            bound(world, false, "[::]:5000");
            ScriptedClient four = world.clientOnServer("192.0.2.10:5000", 0, new Behaviour.Discard());
            world.run();
            assertThat(four.wasEstablished()).isFalse();
        });
    }

    @Test
    void wildcard_takesThePortInBothFamilies() {
        WskWorld.play(world -> {
            ListenSocket dual = bound(world, true, "[::]:5000");
            ListenSocket four = world.listening().made(null);
            assertThat(world.listening().bind(four, "0.0.0.0:5000").await().status())
                    .isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
            world.sockets().close(dual).await();
            assertThat(world.listening().bind(four, "0.0.0.0:5000").await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            ListenSocket again = listener(world, true);
            assertThat(world.listening().bind(again, "[::]:5000").await().status())
                    .isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
            ListenSocket six = listener(world, false);
            assertThat(world.listening().bind(six, "[::]:5000").await().status())
                    .as("the failed bind has let go of IPv6")
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void portZero_isFreeInBothFamilies() {
        WskWorld.play(world -> {
            ListenSocket four = world.listening().made(null);
            world.listening().bind(four, "0.0.0.0:49152").await();
            ListenSocket dual = bound(world, true, "[::]:0");
            assertThat(dual.localAddress().endpoint()).hasToString("[::]:49153");
        });
    }

    @Test
    void mappedAddress_bindsTheIpv4Address_butNotWithV6Only() {
        WskWorld.play(world -> {
            ListenSocket six = listener(world, false);
            assertThat(world.listening()
                            .bind(six, "[::ffff:192.0.2.10]:5000")
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_INVALID_ADDRESS_COMPONENT);
            ListenSocket dual = bound(world, true, "[::ffff:192.0.2.10]:5000");
            RecordedCall accept = world.listening().accept(dual);
            world.clientOnServer("192.0.2.10:5000", 0, new Behaviour.Discard());
            ScriptedClient over6 = world.clientOnServer("[2001:db8::10]:5000", 0, new Behaviour.Discard());
            world.run();
            assertThat(accept.socket().local()).hasToString("[::ffff:192.0.2.10]:5000");
            assertThat(over6.wasEstablished()).isFalse();
        });
    }

    @Test
    void connect_mappedRemote_goesOverIpv4() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET6);
            socket.setV6Only(false);
            world.sockets().bind(socket, "[::]:0").await();
            RecordedCall connect =
                    world.sockets().connect(socket, "[::ffff:192.0.2.20]:445").await();
            assertThat(connect.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(socket.local().address()).hasToString("::ffff:192.0.2.10");
            assertThat(socket.remote()).hasToString("[::ffff:192.0.2.20]:445");
            assertThat(socket.connectionRole().connection().remote()).hasToString("192.0.2.20:445");
        });
    }

    @Test
    void connect_mappedRemote_failsWithV6OnlyOrAnIpv6Source() {
        WskWorld.play(world -> {
            ConnectionSocket only = world.sockets().made(Ws2def.AF_INET6);
            world.sockets().bind(only, "[::]:0").await();
            assertThat(world.sockets()
                            .connect(only, "[::ffff:192.0.2.20]:445")
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_NETWORK_UNREACHABLE);
            ConnectionSocket specific = world.sockets().made(Ws2def.AF_INET6);
            specific.setV6Only(false);
            world.sockets().bind(specific, "[2001:db8::10]:0").await();
            assertThat(world.sockets()
                            .connect(specific, "[::ffff:192.0.2.20]:445")
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_INVALID_ADDRESS_COMPONENT);
        });
    }
}
