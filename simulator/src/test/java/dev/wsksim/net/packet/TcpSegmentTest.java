package dev.wsksim.net.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.net.address.IpAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpSegmentTest {

    private static TcpSegment segment(int flags, int payload) {
        return new TcpSegment(
                49152, 445, -1, 7, flags, 100, TcpOptions.NONE, ByteSlice.of(new byte[payload], 0, payload));
    }

    @ParameterizedTest
    @CsvSource({
        "0, none",
        "2, SYN",
        "18, SYN+ACK",
        "16, ACK",
        "20, RST+ACK",
        "4, RST",
        "17, FIN+ACK",
        "24, PSH+ACK",
        "194, SYN+ECE+CWR"
    })
    void flagsText_bits_areNamed(int flags, String text) {
        assertThat(segment(flags, 0).flagsText()).isEqualTo(text);
    }

    @Test
    void flags_everyCombination_parsesBack() {
        for (int flags = 1; flags < 256; flags++) {
            assertThat(TcpFlags.parse(TcpFlags.text(flags))).hasValue(flags);
        }
        assertThat(TcpFlags.parse("ACK+SYN")).hasValue(TcpFlags.SYN | TcpFlags.ACK);
        assertThat(TcpFlags.parse("syn")).isEmpty();
        assertThat(TcpFlags.parse("")).isEmpty();
    }

    @Test
    void length_synAndFin_countLikeData() {
        assertThat(segment(TcpFlags.ACK, 0).length()).isZero();
        assertThat(segment(TcpFlags.SYN, 0).length()).isEqualTo(1);
        assertThat(segment(TcpFlags.FIN | TcpFlags.ACK, 10).length()).isEqualTo(11);
        assertThat(segment(TcpFlags.SYN | TcpFlags.FIN, 0).length()).isEqualTo(2);
        assertThat(segment(TcpFlags.RST | TcpFlags.PSH | TcpFlags.URG, 0).length())
                .isZero();
    }

    @Test
    void describe_segment_isLikeTcpdump() {
        Packet packet = new Packet(
                IpAddress.of("2001:db8::10"),
                IpAddress.of("2001:db8::20"),
                128,
                segment(TcpFlags.PSH | TcpFlags.ACK, 5));
        assertThat(packet.describe())
                .isEqualTo("PSH+ACK [2001:db8::10]:49152 > [2001:db8::20]:445 seq 4294967295 ack 7 length 5");
        TcpSegment syn = new TcpSegment(49152, 445, 9, 0, TcpFlags.SYN, 65535, TcpOptions.NONE, ByteSlice.EMPTY);
        assertThat(new Packet(IpAddress.of("192.0.2.10"), IpAddress.of("192.0.2.20"), 128, syn).describe())
                .isEqualTo("SYN 192.0.2.10:49152 > 192.0.2.20:445 seq 9");
    }
}
