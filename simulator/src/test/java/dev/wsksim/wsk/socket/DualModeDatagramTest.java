package dev.wsksim.wsk.socket;

import static dev.wsksim.testing.DatagramCalls.fromServer;
import static dev.wsksim.testing.DatagramCalls.outputs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.testing.DatagramCalls;
import dev.wsksim.testing.DatagramCalls.Listener;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.call.ReceiveFromOutputs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Datagram sockets of AF_INET6 with IPV6_V6ONLY off. */
class DualModeDatagramTest {

    private static DatagramSocket dual(WskWorld world, DatagramCalls calls, String local) {
        DatagramSocket socket = calls.create(Ws2def.AF_INET6, Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP, null);
        socket.setV6Only(false);
        assertThat(calls.bind(socket, local).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        return socket;
    }

    @Test
    void wildcard_sendsAndReceivesOverBothFamilies() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener four = new Listener();
            Listener six = new Listener();
            UdpEndpoint server = calls.server("192.0.2.20:7", four);
            UdpEndpoint server6 = calls.server("[2001:db8::20]:7", six);
            DatagramSocket socket = dual(world, calls, "[::]:5000");
            socket.role().settings().setPacketInfo(true);
            calls.send(socket, "four", "[::ffff:192.0.2.20]:7").await();
            calls.send(socket, "six", "[2001:db8::20]:7").await();
            world.run();
            assertThat(four.heard).containsExactly("192.0.2.10:5000: four");
            assertThat(six.heard).containsExactly("[2001:db8::10]:5000: six");
            fromServer(server, "from four", "192.0.2.10:5000");
            fromServer(server6, "from six", "[2001:db8::10]:5000");
            ReceiveFromOutputs first = outputs(100);
            calls.receive(socket, calls.room(20), 0, first).await();
            ReceiveFromOutputs second = outputs(100);
            calls.receive(socket, calls.room(20), 0, second).await();
            assertThat(List.of(
                            first.remoteAddress().get(), second.remoteAddress().get()))
                    .containsExactly(
                            SockAddr.of(Endpoint.of("[::ffff:192.0.2.20]:7")),
                            SockAddr.of(Endpoint.of("[2001:db8::20]:7")));
            assertThat(first.controlInfo().get())
                    .as("IPv4 needs IP_PKTINFO too")
                    .isNull();
            assertThat(second.controlInfo().get()).hasSize(1);
            socket.role().options().of(IpFamily.IPV4).setPacketInfo(true);
            fromServer(server, "again", "192.0.2.10:5000");
            ReceiveFromOutputs third = outputs(100);
            calls.receive(socket, calls.room(20), 0, third).await();
            assertThat(third.controlInfo().get())
                    .extracting(Object::toString)
                    .containsExactly("{IPPROTO_IP IP_PKTINFO: 192.0.2.10 at interface 2}");
        });
    }

    @Test
    void wildcard_takesThePortInBothFamilies() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            DatagramSocket socket = dual(world, calls, "[::]:5000");
            DatagramSocket four = calls.udp();
            assertThat(calls.bind(four, "0.0.0.0:5000").await().status())
                    .isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
            world.sockets().close(socket).await();
            assertThat(calls.bind(four, "0.0.0.0:5000").await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void mappedAddress_servesIpv4Alone() {
        WskWorld.play(world -> {
            DatagramCalls calls = new DatagramCalls(world);
            Listener listener = new Listener();
            UdpEndpoint server = calls.server("192.0.2.20:7", listener);
            DatagramSocket socket = dual(world, calls, "[::ffff:192.0.2.11]:5000");
            calls.send(socket, "mapped", "[::ffff:192.0.2.20]:7").await();
            assertThat(calls.send(socket, "x", "[2001:db8::20]:7").await().status())
                    .isEqualTo(NtStatus.STATUS_INVALID_ADDRESS_COMPONENT);
            world.run();
            assertThat(listener.heard).containsExactly("192.0.2.11:5000: mapped");
            socket.role().setFixedRemote(Endpoint.of("[::ffff:192.0.2.20]:7"));
            assertThat(socket.role().joinGroup(IpAddress.of("239.1.2.3"), 0)).isNull();
            fromServer(server, "fixed", "192.0.2.11:5000");
            assertThat(calls.receive(socket, calls.room(8)).await().information())
                    .isEqualTo(5);
        });
    }
}
