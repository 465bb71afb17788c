package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
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
import dev.wsksim.scenario.model.Expectations;
import dev.wsksim.scenario.model.FieldExpectation;
import dev.wsksim.scenario.model.PacketCount;
import dev.wsksim.scenario.model.PacketExpectation;
import dev.wsksim.scenario.model.PacketKind;
import dev.wsksim.scenario.model.PacketPattern;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.TimeExpectation;
import dev.wsksim.trace.TraceEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares the packets that hosts gave to links with what the scenario expects. */
final class PacketChecks {

    private final ImmutableList<TraceEntry> sent;
    private final FindingsLog findings;

    PacketChecks(ImmutableList<TraceEntry> trace, FindingsLog findings) {
        this.sent = trace.stream()
                .filter(entry -> entry.record() instanceof PacketSent)
                .collect(ImmutableList.toImmutableList());
        this.findings = findings;
    }

    void check(Expectations expect) {
        if (expect.packetsExactly()) {
            checkExactly(expect);
        } else {
            checkSubsequence(expect.packets());
        }
        for (PacketCount count : expect.packetCounts()) {
            checkCount(count);
        }
    }

    /**
     * Every expected packet must have been sent in order; others may lie between them. A packet may fit an expectation
     * and yet have the next one too early or too late behind it, so all that fit are followed.
     */
    private void checkSubsequence(List<PacketExpectation> expected) {
        List<Place> ends = List.of(new Place(0, SimTime.START));
        for (PacketExpectation packet : expected) {
            List<Place> next = placesBehind(packet, ends);
            if (next.isEmpty()) {
                missing(packet, ends.get(0).next(), ends.get(0).previous());
                return;
            }
            ends = next;
        }
    }

    /**
     * A place in the list of sent packets.
     *
     * @param next the index of the packet behind it
     * @param previous when the packet before it was sent, or the start of the run
     */
    private record Place(int next, SimTime previous) {}

    /** Returns the places right behind the packets that fit, each seen from one of the earlier places; the first one first. */
    private List<Place> placesBehind(PacketExpectation packet, List<Place> earlier) {
        List<Place> places = new ArrayList<>();
        for (int i = earlier.get(0).next(); i < sent.size(); i++) {
            int index = i;
            SimTime time = sent.get(i).time();
            boolean fits = matches(packet, sent.get(i))
                    && earlier.stream()
                            .anyMatch(place -> place.next() <= index && inTime(packet.time(), time, place.previous()));
            if (fits) {
                places.add(new Place(i + 1, time));
            }
        }
        return places;
    }

    private void missing(PacketExpectation packet, int from, SimTime previous) {
        Optional<TraceEntry> nearest =
                sent.stream().skip(from).filter(entry -> matches(packet, entry)).findFirst();
        Optional<TraceEntry> other = nearest.isPresent() ? Optional.empty() : withOtherFields(packet, from);
        String hint = nearest.map(entry -> "such a packet was sent at " + entry.time() + ", "
                        + entry.time().since(previous) + " after the packet before")
                .or(() -> other.map(entry -> "this one comes nearest; " + listing(from)))
                .orElse("no such packet was sent after " + previous);
        findings.add(
                FindingKind.PACKETS,
                packet.position(),
                "an expected packet was not sent",
                text(packet) + timeText(packet.time()),
                sent.isEmpty()
                        ? "no packet was sent"
                        : other.map(entry -> withDifferences(packet, entry)).orElseGet(() -> listing(from)),
                hint,
                nearest.or(() -> other).map(TraceEntry::number).orElse(0L));
    }

    /** Returns the packet of the kind of which the fewest fields are others than expected, the first of equals. */
    private Optional<TraceEntry> withOtherFields(PacketExpectation packet, int from) {
        return sent.stream()
                .skip(from)
                .filter(entry -> matchesKind(packet, entry))
                .min(Comparator.comparingInt(entry -> differences(packet, entry).size()));
    }

    private static ImmutableList<String> differences(PacketExpectation packet, TraceEntry entry) {
        return PacketFields.differences(packet.fields(), ((PacketSent) entry.record()).packet());
    }

    private static String withDifferences(PacketExpectation packet, TraceEntry entry) {
        return label(entry) + ", " + String.join(", ", differences(packet, entry)) + " at " + entry.time();
    }

    private void checkExactly(Expectations expect) {
        List<PacketExpectation> expected = expect.packets();
        SimTime previous = SimTime.START;
        for (int i = 0; i < Math.max(expected.size(), sent.size()); i++) {
            if (i >= sent.size()) {
                missing(expected.get(i), i, previous);
                return;
            }
            TraceEntry actual = sent.get(i);
            boolean fits = i < expected.size()
                    && matches(expected.get(i), actual)
                    && inTime(expected.get(i).time(), actual.time(), previous);
            if (!fits) {
                boolean hasFields =
                        i < expected.size() && !expected.get(i).fields().isEmpty();
                boolean otherFields =
                        hasFields && matchesKind(expected.get(i), actual) && !matches(expected.get(i), actual);
                SourcePosition position = i < expected.size() ? expected.get(i).position() : expect.position();
                findings.add(
                        FindingKind.PACKETS,
                        position,
                        "packet " + (i + 1) + " is another one",
                        i < expected.size()
                                ? text(expected.get(i))
                                        + timeText(expected.get(i).time())
                                : "no more packets",
                        otherFields ? withDifferences(expected.get(i), actual) : label(actual) + " at " + actual.time(),
                        hasFields
                                ? "it is "
                                        + ((PacketSent) actual.record())
                                                .packet()
                                                .describe()
                                : "",
                        actual.number());
                return;
            }
            previous = actual.time();
        }
    }

    private void checkCount(PacketCount count) {
        String link = count.from() + " > " + count.to();
        List<TraceEntry> matching = new ArrayList<>();
        for (TraceEntry entry : sent) {
            PacketSent record = (PacketSent) entry.record();
            if (record.link().equals(link) && matches(count.pattern(), record.packet())) {
                matching.add(entry);
            }
        }
        if (matching.size() != count.count()) {
            StringBuilder times = new StringBuilder();
            matching.forEach(
                    entry -> times.append(times.length() == 0 ? "" : ", ").append(entry.time()));
            findings.add(
                    FindingKind.PACKETS,
                    count.position(),
                    "another number of packets was sent",
                    link + " " + count.pattern() + ": " + count.count(),
                    Integer.toString(matching.size()),
                    matching.isEmpty() ? "" : "they were sent at " + times,
                    matching.isEmpty() ? 0 : matching.get(matching.size() - 1).number());
        }
    }

    private static boolean matches(PacketExpectation expected, TraceEntry entry) {
        return matchesKind(expected, entry)
                && PacketFields.match(expected.fields(), ((PacketSent) entry.record()).packet());
    }

    private static boolean matchesKind(PacketExpectation expected, TraceEntry entry) {
        PacketSent actual = (PacketSent) entry.record();
        return actual.link().equals(expected.from() + " > " + expected.to())
                && matches(expected.pattern(), actual.packet());
    }

    private static boolean matches(PacketPattern pattern, Packet packet) {
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

    private static int flagsOf(PacketPattern pattern) {
        return TcpFlags.parse(pattern.toString())
                .orElseThrow(() -> new AssertionError("the loader reads only known flags"));
    }

    private static boolean inTime(TimeExpectation expected, SimTime actual, SimTime previous) {
        return expected.form() == TimeExpectation.Form.ANY
                || TimeWindow.of(expected, previous).contains(actual);
    }

    private String listing(int from) {
        StringBuilder text = new StringBuilder(from == 0 ? "sent: " : "sent after that: ");
        int shown = 0;
        for (int i = from; i < sent.size() && shown < 6; i++, shown++) {
            text.append(shown == 0 ? "" : "; ")
                    .append(label(sent.get(i)))
                    .append(" at ")
                    .append(sent.get(i).time());
        }
        int more = sent.size() - from - shown;
        return shown == 0 ? "nothing was sent after that" : text + (more > 0 ? "; and " + more + " more" : "");
    }

    private static String label(TraceEntry entry) {
        PacketSent record = (PacketSent) entry.record();
        return record.link() + ": " + record.packet().label();
    }

    private static String text(PacketExpectation packet) {
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

    private static String timeText(TimeExpectation time) {
        return time.form() == TimeExpectation.Form.ANY ? "" : " " + time;
    }
}
