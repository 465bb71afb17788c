package dev.wsksim.net.ip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.net.RoutedWorld;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** About which packets nobody is told. */
final class IcmpErrorRulesTest {

    private static final Packet ECHO_4 = RoutedWorld.echo("192.0.2.10", "192.0.2.20", 64, 8);
    private static final Packet ECHO_6 = RoutedWorld.echo("2001:db8::10", "2001:db8::20", 64, 8);
    private static final IpAddress BROADCAST = IpAddress.of("192.0.2.255");

    private static boolean permit(Packet packet, IcmpErrorKind kind) {
        return IcmpErrorRules.permit(packet, kind, address -> !address.isMulticast() && !address.equals(BROADCAST));
    }

    private static boolean permit(Packet packet) {
        return permit(packet, IcmpErrorKind.HOST_UNREACHABLE);
    }

    @Test
    void permit_oneHostToAnother_isAllowed() {
        assertThat(permit(ECHO_4)).isTrue();
        assertThat(permit(ECHO_6)).isTrue();
        assertThat(permit(ECHO_4.withPayload(new DamagedPayload(ECHO_4.payload(), 3, 1))))
                .isTrue();
    }

    @Test
    void permit_broadcastAddress_isForbidden() {
        assertThat(permit(new Packet(ECHO_4.source(), BROADCAST, 64, ECHO_4.payload())))
                .isFalse();
        assertThat(permit(new Packet(BROADCAST, ECHO_4.source(), 64, ECHO_4.payload())))
                .isFalse();
    }

    @Test
    void permit_group_isAllowedOnlyForThePathMtuOfIpv6() {
        Packet group6 = new Packet(ECHO_6.source(), IpAddress.of("ff0e::1"), 64, ECHO_6.payload());
        Packet group4 = new Packet(ECHO_4.source(), IpAddress.of("239.1.2.3"), 64, ECHO_4.payload());
        assertThat(permit(group6)).isFalse();
        assertThat(permit(group6, IcmpErrorKind.PACKET_TOO_BIG)).isTrue();
        assertThat(permit(group4, IcmpErrorKind.PACKET_TOO_BIG)).isFalse();
    }

    @Test
    void permit_error_isForbiddenDamagedOrNot() {
        Packet error = IcmpError.about(ECHO_4, IcmpErrorKind.PORT_UNREACHABLE).from(ECHO_4.destination());
        assertThat(permit(error)).isFalse();
        assertThat(permit(error.withPayload(new DamagedPayload(error.payload(), 3, 1))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"3, false", "4, false", "5, false", "11, false", "12, false", "0, true", "8, true"})
    void permit_firstFragmentOverIpv4_dependsOnTheType(int type, boolean permitted) {
        Packet fragment = ECHO_4.withPayload(fragment(IpFamily.IPV4, 0, type));
        assertThat(permit(fragment)).isEqualTo(permitted);
        assertThat(permit(fragment.withPayload(new DamagedPayload(fragment.payload(), 9, 1))))
                .isEqualTo(permitted);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "127, false", "128, true", "136, true"})
    void permit_firstFragmentOverIpv6_dependsOnTheType(int type, boolean permitted) {
        assertThat(permit(ECHO_6.withPayload(fragment(IpFamily.IPV6, 0, type)))).isEqualTo(permitted);
    }

    @Test
    void permit_laterFragment_isForbidden() {
        PacketPayload later = fragment(IpFamily.IPV4, 8, 8);
        assertThat(permit(ECHO_4.withPayload(later))).isFalse();
        assertThat(permit(ECHO_4.withPayload(new DamagedPayload(later, 0, 0)))).isFalse();
    }

    private static IpFragment fragment(IpFamily family, int offset, int type) {
        byte[] bytes = new byte[16];
        bytes[0] = (byte) type;
        return new IpFragment(family, 7, IcmpMessage.protocol(family), offset, true, ByteSlice.of(bytes, 0, 16));
    }
}
