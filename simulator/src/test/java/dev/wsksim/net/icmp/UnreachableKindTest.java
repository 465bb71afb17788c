package dev.wsksim.net.icmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreachableKindTest {

    @ParameterizedTest
    @CsvSource({
        "NETWORK, 3, 0, 1, 0",
        "HOST, 3, 1, 1, 3",
        "PROTOCOL, 3, 2, 4, 1",
        "PORT, 3, 3, 1, 4",
        "ADMINISTRATIVELY_PROHIBITED, 3, 13, 1, 1",
    })
    void numbers_ofBothFamilies_areThoseOfTheRfcs(UnreachableKind kind, int type4, int code4, int type6, int code6) {
        assertThat(kind.type(IpFamily.IPV4)).isEqualTo(type4);
        assertThat(kind.code(IpFamily.IPV4)).isEqualTo(code4);
        assertThat(kind.type(IpFamily.IPV6)).isEqualTo(type6);
        assertThat(kind.code(IpFamily.IPV6)).isEqualTo(code6);
    }

    @Test
    void errorAbout_packet_goesBackToItsSender() {
        TcpSegment syn = new TcpSegment(49152, 445, 9, 0, TcpFlags.SYN, 65535, TcpOptions.NONE, ByteSlice.EMPTY);
        Packet offending = new Packet(IpAddress.of("2001:db8::10"), IpAddress.of("2001:db8::20"), 128, syn);
        Packet error = UnreachableKind.HOST.errorAbout(offending, IpAddress.of("2001:db8::1"));
        assertThat(error.source()).isEqualTo(IpAddress.of("2001:db8::1"));
        assertThat(error.destination()).isEqualTo(IpAddress.of("2001:db8::10"));
        assertThat(((IcmpError) error.payload()).offending()).isSameAs(offending);
        assertThat(error.payload().protocol()).isEqualTo(IcmpMessage.PROTOCOL_6);
        assertThat(error.describe())
                .isEqualTo("ICMPv6 2001:db8::1 > 2001:db8::10 host unreachable about"
                        + " SYN [2001:db8::10]:49152 > [2001:db8::20]:445 seq 9");
    }
}
