package dev.wsksim.scenario.run;

import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.GroupQuery;
import dev.wsksim.net.packet.GroupReport;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.NeighborMessage;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.RawPayload;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.scenario.model.FieldExpectation;
import dev.wsksim.scenario.model.PacketExpectation;
import dev.wsksim.scenario.model.PacketKind;
import dev.wsksim.scenario.model.PacketPattern;
import dev.wsksim.scenario.model.TimeExpectation;
import dev.wsksim.trace.TraceEntry;

/** Tells whether a packet is what a scenario expects, and writes both in the notation of the language. */
final class PacketMatch {

    private PacketMatch() {}

    /** Tells whether a packet goes the expected way, is of the expected kind, and has the expected fields. */
    static boolean matches(PacketExpectation expected, TraceEntry entry) {
        return matchesKind(expected, entry)
                && PacketFields.match(expected.fields(), ((PacketSent) entry.record()).packet());
    }

    /** Tells whether a packet goes the expected way and is of the expected kind. */
    static boolean matchesKind(PacketExpectation expected, TraceEntry entry) {
        PacketSent actual = (PacketSent) entry.record();
        return actual.link().equals(expected.from() + " > " + expected.to())
                && matches(expected.pattern(), actual.packet());
    }

    /** Tells whether a packet is of a kind. */
    static boolean matches(PacketPattern pattern, Packet packet) {
        if (packet.payload() instanceof TcpSegment segment) {
            return !pattern.flags().isEmpty() && flagsOf(pattern) == segment.flags();
        }
        if (packet.payload() instanceof IcmpError error && pattern.icmp().isPresent()) {
            return error.kind() == PeerOutcomes.kind(pattern.icmp().get()).error();
        }
        return pattern.kind().filter(kind -> isOfKind(kind, packet)).isPresent();
    }

    private static boolean isError(Packet packet, IcmpErrorKind kind) {
        return packet.payload() instanceof IcmpError error && error.kind() == kind;
    }

    private static boolean isOfKind(PacketKind kind, Packet packet) {
        return switch (kind) {
            case UDP -> packet.payload() instanceof UdpDatagram;
            case ECHO_REQUEST -> packet.payload() instanceof IcmpEcho echo && !echo.isReply();
            case ECHO_REPLY -> packet.payload() instanceof IcmpEcho echo && echo.isReply();
            case TOO_BIG -> isError(packet, IcmpErrorKind.PACKET_TOO_BIG);
            case HOP_LIMIT -> isError(packet, IcmpErrorKind.HOP_LIMIT_EXCEEDED);
            case REASSEMBLY -> isError(packet, IcmpErrorKind.REASSEMBLY_TIME_EXCEEDED);
            case FRAGMENT -> packet.payload() instanceof IpFragment;
            case NEIGHBOR_REQUEST -> packet.payload() instanceof NeighborMessage message && !message.isAnswer();
            case NEIGHBOR_REPLY -> packet.payload() instanceof NeighborMessage message && message.isAnswer();
            case IGMP_QUERY -> packet.family() == IpFamily.IPV4 && packet.payload() instanceof GroupQuery;
            case IGMP_REPORT -> packet.family() == IpFamily.IPV4 && packet.payload() instanceof GroupReport;
            case MLD_QUERY -> packet.family() == IpFamily.IPV6 && packet.payload() instanceof GroupQuery;
            case MLD_REPORT -> packet.family() == IpFamily.IPV6 && packet.payload() instanceof GroupReport;
            case RAW -> packet.payload() instanceof RawPayload;
        };
    }

    /** Returns the bits of the flags of a TCP segment; 0 for what is none. */
    static int flagsOf(PacketPattern pattern) {
        if (pattern.flags().isEmpty()) {
            return 0;
        }
        return TcpFlags.parse(pattern.toString())
                .orElseThrow(() -> new AssertionError("the loader reads only known flags"));
    }

    /** Returns a packet that was sent, as the language writes it: {@code client > server: SYN}. */
    static String label(TraceEntry entry) {
        PacketSent record = (PacketSent) entry.record();
        return record.link() + ": " + record.packet().label();
    }

    /** Returns an expected packet as the language writes it. */
    static String text(PacketExpectation packet) {
        StringBuilder text = new StringBuilder()
                .append(packet.from())
                .append(" > ")
                .append(packet.to())
                .append(": ")
                .append(packet.pattern());
        for (FieldExpectation field : packet.fields()) {
            text.append(", ").append(field);
        }
        return text.toString();
    }

    /** Returns an expected time to stand behind a packet; empty for any time. */
    static String timeText(TimeExpectation time) {
        return time.form() == TimeExpectation.Form.ANY ? "" : " " + time;
    }
}
