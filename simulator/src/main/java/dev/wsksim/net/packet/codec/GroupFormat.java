package dev.wsksim.net.packet.codec;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.GroupMessage;
import dev.wsksim.net.packet.GroupQuery;
import dev.wsksim.net.packet.GroupRecord;
import dev.wsksim.net.packet.GroupReport;
import dev.wsksim.net.packet.IcmpMessage;
import java.nio.ByteBuffer;

/**
 * The bytes of IGMPv3 (RFC 3376 section 4) and MLDv2 (RFC 3810 section 5) messages.
 *
 * <p>Times that need the floating-point form of their fields, queries with senders or the flag S, and auxiliary data in
 * records are not modelled; nor are the messages of older versions.
 */
final class GroupFormat {

    private static final int HEADER_BYTES = 8;
    private static final int CHECKSUM_OFFSET = 2;
    /** The unit of Max Resp Code of IGMP is a tenth of a second; that of MLD a millisecond. */
    private static final int MILLIS_PER_TENTH = 100;
    /** From here on the field is a floating-point number. */
    private static final int FLOATING_4 = 0x80;

    private static final int FLOATING_6 = 0x8000;
    private static final int ROBUSTNESS_MASK = 0x07;

    private GroupFormat() {}

    /** Tells whether an ICMPv6 message is one of MLD. */
    static boolean isMld(ByteBuffer in, IpFamily family) {
        if (family == IpFamily.IPV4 || !in.hasRemaining()) {
            return false;
        }
        int type = Byte.toUnsignedInt(in.get(in.position()));
        return type == GroupQuery.TYPE_6 || type == GroupReport.TYPE_6;
    }

    /** Writes a message with its checksum at the buffer's position. */
    static void write(GroupMessage message, IpAddress source, IpAddress destination, ByteBuffer out) {
        int begin = out.position();
        if (message instanceof GroupQuery query) {
            writeQuery(query, out);
        } else if (message instanceof GroupReport report) {
            writeReport(report, out);
        }
        int length = out.position() - begin;
        int checksum = checksum(source, destination, out, begin, length);
        out.putShort(begin + CHECKSUM_OFFSET, (short) checksum);
    }

    private static void writeQuery(GroupQuery query, ByteBuffer out) {
        out.put((byte) query.type());
        if (query.family() == IpFamily.IPV4) {
            int code = query.maxResponseMillis() / MILLIS_PER_TENTH;
            if (query.maxResponseMillis() % MILLIS_PER_TENTH != 0 || code >= FLOATING_4) {
                throw new IllegalArgumentException("no Max Resp Code says " + query.maxResponseMillis() + " ms");
            }
            out.put((byte) code).putShort((short) 0).putInt((int) query.group().low());
        } else {
            if (query.maxResponseMillis() >= FLOATING_6) {
                throw new IllegalArgumentException(
                        "no Maximum Response Code says " + query.maxResponseMillis() + " ms");
            }
            out.put((byte) 0).putShort((short) 0);
            out.putShort(HeaderField.unsigned16("Maximum Response Code", query.maxResponseMillis()))
                    .putShort((short) 0);
            out.putLong(query.group().high()).putLong(query.group().low());
        }
        if (query.robustness() > ROBUSTNESS_MASK || query.intervalSeconds() >= FLOATING_4) {
            throw new IllegalArgumentException("no query says a robustness of " + query.robustness()
                    + " and an interval of " + query.intervalSeconds() + " s");
        }
        out.put(HeaderField.unsigned8("robustness", query.robustness()));
        out.put(HeaderField.unsigned8("interval", query.intervalSeconds()));
        out.putShort((short) 0);
    }

    private static void writeReport(GroupReport report, ByteBuffer out) {
        out.put((byte) report.type()).put((byte) 0).putShort((short) 0).putShort((short) 0);
        out.putShort(
                HeaderField.unsigned16("number of records", report.records().size()));
        for (GroupRecord each : report.records()) {
            out.put((byte) each.type().number()).put((byte) 0);
            out.putShort(
                    HeaderField.unsigned16("number of sources", each.sources().size()));
            writeAddress(each.group(), report.family(), out);
            each.sources().forEach(source -> writeAddress(source, report.family(), out));
        }
    }

    private static void writeAddress(IpAddress address, IpFamily family, ByteBuffer out) {
        if (address.family() != family) {
            throw new IllegalArgumentException(address + " is no " + family + " address");
        }
        if (family == IpFamily.IPV4) {
            out.putInt((int) address.low());
        } else {
            out.putLong(address.high()).putLong(address.low());
        }
    }

    /** Reads a message that fills the rest of the buffer. */
    static GroupMessage read(ByteBuffer in, IpAddress source, IpAddress destination) throws UndecodableException {
        boolean ipv4 = source.family() == IpFamily.IPV4;
        String name = ipv4 ? "IGMP" : "MLD";
        if (in.remaining() < HEADER_BYTES) {
            throw UndecodableException.malformed("the bytes end within the " + name + " header");
        }
        if (checksum(source, destination, in, in.position(), in.remaining()) != 0) {
            throw UndecodableException.malformed("the " + name + " checksum is wrong");
        }
        int type = Byte.toUnsignedInt(in.get());
        if (type == (ipv4 ? GroupQuery.TYPE_4 : GroupQuery.TYPE_6)) {
            return readQuery(in, source.family(), name);
        }
        if (type == (ipv4 ? GroupReport.TYPE_4 : GroupReport.TYPE_6)) {
            return readReport(in, source.family(), name);
        }
        throw UndecodableException.notModelled(name + " type " + type);
    }

    private static GroupQuery readQuery(ByteBuffer in, IpFamily family, String name) throws UndecodableException {
        boolean ipv4 = family == IpFamily.IPV4;
        int code4 = Byte.toUnsignedInt(in.get());
        in.getShort();
        int expected = ipv4 ? 8 : 24;
        if (in.remaining() < expected) {
            // RFC 3376 section 7.1 and RFC 3810 section 8.1: the length tells the version.
            throw UndecodableException.notModelled("an " + name + " query of an older version");
        }
        int code6 = ipv4 ? 0 : Short.toUnsignedInt(in.getShort());
        int reserved = ipv4 ? 0 : in.getShort();
        IpAddress group = readAddress(in, family);
        int robustness = Byte.toUnsignedInt(in.get());
        int interval = Byte.toUnsignedInt(in.get());
        int sources = Short.toUnsignedInt(in.getShort());
        if (sources != 0 || robustness > ROBUSTNESS_MASK || reserved != 0 || (!ipv4 && code4 != 0)) {
            throw UndecodableException.notModelled("an " + name + " query with senders or flags");
        }
        if (code4 >= FLOATING_4 || code6 >= FLOATING_6 || interval >= FLOATING_4) {
            throw UndecodableException.notModelled("an " + name + " query with a floating-point time");
        }
        requireEnd(in, name);
        return new GroupQuery(group, ipv4 ? code4 * MILLIS_PER_TENTH : code6, robustness, interval);
    }

    private static GroupReport readReport(ByteBuffer in, IpFamily family, String name) throws UndecodableException {
        int reserved = in.get();
        in.getShort();
        reserved |= in.getShort();
        if (reserved != 0) {
            throw UndecodableException.notModelled("reserved bits of an " + name + " report");
        }
        int count = Short.toUnsignedInt(in.getShort());
        ImmutableList.Builder<GroupRecord> records = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            records.add(readRecord(in, family, name));
        }
        requireEnd(in, name);
        return new GroupReport(family, records.build());
    }

    private static GroupRecord readRecord(ByteBuffer in, IpFamily family, String name) throws UndecodableException {
        int addressBytes = family.bits() / Byte.SIZE;
        if (in.remaining() < Integer.BYTES + addressBytes) {
            throw UndecodableException.malformed("the bytes end within an " + name + " record");
        }
        int number = Byte.toUnsignedInt(in.get());
        GroupRecord.Type type = GroupRecord.Type.of(number).orElse(null);
        int auxiliary = in.get();
        if (type == null || auxiliary != 0) {
            throw UndecodableException.notModelled("an " + name + " record of type " + number + " or with extra data");
        }
        int count = Short.toUnsignedInt(in.getShort());
        IpAddress group = readAddress(in, family);
        if (in.remaining() < count * addressBytes) {
            throw UndecodableException.malformed("the bytes end within an " + name + " record");
        }
        ImmutableList.Builder<IpAddress> sources = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            sources.add(readAddress(in, family));
        }
        return new GroupRecord(type, group, sources.build());
    }

    private static IpAddress readAddress(ByteBuffer in, IpFamily family) {
        return family == IpFamily.IPV4 ? IpAddress.ipv4(in.getInt()) : IpAddress.ipv6(in.getLong(), in.getLong());
    }

    private static void requireEnd(ByteBuffer in, String name) throws UndecodableException {
        if (in.hasRemaining()) {
            throw UndecodableException.malformed("there are bytes behind the " + name + " message");
        }
    }

    /** Only MLD covers the pseudo-header, being a part of ICMPv6 (RFC 3376 section 4.1.2, RFC 3810 section 5.1.3). */
    private static int checksum(IpAddress source, IpAddress destination, ByteBuffer bytes, int begin, int length) {
        InternetChecksum checksum = source.family() == IpFamily.IPV4
                ? new InternetChecksum()
                : PseudoHeader.checksum(source, destination, IcmpMessage.PROTOCOL_6, length);
        return checksum.add(bytes, begin, begin + length).value();
    }
}
