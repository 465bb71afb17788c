package dev.wsksim.net.packet.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.RandomStream;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.GroupQuery;
import dev.wsksim.net.packet.GroupRecord;
import dev.wsksim.net.packet.GroupReport;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.net.packet.RawPayload;
import dev.wsksim.net.packet.SackBlocks;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.packet.UdpDatagram;

/**
 * Packets with their bytes, worked out apart from the encoder by the layouts of RFC 791, RFC 8200, RFC 9293, RFC 792
 * and RFC 4443; and random packets.
 */
final class SamplePackets {

    private static final int QUOTED_ANYWAY = 400;

    static final IpAddress CLIENT_4 = IpAddress.of("192.0.2.10");
    static final IpAddress SERVER_4 = IpAddress.of("192.0.2.20");
    static final IpAddress CLIENT_6 = IpAddress.of("2001:db8::10");
    static final IpAddress SERVER_6 = IpAddress.of("2001:db8::20");

    static final Packet SYN_4 = new Packet(
            CLIENT_4,
            SERVER_4,
            128,
            new TcpSegment(
                    49152, 445, 0x12345678, 0, TcpFlags.SYN, 65535, TcpOptions.ofSyn(1460, 8, true), ByteSlice.EMPTY));
    /** Identification 1. */
    static final String SYN_4_HEX = "4500003400014000800676a4c000020ac0000214"
            + "c00001bd12345678000000008002ffffc0870000"
            + "020405b40103030801010402";

    static final Packet SYN_6 = new Packet(
            CLIENT_6,
            SERVER_6,
            128,
            new TcpSegment(
                    49152,
                    445,
                    -1,
                    0,
                    TcpFlags.SYN,
                    65535,
                    new TcpOptions(1440, 8, true, true, 10, 0, SackBlocks.NONE),
                    ByteSlice.EMPTY));
    static final String SYN_6_HEX = "6000000000280680"
            + "20010db800000000000000000000001020010db8000000000000000000000020"
            + "c00001bdffffffff00000000a002ffff2aaa0000"
            + "020405a0010303080402080a0000000a00000000";

    static final Packet DATA_4 = new Packet(
            CLIENT_4,
            SERVER_4,
            64,
            new TcpSegment(
                    49152,
                    445,
                    0x12345679,
                    0x9ABCDEF0,
                    TcpFlags.PSH | TcpFlags.ACK,
                    255,
                    new TcpOptions(
                            TcpOptions.ABSENT, TcpOptions.ABSENT, false, true, 0x80000001, 0x12345678, SackBlocks.NONE),
                    ByteSlice.copyOf((byte) 0, (byte) 0, (byte) 0)));
    /** Identification 0xFFFE. */
    static final String DATA_4_HEX = "45000037fffe40004006b6a3c000020ac0000214"
            + "c00001bd123456799abcdef0801800ff64ce0000"
            + "0101080a8000000112345678"
            + "000000";

    static final Packet ICMP_4 = UnreachableKind.PORT.errorAbout(SYN_4, SERVER_4);
    /** Identification 2; that of the quoted packet 1. */
    static final String ICMP_4_HEX = "45000050000200008001b68cc0000214c000020a" + "0303814200000000" + SYN_4_HEX;

    static final Packet ICMP_6 = UnreachableKind.PORT.errorAbout(SYN_6, SERVER_6);
    static final String ICMP_6_HEX = "6000000000583a80"
            + "20010db800000000000000000000002020010db8000000000000000000000010"
            + "01043c4d00000000"
            + SYN_6_HEX;

    static final Packet TOO_BIG_4 = IcmpError.packetTooBig(SYN_4, 1400).from(SERVER_4);
    /** Identification 2; that of the quoted packet 1. */
    static final String TOO_BIG_4_HEX = "45000050000200008001b68cc0000214c000020a" + "03047bc900000578" + SYN_4_HEX;

    static final Packet TOO_BIG_6 = IcmpError.packetTooBig(SYN_6, 1280).from(SERVER_6);
    static final String TOO_BIG_6_HEX = "6000000000583a80"
            + "20010db800000000000000000000002020010db8000000000000000000000010"
            + "0200365100000500"
            + SYN_6_HEX;

    static final Packet ECHO_4 = new Packet(
            CLIENT_4,
            SERVER_4,
            128,
            IcmpEcho.request(IpFamily.IPV4, 0x1234, 1, ByteSlice.copyOf((byte) 'a', (byte) 'b', (byte) 'c')));
    /** Identification 3. */
    static final String ECHO_4_HEX = "4500001f000300008001b6bcc000020ac0000214" + "0800216812340001" + "616263";

    static final Packet ECHO_6 = new Packet(
            SERVER_6,
            CLIENT_6,
            128,
            new IcmpEcho(IpFamily.IPV6, true, 0x1234, 1, ByteSlice.copyOf((byte) 'a', (byte) 'b', (byte) 'c')));
    static final String ECHO_6_HEX = "60000000000b3a80"
            + "20010db800000000000000000000002020010db8000000000000000000000010"
            + "81004c8012340001616263";

    static final Packet UDP_4 =
            new Packet(CLIENT_4, SERVER_4, 128, UdpDatagram.of(49152, 53, ByteSlice.copyOf("hello".getBytes(UTF_8))));
    /** Identification 1. */
    static final String UDP_4_HEX = "45000021000100008011b6acc000020ac0000214" + "c0000035000d77ad" + "68656c6c6f";

    static final Packet UDP_4_WITHOUT_CHECKSUM = new Packet(
            CLIENT_4, SERVER_4, 128, new UdpDatagram(49152, 53, false, ByteSlice.copyOf("hello".getBytes(UTF_8))));
    /** Identification 1. */
    static final String UDP_4_WITHOUT_CHECKSUM_HEX =
            "45000021000100008011b6acc000020ac0000214" + "c0000035000d0000" + "68656c6c6f";

    /** Its checksum comes out as zero, so that all ones are sent. */
    static final Packet UDP_4_ZERO =
            new Packet(CLIENT_4, SERVER_4, 128, UdpDatagram.of(49152, 53, ByteSlice.copyOf((byte) 0xBB, (byte) 0x85)));
    /** Identification 1. */
    static final String UDP_4_ZERO_HEX = "4500001e000100008011b6afc000020ac0000214" + "c0000035000affff" + "bb85";

    static final Packet UDP_6 =
            new Packet(CLIENT_6, SERVER_6, 128, UdpDatagram.of(49152, 53, ByteSlice.copyOf("hello".getBytes(UTF_8))));
    static final String UDP_6_HEX = "60000000000d1180"
            + "20010db800000000000000000000001020010db8000000000000000000000020"
            + "c0000035000da02a"
            + "68656c6c6f";

    static final Packet IGMP_REPORT = new GroupReport(
                    IpFamily.IPV4,
                    ImmutableList.of(
                            GroupRecord.of(GroupRecord.Type.CHANGE_TO_EXCLUDE_MODE, IpAddress.of("239.1.2.3"))))
            .from(CLIENT_4);
    /** Identification 1. */
    static final String IGMP_REPORT_HEX =
            "4600002800010000010282aec000020ae000001694040000" + "2200e8f900000001" + "04000000ef010203";

    static final Packet IGMP_QUERY = GroupQuery.general(IpFamily.IPV4).from(SERVER_4);
    /** Identification 1. */
    static final String IGMP_QUERY_HEX =
            "4600002400010000010282bdc0000214e000000194040000" + "1164ec1e00000000" + "027d0000";

    static final Packet MLD_REPORT = new GroupReport(
                    IpFamily.IPV6,
                    ImmutableList.of(
                            GroupRecord.of(GroupRecord.Type.CHANGE_TO_EXCLUDE_MODE, IpAddress.of("ff05::123"))))
            .from(IpAddress.of("::"));
    static final String MLD_REPORT_HEX = "6000000000240001"
            + "00000000000000000000000000000000ff020000000000000000000000000016"
            + "3a00050200000100"
            + "8f006d6600000001"
            + "04000000ff050000000000000000000000000123";

    static final Packet MLD_QUERY = GroupQuery.general(IpFamily.IPV6).from(IpAddress.of("fe80::1"));
    static final String MLD_QUERY_HEX = "6000000000240001"
            + "fe800000000000000000000000000001ff020000000000000000000000000001"
            + "3a00050200000100"
            + "8200569627100000"
            + "00000000000000000000000000000000"
            + "027d0000";

    static final Packet RAW_4 =
            new Packet(CLIENT_4, SERVER_4, 128, new RawPayload(253, ByteSlice.copyOf((byte) 1, (byte) 2, (byte) 3)));
    /** Identification 1. */
    static final String RAW_4_HEX = "450000170001000080fdb5cac000020ac0000214" + "010203";

    private SamplePackets() {}

    /** Returns a packet of any kind and either family with anything in its fields. */
    static Packet random(RandomStream random) {
        IpFamily family = random.nextInt(2) == 0 ? IpFamily.IPV4 : IpFamily.IPV6;
        if (random.nextInt(8) == 0) {
            return randomGroupMessage(random, family);
        }
        Packet plain = switch (random.nextInt(6)) {
            case 0 -> randomEcho(random, family);
            case 1 -> randomDatagram(random, family);
            case 2 -> randomRaw(random, family);
            default -> randomSegment(random, family);
        };
        return random.nextInt(4) > 0 ? plain : randomError(random, plain);
    }

    private static Packet randomDatagram(RandomStream random, IpFamily family) {
        boolean checksummed = family == IpFamily.IPV6 || random.nextInt(4) > 0;
        UdpDatagram datagram = new UdpDatagram(
                random.nextInt(0x10000),
                random.nextInt(0x10000),
                checksummed,
                randomData(random, random.nextInt(2000)));
        return packet(random, family, datagram);
    }

    private static Packet randomRaw(RandomStream random, IpFamily family) {
        return packet(random, family, new RawPayload(253, randomData(random, random.nextInt(2000))));
    }

    private static Packet randomGroupMessage(RandomStream random, IpFamily family) {
        if (random.nextInt(2) == 0) {
            int millis = 100 * random.nextInt(128);
            return packet(
                    random,
                    family,
                    new GroupQuery(randomAddress(random, family), millis, random.nextInt(8), random.nextInt(128)));
        }
        ImmutableList.Builder<GroupRecord> records = ImmutableList.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
            ImmutableList.Builder<IpAddress> sources = ImmutableList.builder();
            for (int j = random.nextInt(3); j > 0; j--) {
                sources.add(randomAddress(random, family));
            }
            GroupRecord.Type type = GroupRecord.Type.of(1 + random.nextInt(6)).orElseThrow();
            records.add(new GroupRecord(type, randomAddress(random, family), sources.build()));
        }
        return packet(random, family, new GroupReport(family, records.build()));
    }

    private static Packet packet(RandomStream random, IpFamily family, PacketPayload payload) {
        return new Packet(randomAddress(random, family), randomAddress(random, family), random.nextInt(0x100), payload);
    }

    private static Packet randomEcho(RandomStream random, IpFamily family) {
        IcmpEcho echo = IcmpEcho.request(
                family, random.nextInt(0x10000), random.nextInt(0x10000), randomData(random, random.nextInt(2000)));
        return new Packet(
                randomAddress(random, family),
                randomAddress(random, family),
                random.nextInt(0x100),
                random.nextInt(2) == 0 ? echo : echo.reply());
    }

    private static Packet randomError(RandomStream random, Packet offending) {
        IpFamily family = offending.family();
        IcmpErrorKind[] kinds = IcmpErrorKind.values();
        IcmpErrorKind kind = kinds[random.nextInt(kinds.length)];
        while (!kind.isKnownTo(family)) {
            kind = kinds[random.nextInt(kinds.length)];
        }
        int most = kind.hasMtu() ? 0x10000 : kind.hasPointer(family) ? 0x100 : 1;
        return new IcmpError(family, kind, random.nextInt(most), offending).from(randomAddress(random, family));
    }

    private static Packet randomSegment(RandomStream random, IpFamily family) {
        TcpOptions options = new TcpOptions(
                random.nextInt(2) == 0 ? TcpOptions.ABSENT : random.nextInt(0x10000),
                random.nextInt(2) == 0 ? TcpOptions.ABSENT : random.nextInt(0x100),
                random.nextInt(2) == 0,
                false,
                0,
                0,
                random.nextInt(2) == 0 ? SackBlocks.NONE : SackBlocks.of(random.nextInt(), random.nextInt()));
        if (random.nextInt(2) == 0) {
            options = new TcpOptions(
                    options.maxSegmentSize(),
                    options.windowScale(),
                    options.sackPermitted(),
                    true,
                    random.nextInt(),
                    random.nextInt(),
                    options.sackBlocks());
        }
        TcpSegment segment = new TcpSegment(
                random.nextInt(0x10000),
                random.nextInt(0x10000),
                random.nextInt(),
                random.nextInt(),
                random.nextInt(0x100),
                random.nextInt(0x10000),
                options,
                randomData(random, random.nextInt(3) == 0 ? 0 : random.nextInt(2000)));
        return new Packet(randomAddress(random, family), randomAddress(random, family), random.nextInt(0x100), segment);
    }

    /** Zeros follow what every quote in an ICMP error has room for, since that is what decoding fills a cut quote with. */
    private static ByteSlice randomData(RandomStream random, int length) {
        byte[] data = new byte[length];
        for (int i = 0; i < Math.min(length, QUOTED_ANYWAY); i++) {
            data[i] = (byte) random.nextInt();
        }
        return ByteSlice.of(data, 0, length);
    }

    private static IpAddress randomAddress(RandomStream random, IpFamily family) {
        return family == IpFamily.IPV4
                ? IpAddress.ipv4(random.nextInt())
                : IpAddress.ipv6(random.nextLong(), random.nextLong());
    }
}
