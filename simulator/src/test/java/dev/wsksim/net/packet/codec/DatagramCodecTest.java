package dev.wsksim.net.packet.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.io.BaseEncoding;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.GroupQuery;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.net.packet.RawPayload;
import dev.wsksim.net.packet.UdpDatagram;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** UDP, group messages and raw packets against bytes that were worked out apart from the encoder. */
final class DatagramCodecTest {

    private static final int UDP_4 = 20;

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of(SamplePackets.UDP_4, SamplePackets.UDP_4_HEX),
                Arguments.of(SamplePackets.UDP_4_WITHOUT_CHECKSUM, SamplePackets.UDP_4_WITHOUT_CHECKSUM_HEX),
                Arguments.of(SamplePackets.UDP_4_ZERO, SamplePackets.UDP_4_ZERO_HEX),
                Arguments.of(SamplePackets.UDP_6, SamplePackets.UDP_6_HEX),
                Arguments.of(SamplePackets.IGMP_REPORT, SamplePackets.IGMP_REPORT_HEX),
                Arguments.of(SamplePackets.IGMP_QUERY, SamplePackets.IGMP_QUERY_HEX),
                Arguments.of(SamplePackets.MLD_REPORT, SamplePackets.MLD_REPORT_HEX),
                Arguments.of(SamplePackets.MLD_QUERY, SamplePackets.MLD_QUERY_HEX),
                Arguments.of(SamplePackets.RAW_4, SamplePackets.RAW_4_HEX));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void encode_sample_hasTheBytes(Packet packet, String hex) {
        assertThat(BaseEncoding.base16().lowerCase().encode(PacketEncoder.encode(packet, 1)))
                .isEqualTo(hex);
        assertThat(packet.wireBytes()).isEqualTo(hex.length() / 2);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void decode_bytes_isTheSample(Packet packet, String hex) {
        boolean ipv4 = packet.family() == IpFamily.IPV4;
        assertThat(decode(bytes(hex))).isEqualTo(new Decoded.Whole(packet, ipv4 ? 1 : 0, !ipv4));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void decode_everyTruncationAndOneByteMore_isMalformed(Packet packet, String hex) {
        byte[] bytes = bytes(hex);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(decode(Arrays.copyOf(bytes, length)))
                    .as("%s cut to %d bytes", packet.describe(), length)
                    .isInstanceOf(Decoded.Malformed.class);
        }
        assertThat(decode(Arrays.copyOf(bytes, bytes.length + 1))).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void decode_wrongUdp_isMalformed() {
        assertThat(decode(changed(SamplePackets.UDP_4_HEX, UDP_4 + 8, 0)))
                .isEqualTo(new Decoded.Malformed("the UDP checksum is wrong"));
        assertThat(decode(changed(SamplePackets.UDP_4_HEX, UDP_4 + 5, 12)))
                .isEqualTo(new Decoded.Malformed("the UDP length is not what the IP header leaves for it"));
        byte[] without = changed(SamplePackets.UDP_6_HEX, 46, 0);
        without[47] = 0;
        assertThat(decode(without)).isEqualTo(new Decoded.Malformed("UDP over IPv6 has no checksum"));
    }

    @Test
    void encode_udpOverIpv6WithoutChecksum_isRefused() {
        Packet packet = new Packet(
                SamplePackets.CLIENT_6, SamplePackets.SERVER_6, 128, new UdpDatagram(1, 2, false, ByteSlice.EMPTY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PacketEncoder.encode(packet, 0))
                .withMessage("UDP over IPv6 needs a checksum");
    }

    @ParameterizedTest
    @CsvSource({"IPV4, 192.0.2.10, 192.0.2.20", "IPV6, 2001:db8::10, 2001:db8::20"})
    void encode_largestDatagram_fits(IpFamily family, String source, String destination) {
        int most = UdpDatagram.maxData(family);
        assertThat(encoded(source, destination, most)).hasSize(family == IpFamily.IPV4 ? 65_535 : 65_575);
        assertThatIllegalArgumentException().isThrownBy(() -> encoded(source, destination, most + 1));
    }

    private static byte[] encoded(String source, String destination, int length) {
        UdpDatagram datagram = UdpDatagram.of(1, 2, ByteSlice.of(new byte[length], 0, length));
        return PacketEncoder.encode(new Packet(IpAddress.of(source), IpAddress.of(destination), 1, datagram), 0);
    }

    @Test
    void decode_errorAboutUdp_quotesIt() {
        Packet error = IcmpError.about(SamplePackets.UDP_4, IcmpErrorKind.PORT_UNREACHABLE)
                .from(SamplePackets.SERVER_4);
        assertThat(decode(PacketEncoder.encode(error, 2, 1))).isEqualTo(new Decoded.Whole(error, 2, false));
    }

    @Test
    void decode_groupMessageWithoutRouterAlert_isNotModelled_andElsewhereItIsAnOption() {
        byte[] alert = bytes(SamplePackets.IGMP_REPORT_HEX);
        byte[] plain = new byte[alert.length - 4];
        System.arraycopy(alert, 0, plain, 0, 20);
        System.arraycopy(alert, 24, plain, 20, alert.length - 24);
        plain[0] = 0x45;
        plain[3] -= 4;
        assertThat(decode(withIpv4Checksum(plain, 20))).isEqualTo(new Decoded.NotModelled("IGMP without Router Alert"));
        byte[] raw = bytes(SamplePackets.IGMP_REPORT_HEX);
        raw[9] = (byte) 253;
        assertThat(decode(withIpv4Checksum(raw, 24)))
                .isInstanceOfSatisfying(
                        Decoded.Whole.class,
                        whole -> assertThat(whole.packet().extras().options())
                                .isEqualTo(ByteSlice.copyOf((byte) 0x94, (byte) 4, (byte) 0, (byte) 0)));
    }

    @Test
    void encode_timeThatTheFieldCannotSay_isRefused() {
        GroupQuery query = new GroupQuery(IpAddress.of("0.0.0.0"), 12_800, 2, 125);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PacketEncoder.encode(query.from(SamplePackets.SERVER_4), 0))
                .withMessage("no Max Resp Code says 12800 ms");
    }

    @Test
    void payload_icmpv6WithoutChecksum_isUnderstood() {
        PacketPayload payload = PacketDecoder.payload(
                58, ByteSlice.copyOf(bytes("8000000000070009616263")), SamplePackets.CLIENT_6, SamplePackets.SERVER_6);
        assertThat(payload).isEqualTo(IcmpEcho.request(IpFamily.IPV6, 7, 9, ByteSlice.copyOf(bytes("616263"))));
    }

    @Test
    void payload_badChecksum_staysRaw() {
        ByteSlice data = ByteSlice.copyOf(bytes("0800000000070009616263"));
        assertThat(PacketDecoder.payload(1, data, SamplePackets.CLIENT_4, SamplePackets.SERVER_4))
                .isEqualTo(new RawPayload(1, data));
    }

    private static byte[] withIpv4Checksum(byte[] bytes, int headerLength) {
        bytes[10] = 0;
        bytes[11] = 0;
        int sum = 0;
        for (int i = 0; i < headerLength; i += 2) {
            sum += (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF;
        }
        sum = ~((sum & 0xFFFF) + (sum >>> 16));
        bytes[10] = (byte) (sum >> 8);
        bytes[11] = (byte) sum;
        return bytes;
    }

    private static byte[] changed(String hex, int index, int value) {
        byte[] bytes = bytes(hex);
        bytes[index] = (byte) value;
        return bytes;
    }

    private static Decoded decode(byte[] bytes) {
        return PacketDecoder.decode(bytes);
    }

    private static byte[] bytes(String hex) {
        return BaseEncoding.base16().lowerCase().decode(hex);
    }
}
