package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.testing.ConnectArguments;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.SocketCalls;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each parameter of WskSocketConnect, right and wrong. */
class WskSocketConnectParametersTest {

    @Test
    void client_null_invalidHandleAndIrpUntouched() {
        WskWorld.play(world -> {
            RecordedCall call = world.connect().client(null).call().expectUntouched();
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        });
    }

    @Test
    void client_whoseNpiWasReleased_invalidHandleAndIrpUntouched() {
        WskWorld.play(world -> {
            world.client.wsk().wskReleaseProviderNpi(world.registration);
            assertThat(world.connect().call().expectUntouched().returned()).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        });
    }

    @Test
    void irp_null_invalidParameterAndNoSocket() {
        WskWorld.play(world -> {
            assertThat(world.connect().callWith(null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(world.connect().client(null).callWith(null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            world.run();
            assertThat(world.packets()).isEmpty();
            assertThat(world.client.sockets().open()).isEmpty();
        });
    }

    @Test
    void irp_withoutCompletionRoutine_isGoneAfterCompletion() {
        WskWorld.play(world -> {
            var irp = world.io.ioAllocateIrp(1, false);
            assertThat(world.connect().remote("192.0.2.20:0").callWith(irp)).isEqualTo(NtStatus.STATUS_PENDING);
            world.run();
            assertThat(irp.status()).isEqualTo(NtStatus.STATUS_INVALID_ADDRESS_COMPONENT);
            assertThat(world.io.liveIrps()).isEmpty();
        });
    }

    @Test
    void irp_withoutStackLocation_bugCheck() {
        WskWorld.play(world -> {
            var irp = world.io.ioAllocateIrp(0, false);
            assertThatThrownBy(() -> world.connect().callWith(irp))
                    .isInstanceOfSatisfying(
                            SimulatedBugCheck.class,
                            stop -> assertThat(stop.code()).isEqualTo(BugCheck.NO_MORE_IRP_STACK_LOCATIONS));
            world.io.ioFreeIrp(irp);
        });
    }

    @Test
    void irp_freed_bugCheck() {
        WskWorld.play(world -> {
            var irp = world.io.ioAllocateIrp(1, false);
            world.io.ioFreeIrp(irp);
            assertThatThrownBy(() -> world.connect().callWith(irp)).isInstanceOf(SimulatedBugCheck.class);
        });
    }

    @Test
    void irp_stillInUse_bugCheck() {
        WskWorld.play(world -> {
            RecordedCall first = world.connect().call();
            assertThatThrownBy(() -> world.connect().callWith(first.irp())).isInstanceOf(SimulatedBugCheck.class);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 0x8000_0000})
    void flags_notZero_refused(int flags) {
        refusedWith(NtStatus.STATUS_INVALID_PARAMETER, "Flags", connect -> connect.flags(flags));
    }

    @Test
    void addresses_null_refused() {
        refusedWith(
                NtStatus.STATUS_INVALID_PARAMETER, "LocalAddress is NULL", connect -> connect.local((SockAddr) null));
        refusedWith(
                NtStatus.STATUS_INVALID_PARAMETER, "RemoteAddress is NULL", connect -> connect.remote((SockAddr) null));
    }

    @Test
    void families_differ_refused() {
        refusedWith(
                NtStatus.STATUS_INVALID_PARAMETER, "family", connect -> connect.remote(SockAddr.of(WskWorld.SERVER6)));
        refusedWith(
                NtStatus.STATUS_INVALID_PARAMETER,
                "family",
                connect -> connect.local(SockAddr.wildcard(IpFamily.IPV6, 0)));
        refusedWith(NtStatus.STATUS_INVALID_PARAMETER, "family", connect -> connect.remote(new SockAddr.Other(1)));
    }

    @Test
    void families_neitherInetNorInet6_notInTheTransportList() {
        refusedWith(
                NtStatus.STATUS_PROTOCOL_NOT_SUPPORTED,
                "transport list",
                connect -> connect.local(new SockAddr.Other(1)).remote(new SockAddr.Other(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {Ws2def.AF_INET, Ws2def.AF_INET6})
    void addresses_thatAreNotTheStructureOfTheirFamily_refused(int family) {
        SockAddr malformed = new SockAddr.Other(family);
        refusedWith(
                NtStatus.STATUS_INVALID_PARAMETER,
                "LocalAddress is not the structure",
                connect -> connect.local(malformed).remote(malformed));
        SockAddr wildcard = SockAddr.wildcard(family == Ws2def.AF_INET ? IpFamily.IPV4 : IpFamily.IPV6, 0);
        refusedWith(
                NtStatus.STATUS_INVALID_PARAMETER,
                "RemoteAddress is not the structure",
                connect -> connect.local(wildcard).remote(malformed));
    }

    static Stream<Arguments> triples() {
        return Stream.of(IpFamily.values())
                .flatMap(family -> IntStream.rangeClosed(0, 5)
                        .boxed()
                        .flatMap(type -> IntStream.of(0, 1, 6, 17, 41, 58, 255, 256, 999)
                                .mapToObj(protocol -> Arguments.of(family, type, protocol))));
    }

    @ParameterizedTest
    @MethodSource("triples")
    void transport_anyTriple_asTheTransportListSays(IpFamily family, int type, int protocol) {
        boolean tcp = type == Ws2def.SOCK_STREAM && protocol == Ws2def.IPPROTO_TCP;
        boolean udp = type == Ws2def.SOCK_DGRAM && protocol == Ws2def.IPPROTO_UDP;
        boolean raw = type == Ws2def.SOCK_RAW && protocol != 0;
        NtStatus expected = tcp
                ? NtStatus.STATUS_SUCCESS
                : udp || raw ? NtStatus.STATUS_NOT_IMPLEMENTED : NtStatus.STATUS_PROTOCOL_NOT_SUPPORTED;
        WskWorld.play(world -> {
            ConnectArguments connect = world.connect();
            RecordedCall call = (family == IpFamily.IPV6 ? connect.ipv6() : connect)
                    .transport(type, protocol)
                    .call()
                    .await();
            assertThat(call.status()).isEqualTo(expected);
            assertThat(call.returned())
                    .isEqualTo(tcp || udp || raw ? NtStatus.STATUS_PENDING : NtStatus.STATUS_PROTOCOL_NOT_SUPPORTED);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATUS_PROTOCOL_NOT_SUPPORTED", "STATUS_NOT_SUPPORTED", "STATUS_INVALID_PARAMETER"})
    void transport_notListed_statusIsADecision(String status) {
        WskWorld.play(WorldSetup.PLAIN.decide("wsk.unlisted-transport-status", status), world -> {
            RecordedCall call = world.connect()
                    .transport(Ws2def.SOCK_STREAM, Ws2def.IPPROTO_UDP)
                    .call();
            assertThat(call.returned()).isEqualTo(NtStatus.byName(status).orElseThrow());
            assertThat(call.status()).isEqualTo(call.returned());
        });
    }

    @Test
    void localAddress_wildcardPortZero_getsEphemeralPortAndRoutedAddress() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.connect().call().await().socket();
            assertThat(socket.local()).hasToString("192.0.2.10:49152");
            assertThat(socket.remote()).hasToString("192.0.2.20:445");
            assertThat(world.connect().call().await().socket().local()).hasToString("192.0.2.10:49153");
            assertThat(world.connect().ipv6().call().await().socket().local()).hasToString("[2001:db8::10]:49154");
        });
    }

    @Test
    void localAddress_specific_isUsed() {
        WskWorld.play(world -> {
            assertThat(world.connect()
                            .local("192.0.2.11:7000")
                            .call()
                            .await()
                            .socket()
                            .local())
                    .hasToString("192.0.2.11:7000");
            assertThat(world.connect()
                            .local("192.0.2.11:0")
                            .call()
                            .await()
                            .socket()
                            .local())
                    .hasToString("192.0.2.11:49152");
            assertThat(world.connect()
                            .local("0.0.0.0:7001")
                            .call()
                            .await()
                            .socket()
                            .local())
                    .hasToString("192.0.2.10:7001");
            assertThat(world.connect()
                            .ipv6()
                            .local("[2001:db8::11]:7000")
                            .call()
                            .await()
                            .socket()
                            .local())
                    .hasToString("[2001:db8::11]:7000");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.99:0", "192.0.2.20:7000", "224.0.0.1:7000", "255.255.255.255:0"})
    void localAddress_notOnTheHost_invalidAddressComponent(String local) {
        failsWith(NtStatus.STATUS_INVALID_ADDRESS_COMPONENT, "bind stage", connect -> connect.local(local));
    }

    @Test
    void localAddress_portInUse_alreadyExists() {
        WskWorld.play(world -> {
            world.connect().local("192.0.2.10:7000").call().await();
            assertThat(world.connect().local("192.0.2.10:7000").call().await().status())
                    .isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:445", "192.0.2.20:0", "224.0.0.1:445", "255.255.255.255:445"})
    void remoteAddress_noPlaceToConnectTo_invalidAddressComponent(String remote) {
        failsWith(NtStatus.STATUS_INVALID_ADDRESS_COMPONENT, "connect stage", connect -> connect.remote(remote));
        failsWith(
                NtStatus.STATUS_INVALID_ADDRESS_COMPONENT,
                "connect stage",
                connect -> connect.local("192.0.2.10:0").remote(remote));
    }

    @Test
    void remoteAddress_ofIpv6_noPlaceToConnectTo_invalidAddressComponent() {
        failsWith(
                NtStatus.STATUS_INVALID_ADDRESS_COMPONENT,
                "connect stage",
                connect -> connect.ipv6().remote("[::]:445"));
        failsWith(
                NtStatus.STATUS_INVALID_ADDRESS_COMPONENT,
                "connect stage",
                connect -> connect.ipv6().remote("[ff02::1]:445"));
    }

    @Test
    void callbacks_given_areKeptWithTheSocket() {
        WskWorld.play(world -> {
            Object context = "my context";
            WskClientConnectionDispatch dispatch = new WskClientConnectionDispatch(
                    (own, flags, list, bytes, accepted) -> NtStatus.STATUS_SUCCESS,
                    (own, flags) -> NtStatus.STATUS_SUCCESS,
                    null);
            ConnectionSocket socket =
                    world.connect().callbacks(context, dispatch).call().await().socket();
            assertThat(socket.callbacks().socketContext()).isSameAs(context);
            assertThat(socket.callbacks().dispatch()).isEqualTo(dispatch);
            ConnectionSocket plain = world.connect().call().await().socket();
            assertThat(plain.callbacks().socketContext()).isNull();
            assertThat(plain.callbacks().dispatch()).isNull();
        });
    }

    @Test
    void securityDescriptor_cached_accepted() {
        WskWorld.play(world -> {
            CachedSecurityDescriptor cached = world.sockets().cache("D:(A;;GA;;;WD)");
            RecordedCall call = world.connect().descriptor(cached).call();
            assertThat(cached.usedByPendingIrps()).isEqualTo(1);
            assertThat(call.await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(cached.usedByPendingIrps()).isZero();
            world.sockets().close(call.socket()).await();
            assertThat(cached.isLive()).as("closing does not release it").isTrue();
        });
    }

    @Test
    void securityDescriptor_uncachedOrReleased_refused() {
        refusedWith(
                NtStatus.STATUS_INVALID_SECURITY_DESCR,
                "WSK_CACHE_SD",
                connect -> connect.descriptor(SocketCalls.uncached("D:(A;;GA;;;WD)")));
        WskWorld.play(world -> {
            CachedSecurityDescriptor cached = world.sockets().cache("D:(A;;GA;;;WD)");
            world.sockets().release(cached);
            RecordedCall call = world.connect().descriptor(cached).call();
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_INVALID_SECURITY_DESCR);
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_INVALID_SECURITY_DESCR);
        });
    }

    @Test
    void securityDescriptor_releasedWhilePending_isSaidInTheTrace() {
        WskWorld.play(world -> {
            CachedSecurityDescriptor cached = world.sockets().cache("D:(A;;GA;;;WD)");
            RecordedCall call = world.connect().descriptor(cached).call();
            assertThat(world.sockets().release(cached)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.lastLines(3)).contains("while 1 pending IRP(s) depend on it");
            assertThat(call.await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void irql_aboveDispatchLevel_bugCheckAndNothingTaken() {
        WskWorld.play(world -> {
            RecordedCall prepared = world.prepare().expectUntouched();
            assertThatThrownBy(() -> world.client
                            .processor()
                            .runAt(Irql.of(3), null, () -> world.connect().call(prepared)))
                    .isInstanceOfSatisfying(
                            SimulatedBugCheck.class,
                            stop -> assertThat(stop.code()).isEqualTo(BugCheck.IRQL_NOT_LESS_OR_EQUAL));
        });
    }

    @Test
    void irql_dispatchLevel_allowed() {
        WskWorld.play(world -> {
            RecordedCall prepared = world.prepare();
            world.client
                    .processor()
                    .runAt(Irql.DISPATCH_LEVEL, null, () -> world.connect().call(prepared));
            assertThat(prepared.await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    /** The call returns the status at once, and the IRP is completed with it; no packet is sent and no socket made. */
    private static void refusedWith(NtStatus status, String why, UnaryOperator<ConnectArguments> change) {
        WskWorld.play(world -> {
            RecordedCall call = change.apply(world.connect()).call();
            assertThat(call.returned()).isEqualTo(status);
            expectFailure(world, call, status, why);
        });
        WskWorld.play(WorldSetup.PLAIN.decide("irp.failure-completion", "after-return"), world -> {
            RecordedCall call = change.apply(world.connect()).call();
            assertThat(call.returned()).isEqualTo(status);
            assertThat(call.isCompleted()).isFalse();
            expectFailure(world, call, status, why);
        });
    }

    /** The call is pended and fails later. */
    private static void failsWith(NtStatus status, String stage, UnaryOperator<ConnectArguments> change) {
        WskWorld.play(world -> {
            RecordedCall call = change.apply(world.connect()).call();
            assertThat(call.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(call.isCompleted()).isFalse();
            expectFailure(world, call, status, stage);
        });
    }

    private static void expectFailure(WskWorld world, RecordedCall call, NtStatus status, String why) {
        world.run();
        assertThat(call.completions()).isEqualTo(1);
        assertThat(call.status()).isEqualTo(status);
        assertThat(call.information()).isZero();
        assertThat(call.informationObject()).isNull();
        assertThat(world.packets()).isEmpty();
        assertThat(world.client.sockets().open()).isEmpty();
        assertThat(world.records(WskCallSettled.class)).singleElement().satisfies(settled -> {
            assertThat(settled.status()).isEqualTo(status);
            assertThat(settled.reason()).contains(why);
        });
    }
}
