package dev.wsksim.wsk.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.se.Sddl;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.SocketCalls;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.socket.ConnectionSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WskControlSocketTest {

    @ParameterizedTest
    @ValueSource(ints = {Ws2def.SO_REUSEADDR, Ws2def.SO_EXCLUSIVEADDRUSE})
    void booleanOption_setAndGet(int option) {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            assertThat(get(world, socket, option)).isZero();
            RecordedCall set = world.sockets().setOption(socket, option, 1);
            assertThat(set.await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(set.information()).isZero();
            assertThat(get(world, socket, option)).isEqualTo(1);
            world.sockets().setOption(socket, option, 0).await();
            assertThat(get(world, socket, option)).isZero();
        });
    }

    @Test
    void set_afterTheBind_invalidDeviceStateButGetWorks() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            world.sockets().bind(socket, "0.0.0.0:0").await();
            for (int option : new int[] {Ws2def.SO_REUSEADDR, Ws2def.SO_EXCLUSIVEADDRUSE}) {
                expectRefused(world.sockets().setOption(socket, option, 1), NtStatus.STATUS_INVALID_DEVICE_STATE);
                assertThat(get(world, socket, option)).isZero();
            }
            CachedSecurityDescriptor cached = world.sockets().cache("D:");
            expectRefused(world.sockets().setSecurity(socket, cached), NtStatus.STATUS_INVALID_DEVICE_STATE);
        });
    }

    @Test
    void set_badInput_invalidParameter() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            expectRefused(world.sockets().setOption(socket, Ws2def.SO_REUSEADDR, 2), NtStatus.STATUS_INVALID_PARAMETER);
            expectRefused(
                    set(world, socket, Ws2def.SO_REUSEADDR, 8, new Variable<>(1L)), NtStatus.STATUS_INVALID_PARAMETER);
            expectRefused(set(world, socket, Ws2def.SO_REUSEADDR, 4, null), NtStatus.STATUS_INVALID_PARAMETER);
            expectRefused(set(world, socket, Ws2def.SO_REUSEADDR, 0, null), NtStatus.STATUS_INVALID_PARAMETER);
            expectRefused(
                    set(world, socket, Wsk.SO_WSK_SECURITY, 4, new Variable<>(1L)), NtStatus.STATUS_INVALID_PARAMETER);
            expectRefused(
                    set(world, socket, Wsk.SO_WSK_SECURITY, 8, new Variable<>()), NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(get(world, socket, Ws2def.SO_REUSEADDR)).isZero();
        });
    }

    @Test
    void get_outputTooSmallOrMissing_bufferTooSmall() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            Variable<Object> output = new Variable<>();
            for (int option : new int[] {Ws2def.SO_REUSEADDR, Ws2def.SO_EXCLUSIVEADDRUSE, Wsk.SO_WSK_SECURITY}) {
                expectRefused(world.sockets().getOption(socket, option, 3, output), NtStatus.STATUS_BUFFER_TOO_SMALL);
                expectRefused(world.sockets().getOption(socket, option, 8, null), NtStatus.STATUS_BUFFER_TOO_SMALL);
            }
            assertThat(output.get()).isNull();
            assertThat(world.wskClient.securityDescriptors().live()).isEmpty();
        });
    }

    @Test
    void security_uncachedOrReleased_invalidSecurityDescriptor() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            expectRefused(
                    world.sockets().setSecurity(socket, SocketCalls.uncached("D:")),
                    NtStatus.STATUS_INVALID_SECURITY_DESCR);
            CachedSecurityDescriptor released = world.sockets().cache("D:");
            world.sockets().release(released);
            expectRefused(world.sockets().setSecurity(socket, released), NtStatus.STATUS_INVALID_SECURITY_DESCR);
        });
    }

    @Test
    void security_get_handsOutAReferenceThatMustBeReleased() {
        WskWorld.play(world -> {
            CachedSecurityDescriptor cached = world.sockets().cache("D:(A;;GA;;;WD)");
            ConnectionSocket socket = world.sockets()
                    .create(Ws2def.AF_INET, null, null, cached)
                    .await()
                    .socket();
            Variable<Object> output = new Variable<>();
            RecordedCall get = world.sockets()
                    .getOption(socket, Wsk.SO_WSK_SECURITY, 8, output)
                    .await();
            assertThat(get.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(get.information()).isEqualTo(8);
            CachedSecurityDescriptor got = (CachedSecurityDescriptor) output.get();
            assertThat(got.descriptor()).isEqualTo(Sddl.parse("D:(A;;GA;;;WD)"));
            assertThat(world.sockets().release(cached)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.wskClient.securityDescriptors().live()).hasSize(1);
            assertThat(world.sockets().release(got)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.wskClient.securityDescriptors().live()).isEmpty();
            assertThat(world.sockets().release(got)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        });
    }

    @Test
    void security_getAfterTheDriverReleasedItsOwn_isLiveAgain() {
        WskWorld.play(world -> {
            CachedSecurityDescriptor cached = world.sockets().cache("D:");
            ConnectionSocket socket = world.sockets()
                    .create(Ws2def.AF_INET, null, null, cached)
                    .await()
                    .socket();
            world.sockets().release(cached);
            Variable<Object> output = new Variable<>();
            world.sockets().getOption(socket, Wsk.SO_WSK_SECURITY, 8, output).await();
            assertThat(world.wskClient.securityDescriptors().live()).hasSize(1);
            assertThat(world.sockets().release((CachedSecurityDescriptor) output.get()))
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void security_getOfADefaultSocket_givesADescriptorThatLetsNobodyIn() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            Variable<Object> output = new Variable<>();
            world.sockets().getOption(socket, Wsk.SO_WSK_SECURITY, 8, output).await();
            assertThat(((CachedSecurityDescriptor) output.get()).descriptor()).isEqualTo(Sddl.parse("D:"));
            assertThat(world.wskClient.securityDescriptors().live()).hasSize(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"2, 0x580000D2, 0, SIO_QUERY_RSS_SCALABILITY_INFO", "0, 32, 41, IPV6_RTHDR"})
    void otherOptionsAndIoctls_notSimulatedByNameWithAndWithoutIrp(int type, String code, int level, String name) {
        SocketControlRequest request =
                new SocketControlRequest(type, Integer.decode(code), level, 4, new Variable<>(1L), 0, null, null);
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            RecordedCall prepared = world.prepare().expectUntouched();
            assertThatThrownBy(() -> world.sockets().controlWith(socket, request, prepared.irp()))
                    .isInstanceOf(NotSimulatedException.class)
                    .hasMessageContaining(name);
            assertThatThrownBy(() -> world.sockets().controlWith(socket, request, null))
                    .isInstanceOf(NotSimulatedException.class)
                    .hasMessageContaining(name);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0x1005, 65535, STATUS_NOT_SUPPORTED",
        "0, 0x0004, 6, STATUS_NOT_SUPPORTED",
        "2, 0x0004, 65535, STATUS_NOT_SUPPORTED",
        "7, 0x0004, 65535, STATUS_INVALID_PARAMETER",
        "-1, 0x0004, 65535, STATUS_INVALID_PARAMETER"
    })
    void unknownOptionsAndRequestTypes_areRefusedWithTheIrpCompleted(
            int type, String code, int level, NtStatus expected) {
        SocketControlRequest request =
                new SocketControlRequest(type, Integer.decode(code), level, 4, new Variable<>(1L), 0, null, null);
        WskWorld.play(world ->
                expectRefused(world.sockets().control(world.sockets().made(Ws2def.AF_INET), request), expected));
    }

    @Test
    void simulatedOption_withoutIrp_invalidParameter() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            assertThat(world.sockets().controlWith(socket, SocketControlRequest.setUlong(Ws2def.SO_REUSEADDR, 1), null))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(get(world, socket, Ws2def.SO_REUSEADDR)).isZero();
        });
    }

    private static RecordedCall set(WskWorld world, ConnectionSocket socket, int option, long size, Variable<?> input) {
        return world.sockets()
                .control(
                        socket,
                        new SocketControlRequest(
                                Wsk.WSK_SET_OPTION, option, Ws2def.SOL_SOCKET, size, input, 0, null, null));
    }

    private static long get(WskWorld world, ConnectionSocket socket, int option) {
        Variable<Object> output = new Variable<>();
        RecordedCall call = world.sockets().getOption(socket, option, 4, output).await();
        assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(call.information()).isEqualTo(4);
        return (Long) output.get();
    }

    private static void expectRefused(RecordedCall call, NtStatus status) {
        assertThat(call.returned()).isEqualTo(status);
        assertThat(call.status()).isEqualTo(status);
        assertThat(call.information()).isZero();
    }
}
