package dev.wsksim.wsk.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.testing.DatagramCalls;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.socket.DatagramSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What options and IOCTLs do to a datagram socket. */
class DatagramControlTest {

    @ParameterizedTest
    @CsvSource({
        "SO_BROADCAST, 0.0.0.0:0, 1",
        "SO_RCVBUF, 0.0.0.0:0, 4096",
        "IP_TTL, 0.0.0.0:0, 7",
        "IP_MULTICAST_TTL, 0.0.0.0:0, 7",
        "IP_MULTICAST_LOOP, 0.0.0.0:0, 0",
        "IP_MULTICAST_IF, 0.0.0.0:0, 0",
        "IP_PKTINFO, 0.0.0.0:0, 1",
        "IP_HOPLIMIT, 0.0.0.0:0, 1",
        "IPV6_UNICAST_HOPS, [::]:0, 7",
        "IPV6_MULTICAST_HOPS, [::]:0, 7",
        "IPV6_MULTICAST_LOOP, [::]:0, 0",
        "IPV6_MULTICAST_IF, [::]:0, 0",
        "IPV6_PKTINFO, [::]:0, 1",
        "IPV6_HOPLIMIT, [::]:0, 1",
        "IP_TOS, 0.0.0.0:0, 184",
        "IP_DONTFRAGMENT, 0.0.0.0:0, 1",
        "IP_RECEIVE_BROADCAST, 0.0.0.0:0, 0",
        "IP_UNICAST_IF, 0.0.0.0:0, 0",
        "IP_RECVTOS, 0.0.0.0:0, 1",
        "IP_RECVECN, 0.0.0.0:0, 1",
        "IP_RECVERR, 0.0.0.0:0, 1",
        "IP_MTU_DISCOVER, 0.0.0.0:0, 3",
        "IPV6_TCLASS, [::]:0, 184",
        "IPV6_DONTFRAG, [::]:0, 1",
        "IPV6_UNICAST_IF, [::]:0, 2",
        "IPV6_RECVTCLASS, [::]:0, 1",
        "IPV6_RECVECN, [::]:0, 1",
        "IPV6_RECVERR, [::]:0, 1",
        "IPV6_MTU_DISCOVER, [::]:0, 2",
        "UDP_SEND_MSG_SIZE, 0.0.0.0:0, 512",
        "UDP_RECV_MAX_COALESCED_SIZE, [::]:0, 65535"
    })
    void option_setAndGot(String name, String local, long value) {
        WskWorld.play(world -> {
            DatagramSocket socket = bound(world, local, Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP);
            assertThat(set(world, socket, name, 4, value).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            Variable<Object> output = new Variable<>();
            SocketOperation option = operation(name);
            world.sockets()
                    .control(
                            socket,
                            new SocketControlRequest(
                                    Wsk.WSK_GET_OPTION, option.code(), option.level(), 0, null, 4, output, null))
                    .await();
            assertThat(output.get()).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @CsvSource({"IP_HDRINCL, 0.0.0.0:0", "IPV6_HDRINCL, [::]:0"})
    void headerIncluded_forRawSocketsAlone(String name, String local) {
        WskWorld.play(world -> {
            DatagramSocket raw = bound(world, local, Ws2def.SOCK_RAW, 253);
            assertThat(set(world, raw, name, 4, 1L).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(raw.role().settings().headerIncluded()).isTrue();
            DatagramSocket udp = bound(world, local, Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP);
            assertThat(set(world, udp, name, 4, 1L).status().isSuccess()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP, 0.0.0.0:0, 239.1.2.3, 8",
        "IPV6_ADD_MEMBERSHIP, IPV6_DROP_MEMBERSHIP, [::]:0, ff02::1:2, 20"
    })
    void membership_joinedOnceAndLeftOnce(String join, String leave, String local, String group, long size) {
        WskWorld.play(world -> {
            DatagramSocket socket = bound(world, local, Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP);
            IpMreq wanted = new IpMreq(IpAddress.of(group), 0);
            assertThat(wanted.size()).as("IP_MREQ or IPV6_MREQ").isEqualTo(size);
            assertThat(set(world, socket, join, size, wanted).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(set(world, socket, join, size - 1, wanted).status())
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(set(world, socket, leave, size, wanted).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(set(world, socket, leave, size, wanted).status().isSuccess())
                    .isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"IP_MTU, 0.0.0.0:0, 192.0.2.20:7", "IPV6_MTU, [::]:0, [2001:db8::20]:7"})
    void mtu_ofAConnectedSocketAlone(String name, String local, String remote) {
        WskWorld.play(world -> {
            DatagramSocket socket = bound(world, local, Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP);
            assertThat(got(world, socket, name).status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
            socket.role().setFixedRemote(Endpoint.of(remote));
            assertThat(got(world, socket, name).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    private static RecordedCall got(WskWorld world, DatagramSocket socket, String name) {
        SocketOperation option = operation(name);
        return world.sockets()
                .control(
                        socket,
                        new SocketControlRequest(
                                Wsk.WSK_GET_OPTION, option.code(), option.level(), 0, null, 4, new Variable<>(), null))
                .await();
    }

    @Test
    void multicastInterface_anAddressOrAnIndexInNetworkOrder() {
        WskWorld.play(world -> {
            DatagramSocket socket = bound(world, "0.0.0.0:0", Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP);
            for (long value : new long[] {0x0A0200C0L, 0x02000000L}) {
                assertThat(set(world, socket, "IP_MULTICAST_IF", 4, value).status())
                        .isEqualTo(NtStatus.STATUS_SUCCESS);
                assertThat(socket.role().settings().multicastInterface()).isEqualTo(2);
                set(world, socket, "IP_MULTICAST_IF", 4, 0L);
            }
            assertThat(set(world, socket, "IP_MULTICAST_IF", 4, 2L).status())
                    .as("2.0.0.0 is no address of the host")
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        });
    }

    @Test
    void fixedAddresses_setAndCleared() {
        WskWorld.play(world -> {
            DatagramSocket socket = bound(world, "0.0.0.0:0", Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP);
            Endpoint remote = Endpoint.of("192.0.2.20:5000");
            assertThat(set(world, socket, "SIO_WSK_SET_REMOTE_ADDRESS", 16, SockAddr.of(remote))
                            .status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(socket.role().fixedRemote()).isEqualTo(remote);
            assertThat(set(world, socket, "SIO_WSK_SET_REMOTE_ADDRESS", 128, SockAddr.of(remote))
                            .status())
                    .as("in a SOCKADDR_STORAGE")
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(set(world, socket, "SIO_WSK_SET_REMOTE_ADDRESS", 129, SockAddr.of(remote))
                            .status())
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(set(world, socket, "SIO_WSK_SET_REMOTE_ADDRESS", 0, null).status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(socket.role().fixedRemote()).isNull();
            assertThat(set(world, socket, "SIO_WSK_SET_SENDTO_ADDRESS", 16, SockAddr.of(remote))
                            .status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(socket.role().defaultDestination()).isEqualTo(remote);
            assertThat(socket.role().fixedRemote()).isNull();
        });
    }

    private static SocketOperation operation(String name) {
        return SocketOperations.byName(name).orElseThrow();
    }

    private static RecordedCall set(WskWorld world, DatagramSocket socket, String name, long size, Object value) {
        SocketOperation operation = operation(name);
        return world.sockets()
                .control(
                        socket,
                        new SocketControlRequest(
                                operation.isIoctl() ? Wsk.WSK_IOCTL : Wsk.WSK_SET_OPTION,
                                operation.code(),
                                operation.level(),
                                size,
                                value == null ? null : new Variable<>(value),
                                0,
                                null,
                                null))
                .await();
    }

    private static DatagramSocket bound(WskWorld world, String local, int type, int protocol) {
        DatagramCalls calls = new DatagramCalls(world);
        return type == Ws2def.SOCK_RAW ? calls.raw(local, protocol) : calls.bound(local);
    }
}
