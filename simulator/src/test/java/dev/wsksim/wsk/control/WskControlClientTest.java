package dev.wsksim.wsk.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.se.Sddl;
import dev.wsksim.testing.SocketCalls;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.client.WskTransport;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WskControlClientTest {

    private static final long LIST_BYTES = 6 * 28;

    @Test
    void listQuery_sizeProbeThenList() {
        WskWorld.play(world -> {
            Variable<Long> size = new Variable<>();
            assertThat(query(world, 0, null, size)).isEqualTo(NtStatus.STATUS_BUFFER_OVERFLOW);
            assertThat(size.get()).isEqualTo(LIST_BYTES);
            Variable<Object> list = new Variable<>();
            assertThat(query(world, LIST_BYTES - 1, list, size)).isEqualTo(NtStatus.STATUS_BUFFER_OVERFLOW);
            assertThat(list.get()).isNull();
            size.set(0L);
            assertThat(query(world, size.get() + LIST_BYTES, list, size)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(size.get()).isEqualTo(LIST_BYTES);
            assertThat(list.get()).isEqualTo(WskTransport.TCPIP);
        });
    }

    @Test
    void listQuery_withoutOutputSizeReturned_invalidParameter() {
        WskWorld.play(world -> assertThat(query(world, LIST_BYTES, new Variable<>(), null))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER));
    }

    @Test
    void cacheAndRelease_eachCachingIsACopyOfItsOwn() {
        WskWorld.play(world -> {
            CachedSecurityDescriptor first = world.sockets().cache("D:(A;;GA;;;WD)");
            CachedSecurityDescriptor second = world.sockets().cache("D:(A;;GA;;;WD)");
            assertThat(first).isNotSameAs(second);
            assertThat(first.descriptor()).isEqualTo(Sddl.parse("D:(A;;GA;;;WD)"));
            assertThat(world.sockets().release(first)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.sockets().release(first)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(world.wskClient.securityDescriptors().live()).containsExactly(second);
        });
    }

    @Test
    void cache_badBuffers_invalidParameterAndNothingCached() {
        WskWorld.play(world -> {
            Variable<Object> input = new Variable<>(SocketCalls.uncached("D:"));
            Variable<Object> output = new Variable<>();
            assertThat(control(world, Wsk.WSK_CACHE_SD, 4, input, 8, output))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(control(world, Wsk.WSK_CACHE_SD, 8, null, 8, output))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(control(world, Wsk.WSK_CACHE_SD, 8, input, 4, output))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(control(world, Wsk.WSK_CACHE_SD, 8, input, 8, null))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(control(world, Wsk.WSK_CACHE_SD, 8, new Variable<>(), 8, output))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(output.get()).isNull();
            assertThat(world.wskClient.securityDescriptors().live()).isEmpty();
        });
    }

    @Test
    void release_uncached_invalidParameter() {
        WskWorld.play(world -> assertThat(world.sockets().release(SocketCalls.uncached("D:")))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER));
    }

    @Test
    void release_descriptorOfAnotherClient_invalidParameterAndStillCached() {
        WskWorld.play(world -> {
            CachedSecurityDescriptor cached = world.sockets().cache("D:");
            WskRegistration other = new WskRegistration();
            world.client.wsk().wskRegister(WskWorld.clientNpi(), other);
            Variable<WskProviderNpi> npi = new Variable<>();
            world.client.wsk().wskCaptureProviderNpi(other, Wsk.WSK_NO_WAIT, npi);
            assertThat(world.dispatch.wskControlClient(
                            npi.get().client(), Wsk.WSK_RELEASE_SD, 8, new Variable<>(cached), 0, null, null, null))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(cached.isLive()).isTrue();
            world.client.wsk().wskReleaseProviderNpi(other);
            world.client.wsk().wskDeregister(other);
        });
    }

    @ParameterizedTest
    @CsvSource({"2", "4", "5"})
    void irp_givenWhereItMustBeNull_invalidParameterAndUntouched(int code) {
        WskWorld.play(world -> assertThat(world.dispatch.wskControlClient(
                        world.wskClient,
                        code,
                        8,
                        new Variable<>(SocketCalls.uncached("D:")),
                        8,
                        new Variable<>(),
                        new Variable<>(),
                        world.prepare().expectUntouched().irp()))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER));
    }

    @ParameterizedTest
    @CsvSource({"3, WSK_TRANSPORT_LIST_CHANGE", "6, WSK_TDI_DEVICENAME_MAPPING", "8, WSK_TDI_BEHAVIOR", "99, 99"})
    void otherCodes_notSimulatedByName(int code, String name) {
        WskWorld.play(world -> {
            assertThatThrownBy(() -> control(world, code, 0, null, 0, null))
                    .isInstanceOf(NotSimulatedException.class)
                    .hasMessageContaining("WskControlClient with " + name);
            assertThatThrownBy(() -> world.dispatch.wskControlClient(
                            world.wskClient,
                            code,
                            0,
                            null,
                            0,
                            null,
                            null,
                            world.prepare().expectUntouched().irp()))
                    .isInstanceOf(NotSimulatedException.class);
        });
    }

    @Test
    void ownHostHasCrashed_notSimulatedByName() {
        WskWorld.play(world -> {
            world.client.net().crash();
            assertThatThrownBy(() -> query(world, 0, null, new Variable<>()))
                    .isInstanceOf(NotSimulatedException.class)
                    .hasMessageContaining("WskControlClient on client, which has crashed");
        });
    }

    @Test
    void client_nullOrReleased_invalidHandle() {
        WskWorld.play(world -> {
            assertThat(world.dispatch.wskControlClient(null, 2, 0, null, 0, null, new Variable<>(), null))
                    .isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
            world.client.wsk().wskReleaseProviderNpi(world.registration);
            assertThat(query(world, 0, null, new Variable<>())).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        });
    }

    private static NtStatus query(WskWorld world, long outputSize, Variable<?> output, Variable<Long> sizeReturned) {
        return world.dispatch.wskControlClient(
                world.wskClient, Wsk.WSK_TRANSPORT_LIST_QUERY, 0, null, outputSize, output, sizeReturned, null);
    }

    private static NtStatus control(
            WskWorld world, int code, long inputSize, Variable<?> input, long outputSize, Variable<?> output) {
        return world.dispatch.wskControlClient(world.wskClient, code, inputSize, input, outputSize, output, null, null);
    }
}
