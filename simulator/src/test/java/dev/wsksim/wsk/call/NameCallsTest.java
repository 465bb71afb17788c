package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.name.DnsAnswer;
import dev.wsksim.net.name.DnsScript;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.HeaderConstants;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2defNames;
import dev.wsksim.wsk.name.AddrInfoExW;
import dev.wsksim.wsk.name.UnicodeString;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions that resolve names, as a Java test uses them; scenarios play their statuses and flags. */
final class NameCallsTest {

    private static DnsScript dns(String name, long millis, String... addresses) {
        ImmutableList.Builder<IpAddress> list = ImmutableList.builder();
        for (String address : addresses) {
            list.add(IpAddress.of(address));
        }
        DnsAnswer answer = new DnsAnswer.Addresses(Optional.empty(), list.build(), SimDuration.ofMillis(millis));
        return new DnsScript(Optional.empty(), ImmutableMap.of(name, ImmutableList.of(answer)), ImmutableMap.of());
    }

    private static NtStatus resolve(
            WskWorld world,
            String node,
            int nameSpace,
            UUID provider,
            AddrInfoExW hints,
            Variable<AddrInfoExW> result) {
        var call = world.prepare();
        try {
            world.dispatch.wskGetAddressInfo(
                    world.wskClient,
                    UnicodeString.of(node),
                    UnicodeString.of("80"),
                    nameSpace,
                    provider,
                    hints,
                    result,
                    null,
                    null,
                    call.irp());
        } catch (NotSimulatedException refused) {
            call.expectUntouched();
            throw refused;
        }
        world.run();
        return call.irp().status();
    }

    private static AddrInfoExW resolved(WskWorld world, String node) {
        Variable<AddrInfoExW> result = new Variable<>();
        assertThat(resolve(world, node, Ws2defNames.NS_ALL, null, null, result)).isEqualTo(NtStatus.STATUS_SUCCESS);
        return result.get();
    }

    @Test
    void list_walkedAlongItsPointers_hasEveryMember() {
        WskWorld.play(world -> {
            world.client.names().resolver().setDns(dns("www.example", 7, "192.0.2.20", "2001:db8::20"));
            AddrInfoExW head = resolved(world, "www.example");
            assertThat(head.aiFamily()).isEqualTo(Ws2def.AF_INET6);
            assertThat(head.aiAddr()).hasToString("[2001:db8::20]:80");
            assertThat(head.aiAddrlen()).isEqualTo(28);
            assertThat(head.aiFlags()).isZero();
            assertThat(head.aiCanonname()).isNull();
            assertThat(head.aiBlob()).isNull();
            assertThat(head.aiBloblen()).isZero();
            assertThat(head.aiProvider()).isNull();
            AddrInfoExW second = head.aiNext();
            assertThat(second.aiAddr()).hasToString("192.0.2.20:80");
            assertThat(second.aiAddrlen()).isEqualTo(16);
            assertThat(second.aiNext()).isNull();
            assertThat(head.at(1)).isSameAs(second);
            assertThat(head.at(2)).isNull();
            assertThat(world.client.names().lists().live()).hasSize(1);
            world.dispatch.wskFreeAddressInfo(world.wskClient, head);
            assertThat(world.client.names().lists().live()).isEmpty();
        });
    }

    @Test
    void freedList_readOrFreedAgain_stopsWindows() {
        WskWorld.play(world -> {
            AddrInfoExW head = resolved(world, "127.0.0.1");
            world.dispatch.wskFreeAddressInfo(world.wskClient, head);
            assertThatThrownBy(head::aiAddr)
                    .isInstanceOfSatisfying(
                            SimulatedBugCheck.class,
                            stop -> assertThat(stop.code()).isEqualTo(BugCheck.PAGE_FAULT_IN_NONPAGED_AREA));
            assertThatThrownBy(() -> world.dispatch.wskFreeAddressInfo(world.wskClient, head))
                    .isInstanceOfSatisfying(
                            SimulatedBugCheck.class,
                            stop -> assertThat(stop.code()).isEqualTo(BugCheck.BAD_POOL_CALLER));
        });
    }

    @Test
    void freeing_whatIsTheDriversOwn_stopsWindows() {
        WskWorld.play(world -> assertThatThrownBy(
                        () -> world.dispatch.wskFreeAddressInfo(world.wskClient, AddrInfoExW.hints(0, 0, 0, 0)))
                .isInstanceOf(SimulatedBugCheck.class));
    }

    @Test
    void freeing_anEntryThatIsNotTheHead_leavesTheListLive() {
        WskWorld.play(world -> {
            AddrInfoExW head = resolved(world, "localhost");
            assertThatThrownBy(() -> world.dispatch.wskFreeAddressInfo(world.wskClient, head.aiNext()))
                    .isInstanceOf(SimulatedBugCheck.class);
            assertThat(world.client.names().lists().live()).hasSize(1);
            world.dispatch.wskFreeAddressInfo(world.wskClient, head);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0x10, 0x20, 0x40, 0x80, 0x4000, 0x8000, 0x10000, 0x40000, 0x80000, 0x80000000})
    void flagThatWindowsKnows_andNothingHereActsOn_isNotSimulated(int flag) {
        WskWorld.play(world -> {
            AddrInfoExW hints = AddrInfoExW.hints(flag, 0, 0, 0);
            assertThatThrownBy(() -> resolve(world, "localhost", 0, null, hints, new Variable<>()))
                    .isInstanceOf(NotSimulatedException.class)
                    .hasMessageContaining("AI_");
        });
    }

    @Test
    void canonicalAndFullNameTogether_andNamespacesThatAreNotDns_areNotSimulated() {
        WskWorld.play(world -> {
            AddrInfoExW both = AddrInfoExW.hints(Ws2defNames.AI_CANONNAME | Ws2defNames.AI_FQDN, 0, 0, 0);
            assertThatThrownBy(() -> resolve(world, "localhost", 0, null, both, new Variable<>()))
                    .isInstanceOf(NotSimulatedException.class)
                    .hasMessageContaining("ADDRINFOEX2W");
            assertThatThrownBy(() -> resolve(world, "localhost", 13, null, null, new Variable<>()))
                    .isInstanceOf(NotSimulatedException.class)
                    .hasMessageContaining("NS_NETBT");
            AddrInfoExW blob =
                    AddrInfoExW.ofDriver(new AddrInfoExW.Members(0, 0, 0, 0, 0, null, null, null, 4, null), null);
            assertThatThrownBy(() -> resolve(world, "localhost", 0, null, blob, new Variable<>()))
                    .isInstanceOf(NotSimulatedException.class)
                    .hasMessageContaining("ai_blob");
        });
    }

    @Test
    void scope_ofALinkLocalAddress_comesAndGoesWithIt() {
        WskWorld.play(world -> {
            AddrInfoExW head = resolved(world, "fe80::1%7");
            SockAddr.Inet6 address = (SockAddr.Inet6) head.aiAddr();
            assertThat(address.scopeId()).isEqualTo(7);
            UnicodeString node = UnicodeString.buffer(64);
            var call = world.prepare();
            world.dispatch.wskGetNameInfo(
                    world.wskClient, address, 28, node, null, Ws2defNames.NI_NUMERICHOST, null, null, call.irp());
            world.run();
            assertThat(node).hasToString("fe80::1%7");
            world.dispatch.wskFreeAddressInfo(world.wskClient, head);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fe80::1%", "fe80::1%x", "fe80::1%-1", "127.0.0.1%1", "%1", "fe80::1%99999999999"})
    void node_thatIsNearlyAnAddress_isAName(String node) {
        WskWorld.play(world -> assertThat(resolve(world, node, 0, null, null, new Variable<>()))
                .isEqualTo(NtStatus.STATUS_NOT_FOUND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "99999", "000080", "-1", "0x50", "80 "})
    void service_thatIsNoPort_isUnknown(String service) {
        WskWorld.play(world -> {
            var call = world.prepare();
            world.dispatch.wskGetAddressInfo(
                    world.wskClient,
                    UnicodeString.of("127.0.0.1"),
                    UnicodeString.of(service),
                    0,
                    null,
                    null,
                    new Variable<>(),
                    null,
                    null,
                    call.irp());
            world.run();
            assertThat(call.irp().status()).isEqualTo(NtStatus.STATUS_NOT_FOUND);
        });
    }

    /** The numbers are those of ws2def.h; ADDRINFOEXW has room for all flags in an int. */
    @ParameterizedTest
    @CsvSource({
        "AI_PASSIVE, 1",
        "AI_CANONNAME, 2",
        "AI_NUMERICHOST, 4",
        "AI_NUMERICSERV, 8",
        "AI_ALL, 0x100",
        "AI_ADDRCONFIG, 0x400",
        "AI_V4MAPPED, 0x800",
        "AI_FQDN, 0x20000",
        "NI_NOFQDN, 1",
        "NI_NUMERICHOST, 2",
        "NI_NAMEREQD, 4",
        "NI_NUMERICSERV, 8",
        "NI_DGRAM, 16",
        "NS_ALL, 0",
        "NS_DNS, 12",
        "AF_UNSPEC, 0"
    })
    void constant_hasItsNumber(String name, String number) {
        assertThat(HeaderConstants.parse(name)).contains(Long.decode(number));
    }

    @Test
    void flagsInWords_namesThenWhatIsLeft() {
        assertThat(Ws2defNames.aiFlagsText(0)).isEqualTo("0");
        assertThat(Ws2defNames.aiFlagsText(Ws2defNames.AI_PASSIVE | Ws2defNames.AI_ALL | 0x2000))
                .isEqualTo("AI_PASSIVE|AI_ALL|0x2000");
        assertThat(Ws2defNames.aiFlagsText(0x80000000)).isEqualTo("AI_EXTENDED");
        assertThat(Ws2defNames.niFlagsText(Ws2defNames.NI_DGRAM | 0x20)).isEqualTo("NI_DGRAM|0x20");
    }
}
