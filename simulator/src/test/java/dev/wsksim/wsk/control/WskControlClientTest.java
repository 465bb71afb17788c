package dev.wsksim.wsk.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.se.Sddl;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.NetworkInterface;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.SocketCalls;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.client.WskTransport;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.flag.ClientControlCode;
import dev.wsksim.wsk.flag.EventMask;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WskControlClientTest {

    private static final int LIST_CHANGE = Wsk.WSK_TRANSPORT_LIST_CHANGE;
    private static final int TDI_MAPPING = Wsk.WSK_TDI_DEVICENAME_MAPPING;
    private static final int STATIC_EVENTS = Wsk.WSK_SET_STATIC_EVENT_CALLBACKS;
    private static final int TDI_BEHAVIOR = Wsk.WSK_TDI_BEHAVIOR;

    private static final long LIST_BYTES = 6 * 28;

    /** OutputSizeReturned is a SIZE_T, which has 64 bits and is a Long here: OQ-10. */
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
                            npi.get().client(),
                            ClientControlCode.WSK_RELEASE_SD,
                            8,
                            new Variable<>(cached),
                            0,
                            null,
                            null,
                            null))
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
                        new ClientControlCode(code),
                        8,
                        new Variable<>(SocketCalls.uncached("D:")),
                        8,
                        new Variable<>(),
                        new Variable<>(),
                        world.prepare().expectUntouched().irp()))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER));
    }

    @Test
    void unknownCode_notSupported() {
        WskWorld.play(world -> {
            assertThat(control(world, 99, 0, null, 0, null)).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
            RecordedCall call = world.prepare();
            assertThat(change(world, 99, call.irp())).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
            world.runFor(1);
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        });
    }

    @Test
    void listChange_withoutIrp_invalidParameter() {
        WskWorld.play(
                world -> assertThat(change(world, LIST_CHANGE, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER));
    }

    @Test
    void listChange_lastAddressOfAFamilyGoes_completesOnce_andTheListLacksTheFamily() {
        WskWorld.play(world -> {
            RecordedCall call = world.prepare();
            assertThat(change(world, LIST_CHANGE, call.irp())).isEqualTo(NtStatus.STATUS_PENDING);
            NetworkInterface own = world.client.net().interfaces().get(0);
            own.removeAddress(IpAddress.of("192.0.2.10"));
            world.runFor(1);
            assertThat(call.isCompleted()).isFalse();
            own.removeAddress(IpAddress.of("192.0.2.11"));
            world.runFor(1);
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            Variable<Long> size = new Variable<>();
            assertThat(query(world, 0, null, size)).isEqualTo(NtStatus.STATUS_BUFFER_OVERFLOW);
            assertThat(size.get()).isEqualTo(3 * 28);
            own.addAddress(HostAddress.of(IpAddress.of("192.0.2.10")));
            assertThat(query(world, 0, null, size)).isEqualTo(NtStatus.STATUS_BUFFER_OVERFLOW);
            assertThat(size.get()).isEqualTo(6 * 28);
        });
    }

    @Test
    void listChange_cancelled_statusCancelled() {
        WskWorld.play(world -> {
            RecordedCall call = world.prepare();
            change(world, LIST_CHANGE, call.irp());
            assertThat(call.cancel()).isTrue();
            world.runFor(1);
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        });
    }

    @Test
    void listChange_wskDeregisterCancelsIt() {
        WskWorld.play(world -> {
            RecordedCall call = world.prepare();
            change(world, LIST_CHANGE, call.irp());
            world.client.wsk().wskReleaseProviderNpi(world.registration);
            world.client.wsk().wskDeregister(world.registration);
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            world.register();
        });
    }

    @Test
    void tdiOperations_beforeAnySocketOnly() {
        WskWorld.play(world -> {
            WskTdiMapInfo map =
                    new WskTdiMapInfo(ImmutableList.of(new WskTdiMapInfo.WskTdiMap(1, 2, 6, "\\Device\\Tcp")));
            assertThat(control(world, TDI_MAPPING, 16, new Variable<>(map), 0, null))
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(control(world, TDI_MAPPING, 8, new Variable<>(map), 0, null))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(control(world, TDI_BEHAVIOR, 4, new Variable<>((long) Wsk.WSK_TDI_BEHAVIOR_BYPASS_TDI), 0, null))
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(control(world, TDI_BEHAVIOR, 4, new Variable<>(2L), 0, null))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            world.sockets().made(Ws2def.AF_INET);
            assertThat(control(world, TDI_MAPPING, 16, new Variable<>(map), 0, null))
                    .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
            assertThat(control(world, TDI_BEHAVIOR, 4, new Variable<>(1L), 0, null))
                    .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        });
    }

    @Test
    void staticEvents_beforeAnySocketOnly_andOnEverySocketFromThenOn() {
        WskWorld.play(world -> {
            Variable<?> receive = new Variable<>(WskEventCallbackControl.of(EventFlag.WSK_EVENT_RECEIVE));
            assertThat(control(world, STATIC_EVENTS, 16, receive, 0, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(control(
                            world,
                            STATIC_EVENTS,
                            16,
                            new Variable<>(WskEventCallbackControl.of(new EventMask(1))),
                            0,
                            null))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(world.sockets().made(Ws2def.AF_INET).isEnabled(EventFlag.WSK_EVENT_RECEIVE))
                    .isTrue();
            assertThat(control(world, STATIC_EVENTS, 16, receive, 0, null))
                    .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        });
    }

    private static NtStatus change(WskWorld world, int code, Irp irp) {
        return world.dispatch.wskControlClient(
                world.wskClient, new ClientControlCode(code), 0, null, 0, null, null, irp);
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
            assertThat(world.dispatch.wskControlClient(
                            null, ClientControlCode.WSK_TRANSPORT_LIST_QUERY, 0, null, 0, null, new Variable<>(), null))
                    .isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
            world.client.wsk().wskReleaseProviderNpi(world.registration);
            assertThat(query(world, 0, null, new Variable<>())).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        });
    }

    private static NtStatus query(WskWorld world, long outputSize, Variable<?> output, Variable<Long> sizeReturned) {
        return world.dispatch.wskControlClient(
                world.wskClient,
                ClientControlCode.WSK_TRANSPORT_LIST_QUERY,
                0,
                null,
                outputSize,
                output,
                sizeReturned,
                null);
    }

    private static NtStatus control(
            WskWorld world, int code, long inputSize, Variable<?> input, long outputSize, Variable<?> output) {
        return world.dispatch.wskControlClient(
                world.wskClient, new ClientControlCode(code), inputSize, input, outputSize, output, null, null);
    }
}
