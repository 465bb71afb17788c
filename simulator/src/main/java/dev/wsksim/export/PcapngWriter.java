package dev.wsksim.export;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Bytes;
import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.codec.PacketEncoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes captures as pcapng, the format of Wireshark (draft-ietf-opsawg-pcapng): one section with an interface for each
 * capture, the names of the hosts, and the packets with nanoseconds of virtual time.
 *
 * <p>Virtual time 0 is written as 2000-01-01T00:00:00Z. Packets begin with their IP header (link type 101,
 * LINKTYPE_RAW) and have true checksums. The field Identification of IPv4 has the low 16 bits of the packet's number in
 * the network. Equal captures become equal bytes.
 *
 * <p>A packet that several captures have is there several times; a tool that does not filter by interface takes the
 * later ones for retransmissions.
 */
public final class PcapngWriter {

    /** What virtual time 0 is in nanoseconds since 1970-01-01T00:00:00Z: 2000-01-01T00:00:00Z. */
    public static final long EPOCH_NANOS = 946_684_800L * 1_000_000_000L;

    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int VERSION_MAJOR = 1;
    private static final int VERSION_MINOR = 0;
    private static final long LENGTH_UNKNOWN = -1;
    private static final int SECTION_APPLICATION = 4;
    private static final String APPLICATION = "wsksim";
    private static final String ABOUT_TIME = "virtual time 0 is 2000-01-01T00:00:00Z";

    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int LINK_TYPE_RAW = 101;
    private static final int WITHOUT_LIMIT = 0;
    private static final int INTERFACE_NAME = 2;
    private static final int INTERFACE_DESCRIPTION_TEXT = 3;
    private static final int INTERFACE_TIME_RESOLUTION = 9;
    private static final byte NANOSECONDS = 9;

    private static final int NAME_RESOLUTION = 4;
    private static final int NAME_IPV4 = 1;
    private static final int NAME_IPV6 = 2;
    private static final int NAME_END = 0;

    private static final int ENHANCED_PACKET = 6;
    private static final int COMMENT = 1;
    private static final int PACKET_FLAGS = 2;
    private static final int PACKET_ID = 5;
    private static final int FLAG_INBOUND = 1;
    private static final int FLAG_OUTBOUND = 2;

    private static final int IDENTIFICATION_MASK = 0xFFFF;

    private final HostNames names;

    /** Makes a writer that knows hosts by these names. */
    public PcapngWriter(HostNames names) {
        this.names = names;
    }

    /** Writes captures of one trace into one new file, or over an old one. */
    public void write(List<Capture> captures, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(captures, out);
        }
    }

    /** Writes captures of one trace, which makes a whole file; leaves the stream open. */
    public void write(List<Capture> captures, OutputStream out) throws IOException {
        sectionHeader().writeTo(out);
        for (Capture capture : captures) {
            interfaceDescription(capture.point()).writeTo(out);
        }
        if (!names.byAddress().isEmpty()) {
            nameResolution().writeTo(out);
        }
        for (Frame frame : inOrder(captures)) {
            enhancedPacket(frame.captureIndex(), frame.packet()).writeTo(out);
        }
    }

    /** A packet and the index of its capture, which is that of its interface. */
    private record Frame(int captureIndex, CapturedPacket packet) {}

    private static ImmutableList<Frame> inOrder(List<Capture> captures) {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < captures.size(); i++) {
            for (CapturedPacket packet : captures.get(i).packets()) {
                frames.add(new Frame(i, packet));
            }
        }
        frames.sort(Comparator.comparingLong(frame -> frame.packet().entry()));
        return ImmutableList.copyOf(frames);
    }

    private static PcapngBlock sectionHeader() {
        return new PcapngBlock(SECTION_HEADER)
                .unsigned32(BYTE_ORDER_MAGIC)
                .unsigned16(VERSION_MAJOR)
                .unsigned16(VERSION_MINOR)
                .unsigned64(LENGTH_UNKNOWN)
                .option(COMMENT, ABOUT_TIME)
                .option(SECTION_APPLICATION, APPLICATION)
                .endOfOptions();
    }

    private static PcapngBlock interfaceDescription(CapturePoint point) {
        return new PcapngBlock(INTERFACE_DESCRIPTION)
                .unsigned16(LINK_TYPE_RAW)
                .unsigned16(0)
                .unsigned32(WITHOUT_LIMIT)
                .option(INTERFACE_NAME, point.name())
                .option(INTERFACE_DESCRIPTION_TEXT, point.description())
                .option(INTERFACE_TIME_RESOLUTION, new byte[] {NANOSECONDS})
                .endOfOptions();
    }

    private PcapngBlock nameResolution() {
        PcapngBlock block = new PcapngBlock(NAME_RESOLUTION);
        names.byAddress()
                .forEach((address, name) -> block.option(
                        address.family() == IpFamily.IPV4 ? NAME_IPV4 : NAME_IPV6, nameRecord(address, name)));
        return block.option(NAME_END, new byte[0]);
    }

    private static byte[] nameRecord(IpAddress address, String name) {
        byte[] text = (name + '\0').getBytes(StandardCharsets.UTF_8);
        return address.family() == IpFamily.IPV4
                ? Bytes.concat(Ints.toByteArray((int) address.low()), text)
                : Bytes.concat(Longs.toByteArray(address.high()), Longs.toByteArray(address.low()), text);
    }

    private static PcapngBlock enhancedPacket(int interfaceIndex, CapturedPacket captured) {
        byte[] bytes = PacketEncoder.encode(
                captured.packet(), identification(captured.number()), identification(captured.offendingNumber()));
        int flags = captured.direction() == CaptureDirection.INBOUND ? FLAG_INBOUND : FLAG_OUTBOUND;
        return new PcapngBlock(ENHANCED_PACKET)
                .unsigned32(interfaceIndex)
                .unsigned64(EPOCH_NANOS + captured.timeNanos())
                .unsigned32(bytes.length)
                .unsigned32(bytes.length)
                .padded(bytes)
                .option(COMMENT, captured.comment())
                .option(PACKET_FLAGS, Ints.toByteArray(flags))
                .option(PACKET_ID, Longs.toByteArray(captured.number()))
                .endOfOptions();
    }

    private static int identification(long packetNumber) {
        return (int) (packetNumber & IDENTIFICATION_MASK);
    }
}
