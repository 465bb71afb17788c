package dev.wsksim.net.packet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.NeighborMessage;
import dev.wsksim.net.packet.Packet;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal of the decoder, reached by a small change of good bytes under right checksums. */
final class PacketDecoderTest {

    private static final int TCP_4 = Ipv4Header.BYTES;

    @Test
    void decode_goodBytes_isThePacket() {
        assertThat(decode(SamplePackets.SYN_4_HEX)).isEqualTo(new Decoded.Whole(SamplePackets.SYN_4, 1, true));
        assertThat(decode(SamplePackets.SYN_6_HEX)).isEqualTo(new Decoded.Whole(SamplePackets.SYN_6, 0, true));
        assertThat(decode(SamplePackets.DATA_4_HEX)).isEqualTo(new Decoded.Whole(SamplePackets.DATA_4, 0xFFFE, true));
        assertThat(decode(SamplePackets.ICMP_4_HEX)).isEqualTo(new Decoded.Whole(SamplePackets.ICMP_4, 2, false));
        assertThat(decode(SamplePackets.ICMP_6_HEX)).isEqualTo(new Decoded.Whole(SamplePackets.ICMP_6, 0, true));
        assertThat(decode(SamplePackets.TOO_BIG_4_HEX)).isEqualTo(new Decoded.Whole(SamplePackets.TOO_BIG_4, 2, false));
        assertThat(decode(SamplePackets.TOO_BIG_6_HEX)).isEqualTo(new Decoded.Whole(SamplePackets.TOO_BIG_6, 0, true));
        assertThat(decode(SamplePackets.ECHO_4_HEX)).isEqualTo(new Decoded.Whole(SamplePackets.ECHO_4, 3, false));
        assertThat(decode(SamplePackets.ECHO_6_HEX)).isEqualTo(new Decoded.Whole(SamplePackets.ECHO_6, 0, true));
    }

    @Test
    void decode_wrongChecksum_isMalformed() {
        assertThat(decode(changed(SamplePackets.SYN_4_HEX, 8, 127)))
                .isEqualTo(new Decoded.Malformed("the IPv4 header checksum is wrong"));
        assertThat(decode(changed(SamplePackets.SYN_4_HEX, TCP_4 + 4, 0)))
                .isEqualTo(new Decoded.Malformed("the TCP checksum is wrong"));
        assertThat(decode(changed(SamplePackets.SYN_6_HEX, 39, 0x21)))
                .isEqualTo(new Decoded.Malformed("the TCP checksum is wrong"));
        assertThat(decode(changed(SamplePackets.ICMP_4_HEX, 21, 1)))
                .isEqualTo(new Decoded.Malformed("the ICMP checksum is wrong"));
        assertThat(decode(changed(SamplePackets.ICMP_6_HEX, 23, 0x11)))
                .isEqualTo(new Decoded.Malformed("the ICMP checksum is wrong"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0x44, the IPv4 header length is below 20 bytes",
        "0, 0x55, no IP version is 5",
        "3, 0x13, the IPv4 total length is below that of the header",
        "3, 0x33, the IP header tells of 31 bytes behind it but there are 32",
        "6, 0xC0, the reserved IPv4 flag is set",
    })
    void decode_wrongIpv4Header_isMalformed(int index, String value, String problem) {
        byte[] bytes = changed(SamplePackets.SYN_4_HEX, index, Integer.decode(value));
        setIpv4Checksum(bytes);

        assertThat(decode(bytes))
                .isInstanceOfSatisfying(
                        Decoded.Malformed.class,
                        malformed ->
                                assertThat(malformed.problem().replace(",", "")).isEqualTo(problem));
    }

    @Test
    void decode_typeOfService_isTheTrafficClass() {
        byte[] bytes = changed(SamplePackets.SYN_4_HEX, 1, 0xBA);
        setIpv4Checksum(bytes);

        assertThat(decode(bytes))
                .isInstanceOfSatisfying(
                        Decoded.Whole.class,
                        whole -> assertThat(whole.packet().extras().trafficClass())
                                .isEqualTo(0xBA));
    }

    @ParameterizedTest
    @CsvSource({
        "07030400, the IPv4 option Record Route",
        "4404050a, the IPv4 option Internet Timestamp",
        "83030400, the IPv4 option Loose Source and Record Route",
        "89030400, the IPv4 option Strict Source and Record Route",
        "94050000, MALFORMED an IPv4 option does not end within the header",
        "01010194, MALFORMED an IPv4 option does not end within the header",
        "94000000, MALFORMED an IPv4 option does not end within the header",
    })
    void decode_ipv4OptionsThatNobodyPlays_areNotModelled(String options, String problem) {
        byte[] plain = bytes(SamplePackets.SYN_4_HEX);
        byte[] bytes = new byte[plain.length + 4];
        System.arraycopy(plain, 0, bytes, 0, 20);
        System.arraycopy(bytes(options), 0, bytes, 20, 4);
        System.arraycopy(plain, 20, bytes, 24, plain.length - 20);
        bytes[0] = 0x46;
        bytes[3] += 4;
        bytes[10] = 0;
        bytes[11] = 0;
        int checksum = new InternetChecksum().add(ByteBuffer.wrap(bytes), 0, 24).value();
        bytes[10] = (byte) (checksum >> 8);
        bytes[11] = (byte) checksum;

        assertThat(decode(bytes))
                .isEqualTo(
                        problem.startsWith("MALFORMED ")
                                ? new Decoded.Malformed(problem.substring(10))
                                : new Decoded.NotModelled(problem));
    }

    @Test
    void decode_neighborMessages_keepTargetAndLinkAddress() {
        for (boolean isAnswer : new boolean[] {false, true}) {
            NeighborMessage message =
                    new NeighborMessage(IpFamily.IPV6, isAnswer, SamplePackets.SERVER_6, 0x0200_0000_0102L);
            Packet packet = new Packet(SamplePackets.CLIENT_6, SamplePackets.SERVER_6, 255, message);
            byte[] bytes = PacketEncoder.encode(packet, 0);
            assertThat(((Decoded.Whole) decode(bytes)).packet()).isEqualTo(packet);
            assertThat(BaseEncoding.base16().lowerCase().encode(bytes))
                    .contains(isAnswer ? "8800" : "8700")
                    .endsWith("20010db8000000000000000000000020" + (isAnswer ? "02" : "01") + "01020000000102");
            bytes[44] ^= 1;
            assertThat(decode(bytes)).isEqualTo(new Decoded.Malformed("the ICMP checksum is wrong"));
        }
    }

    @Test
    void decode_fragments_keepIdentificationAndPlace() {
        ByteSlice data =
                ByteSlice.copyOf((byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 6, (byte) 7, (byte) 8);
        for (Packet whole : new Packet[] {SamplePackets.ECHO_4, SamplePackets.ECHO_6}) {
            IpFragment fragment = new IpFragment(whole.family(), 0x1234, 17, 1480, true, data);
            Packet packet = new Packet(whole.source(), whole.destination(), 9, fragment);
            byte[] bytes = PacketEncoder.encode(packet, 0);
            assertThat(((Decoded.Whole) decode(bytes)).packet()).isEqualTo(packet);
        }
        byte[] bytes = PacketEncoder.encode(
                new Packet(
                        SamplePackets.CLIENT_4,
                        SamplePackets.SERVER_4,
                        128,
                        new IpFragment(IpFamily.IPV4, 0xABCD, 17, 1480, true, data)),
                0);
        assertThat(BaseEncoding.base16().lowerCase().encode(bytes))
                .startsWith("4500001cabcd20b98011")
                .endsWith("c000020ac00002140102030405060708");
        bytes = PacketEncoder.encode(
                new Packet(
                        SamplePackets.CLIENT_6,
                        SamplePackets.SERVER_6,
                        128,
                        new IpFragment(IpFamily.IPV6, 0xABCDEF01, 17, 1480, true, data)),
                0);
        assertThat(BaseEncoding.base16().lowerCase().encode(bytes))
                .startsWith("6000000000102c80")
                .endsWith("110005c9abcdef010102030405060708");
    }

    @ParameterizedTest
    @CsvSource({
        "12, 0x40, the TCP data offset is impossible",
        "12, 0x90, the TCP data offset is impossible",
        "21, 0x03, TCP option 2 has an impossible length",
        "21, 0x01, TCP option 2 has an impossible length",
        "31, 0x03, TCP option 4 has an impossible length",
        "30, 0x02, TCP option 2 is there twice",
        "24, 0x00, the padding behind the TCP options is not zero",
    })
    void decode_wrongTcpHeader_isMalformed(int index, String value, String problem) {
        byte[] bytes = changed(SamplePackets.SYN_4_HEX, TCP_4 + index, Integer.decode(value));
        setTcpChecksum(bytes);

        assertThat(decode(bytes)).isEqualTo(new Decoded.Malformed(problem));
    }

    @ParameterizedTest
    @CsvSource({
        "12, 0x81, reserved TCP control bits",
        "19, 0x01, the urgent pointer",
        "30, 0xFD, TCP option 253",
    })
    void decode_tcpFeatureWithoutPlace_isNotModelled(int index, String value, String feature) {
        byte[] bytes = changed(SamplePackets.SYN_4_HEX, TCP_4 + index, Integer.decode(value));
        setTcpChecksum(bytes);

        assertThat(decode(bytes)).isEqualTo(new Decoded.NotModelled(feature));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0x0B, ICMP type 11 code 3",
        "0, 0x00, ICMP type 0 code 3",
        "7, 0x01, the second word of an ICMP header",
        "17, 0x02, an ICMP error about IGMP",
        "17, 0x01, an ICMP error about ICMP type 192",
    })
    void decode_icmpFeatureWithoutPlace_isNotModelled(int index, String value, String feature) {
        byte[] bytes = changed(SamplePackets.ICMP_4_HEX, TCP_4 + index, Integer.decode(value));
        byte[] quoted = Arrays.copyOfRange(bytes, 28, bytes.length);
        setIpv4Checksum(quoted);
        System.arraycopy(quoted, 0, bytes, 28, quoted.length);
        setChecksum(bytes, TCP_4 + 2, new InternetChecksum());

        assertThat(decode(bytes)).isEqualTo(new Decoded.NotModelled(feature));
    }

    @Test
    void decode_quoteOfEightBytesOfTcp_isNotModelled() {
        byte[] bytes = Arrays.copyOf(bytes(SamplePackets.ICMP_4_HEX), 56);
        bytes[3] = 56;
        setIpv4Checksum(bytes);
        setChecksum(bytes, TCP_4 + 2, new InternetChecksum());

        assertThat(decode(bytes)).isEqualTo(new Decoded.NotModelled("a quote that ends within the TCP header"));
    }

    @Test
    void decode_quoteLongerThanItsPacket_isMalformed() {
        assertThat(decode(icmp4(SamplePackets.SYN_4_HEX + "00")))
                .isEqualTo(new Decoded.Malformed("the ICMP error quotes more than the packet had"));
    }

    @Test
    void decode_quoteOfTheOtherFamily_isMalformed() {
        assertThat(decode(icmp4(SamplePackets.SYN_6_HEX)))
                .isEqualTo(new Decoded.Malformed("the ICMP error quotes a packet of the other family"));
    }

    @Test
    void decode_quoteBeyond576Bytes_isMalformed() {
        assertThat(decode(icmp4("00".repeat(549))))
                .isEqualTo(new Decoded.Malformed("the ICMP error quotes more than it may"));
    }

    @Test
    void decode_flowLabelOrExtensionHeader_isNotModelled() {
        assertThat(decode(changed(SamplePackets.SYN_6_HEX, 3, 1))).isEqualTo(new Decoded.NotModelled("a flow label"));
        assertThat(decode(changed(SamplePackets.SYN_6_HEX, 6, 43)))
                .isEqualTo(new Decoded.NotModelled("IPv6 extension header 43"));
    }

    @Test
    void decode_optionsInAnotherOrderWithEndOfList_areRead() {
        byte[] bytes = bytes(SamplePackets.SYN_4_HEX);
        System.arraycopy(bytes("0402030308020405b4000000"), 0, bytes, TCP_4 + 20, 12);
        setTcpChecksum(bytes);

        assertThat(decode(bytes)).isEqualTo(new Decoded.Whole(SamplePackets.SYN_4, 1, true));
    }

    @Test
    void decode_everyTruncationAndOneByteMore_isMalformed() {
        for (String hex : new String[] {
            SamplePackets.SYN_4_HEX,
            SamplePackets.SYN_6_HEX,
            SamplePackets.ICMP_4_HEX,
            SamplePackets.ICMP_6_HEX,
            SamplePackets.ECHO_4_HEX,
            SamplePackets.ECHO_6_HEX
        }) {
            byte[] bytes = bytes(hex);
            for (int length = 0; length < bytes.length; length++) {
                assertThat(decode(Arrays.copyOf(bytes, length)))
                        .as("%s cut to %d bytes", hex, length)
                        .isInstanceOf(Decoded.Malformed.class);
            }
            assertThat(decode(Arrays.copyOf(bytes, bytes.length + 1))).isInstanceOf(Decoded.Malformed.class);
        }
    }

    /** Returns an ICMP error over IPv4, with right checksums, that quotes these bytes. */
    private static byte[] icmp4(String quote) {
        byte[] bytes = bytes(SamplePackets.ICMP_4_HEX.substring(0, 2 * 28) + quote);
        put16(bytes, 2, bytes.length);
        setIpv4Checksum(bytes);
        setChecksum(bytes, TCP_4 + 2, new InternetChecksum());
        return bytes;
    }

    private static void setIpv4Checksum(byte[] bytes) {
        bytes[10] = 0;
        bytes[11] = 0;
        put16(
                bytes,
                10,
                new InternetChecksum()
                        .add(ByteBuffer.wrap(bytes), 0, Ipv4Header.BYTES)
                        .value());
    }

    private static void setTcpChecksum(byte[] bytes) {
        int length = bytes.length - TCP_4;
        setChecksum(
                bytes, TCP_4 + 16, PseudoHeader.checksum(SamplePackets.CLIENT_4, SamplePackets.SERVER_4, 6, length));
    }

    private static void setChecksum(byte[] bytes, int at, InternetChecksum begun) {
        put16(bytes, at, 0);
        put16(bytes, at, begun.add(ByteBuffer.wrap(bytes), TCP_4, bytes.length).value());
    }

    private static void put16(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    private static byte[] changed(String hex, int index, int value) {
        byte[] bytes = bytes(hex);
        bytes[index] = (byte) value;
        return bytes;
    }

    private static Decoded decode(String hex) {
        return decode(bytes(hex));
    }

    private static Decoded decode(byte[] bytes) {
        return PacketDecoder.decode(bytes);
    }

    private static byte[] bytes(String hex) {
        return BaseEncoding.base16().lowerCase().decode(hex);
    }
}
