package dev.wsksim.net.packet.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.io.BaseEncoding;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import org.junit.jupiter.api.Test;

/** Bytes worked out apart from the encoder, and the limits of fields and quotes. */
final class PacketEncoderTest {

    @Test
    void encode_synOverIpv4_hasOptionsPaddedInFront() {
        assertThat(hex(PacketEncoder.encode(SamplePackets.SYN_4, 1))).isEqualTo(SamplePackets.SYN_4_HEX);
    }

    @Test
    void encode_synOverIpv6WithTimestamps_fillsThreeWordsWithSackPermittedAndTimestamps() {
        assertThat(hex(PacketEncoder.encode(SamplePackets.SYN_6, 1))).isEqualTo(SamplePackets.SYN_6_HEX);
    }

    @Test
    void encode_oddPayload_isZerosUnderARightChecksum() {
        assertThat(hex(PacketEncoder.encode(SamplePackets.DATA_4, 0xFFFE))).isEqualTo(SamplePackets.DATA_4_HEX);
    }

    @Test
    void encode_icmpError_quotesTheOffendingPacketWithItsIdentification() {
        assertThat(hex(PacketEncoder.encode(SamplePackets.ICMP_4, 2, 1))).isEqualTo(SamplePackets.ICMP_4_HEX);
    }

    @Test
    void encode_icmpv6Error_coversThePseudoHeader() {
        assertThat(hex(PacketEncoder.encode(SamplePackets.ICMP_6, 2, 1))).isEqualTo(SamplePackets.ICMP_6_HEX);
    }

    @Test
    void encode_packetTooBig_hasTheMtuBehindTheChecksum() {
        assertThat(hex(PacketEncoder.encode(SamplePackets.TOO_BIG_4, 2, 1))).isEqualTo(SamplePackets.TOO_BIG_4_HEX);
        assertThat(hex(PacketEncoder.encode(SamplePackets.TOO_BIG_6, 2, 1))).isEqualTo(SamplePackets.TOO_BIG_6_HEX);
    }

    @Test
    void encode_echo_hasIdentifierSequenceAndData() {
        assertThat(hex(PacketEncoder.encode(SamplePackets.ECHO_4, 3))).isEqualTo(SamplePackets.ECHO_4_HEX);
        assertThat(hex(PacketEncoder.encode(SamplePackets.ECHO_6, 3))).isEqualTo(SamplePackets.ECHO_6_HEX);
    }

    @Test
    void encode_icmpErrorAboutALargePacket_endsAtTheGreatestLength() {
        Packet large4 = withLength(SamplePackets.SYN_4, 1400);
        Packet large6 = withLength(SamplePackets.SYN_6, 1400);

        assertThat(PacketEncoder.encode(UnreachableKind.HOST.errorAbout(large4, SamplePackets.SERVER_4), 0))
                .hasSize(576);
        assertThat(PacketEncoder.encode(UnreachableKind.HOST.errorAbout(large6, SamplePackets.SERVER_6), 0))
                .hasSize(1280);
    }

    @Test
    void encode_errorAboutAnError_isRefused() {
        Packet twice = UnreachableKind.HOST.errorAbout(SamplePackets.ICMP_4, SamplePackets.CLIENT_4);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PacketEncoder.encode(twice, 0))
                .withMessage("no ICMP error is about an ICMP error");
    }

    @Test
    void encode_fieldThatDoesNotFit_isRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PacketEncoder.encode(withWindow(0x10000), 0))
                .withMessage("the window has 16 bits, too few for 65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PacketEncoder.encode(SamplePackets.SYN_4, -1))
                .withMessage("the identification has 16 bits, too few for -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PacketEncoder.encode(withLength(SamplePackets.SYN_4, 65_535 - 51), 0))
                .withMessage("the total length has 16 bits, too few for 65536");
    }

    @Test
    void encode_largestPacket_fits() {
        assertThat(PacketEncoder.encode(withLength(SamplePackets.SYN_4, 65_535 - 52), 0))
                .hasSize(65_535);
    }

    private static Packet withWindow(int window) {
        return new Packet(
                SamplePackets.CLIENT_4,
                SamplePackets.SERVER_4,
                128,
                new TcpSegment(1, 2, 0, 0, TcpFlags.ACK, window, TcpOptions.NONE, ByteSlice.EMPTY));
    }

    private static Packet withLength(Packet packet, int payloadLength) {
        TcpSegment old = (TcpSegment) packet.payload();
        TcpSegment segment = new TcpSegment(
                old.sourcePort(),
                old.destinationPort(),
                old.sequence(),
                old.acknowledgment(),
                old.flags(),
                old.window(),
                old.options(),
                ByteSlice.of(new byte[payloadLength], 0, payloadLength));
        return new Packet(packet.source(), packet.destination(), packet.hopLimit(), segment);
    }

    private static String hex(byte[] bytes) {
        return BaseEncoding.base16().lowerCase().encode(bytes);
    }
}
