package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.scenario.model.PacketExpectation;
import dev.wsksim.scenario.model.PacketPattern;
import dev.wsksim.scenario.model.TimeExpectation;
import dev.wsksim.trace.TraceEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the packet that comes nearest to one that a scenario expects.
 *
 * <p>Nearest is first the expected packet at another time, then one with other fields, then the expected one out of its
 * place in the list, then one on another way, and at last a TCP segment with other flags on the same way.
 */
final class PacketNearest {

    private final ImmutableList<TraceEntry> sent;

    /** Looks among the packets that were sent. */
    PacketNearest(ImmutableList<TraceEntry> sent) {
        this.sent = sent;
    }

    /**
     * A packet that comes near.
     *
     * @param entry its entry in the trace
     * @param isSame whether it is the expected one at another time
     * @param shown the packet as it is to be set beside the expected one; absent where it is another kind of packet
     * @param how how it differs, with its instant
     */
    record Near(TraceEntry entry, boolean isSame, Optional<String> shown, String how) {

        private static Near another(TraceEntry entry, String how) {
            return new Near(entry, false, Optional.empty(), how);
        }
    }

    /**
     * Returns the packet that comes nearest.
     *
     * @param wanted what is expected
     * @param from the index of the first packet behind the ones that were found already
     * @param previous when the packet before it was sent, or the start of the run
     */
    Optional<Near> to(PacketExpectation wanted, int from, SimTime previous) {
        return atAnotherTime(wanted, from, previous)
                .or(() -> withOtherFields(wanted, from))
                .or(() -> before(wanted, from))
                .or(() -> elsewhere(wanted))
                .or(() -> withOtherFlags(wanted, from));
    }

    private Optional<Near> atAnotherTime(PacketExpectation wanted, int from, SimTime previous) {
        TimeWindow window = TimeWindow.of(wanted.time(), previous);
        return sent.stream()
                .skip(from)
                .filter(entry -> PacketMatch.matches(wanted, entry))
                .min(Comparator.comparing(entry -> window.distanceTo(entry.time())))
                .map(entry -> new Near(
                        entry,
                        true,
                        Optional.of(PacketMatch.label(entry) + " at " + entry.time()),
                        timing(wanted.time(), entry.time(), previous)));
    }

    /** Tells when a packet was sent whose time is not the expected one, and by how much it is not. */
    static String timing(TimeExpectation wanted, SimTime actual, SimTime previous) {
        TimeWindow window = TimeWindow.of(wanted, previous);
        boolean absolute = wanted.form() == TimeExpectation.Form.AT;
        String place = absolute ? "" : ", " + actual.since(previous) + " after the packet before";
        return "it was sent at " + actual + place + ": " + window.distanceTo(actual) + " too "
                + (window.isAfter(actual) ? "early" : "late");
    }

    private Optional<Near> withOtherFields(PacketExpectation wanted, int from) {
        return sent.stream()
                .skip(from)
                .filter(entry -> PacketMatch.matchesKind(wanted, entry))
                .min(Comparator.comparingInt(entry -> differences(wanted, entry).size()))
                .map(entry -> new Near(
                        entry,
                        false,
                        Optional.of(PacketMatch.label(entry) + ", " + String.join(", ", differences(wanted, entry))
                                + " at " + entry.time()),
                        "this one comes nearest"));
    }

    /** Returns the fields of a packet that are not the expected ones, with the values that they have. */
    static List<String> differences(PacketExpectation wanted, TraceEntry entry) {
        return PacketFields.differences(wanted.fields(), packet(entry));
    }

    private Optional<Near> before(PacketExpectation wanted, int from) {
        return last(sent.stream().limit(from).filter(entry -> PacketMatch.matches(wanted, entry)))
                .map(entry -> Near.another(
                        entry,
                        from > 0 && entry.equals(sent.get(from - 1))
                                ? "the one at " + entry.time() + " is taken for the packet expected before it"
                                : "such a packet was sent at " + entry.time()
                                        + ", before the one that is expected before it"));
    }

    private Optional<Near> elsewhere(PacketExpectation wanted) {
        String back = wanted.to() + " > " + wanted.from();
        List<TraceEntry> others = sent.stream()
                .filter(entry -> PacketMatch.matches(wanted.pattern(), packet(entry)))
                .filter(entry -> !link(entry).equals(wanted.from() + " > " + wanted.to()))
                .toList();
        return others.stream()
                .filter(entry -> !link(entry).equals(back))
                .findFirst()
                .or(() -> others.stream().findFirst())
                .map(entry -> Near.another(
                        entry,
                        "this one comes nearest, on another way: " + PacketMatch.label(entry) + " at " + entry.time()));
    }

    private Optional<Near> withOtherFlags(PacketExpectation wanted, int from) {
        return withOtherFlags(wanted.from() + " > " + wanted.to(), wanted.pattern(), from)
                .or(() -> withOtherFlags(wanted.from() + " > " + wanted.to(), wanted.pattern(), 0))
                .map(entry -> Near.another(
                        entry, "this one comes nearest: " + PacketMatch.label(entry) + " at " + entry.time()));
    }

    /** Returns the TCP segment on a link whose flags differ least from the expected ones, the first of equals. */
    private Optional<TraceEntry> withOtherFlags(String link, PacketPattern pattern, int from) {
        int wanted = PacketMatch.flagsOf(pattern);
        return sent.stream()
                .skip(from)
                .filter(entry -> wanted != 0 && link(entry).equals(link))
                .filter(entry -> packet(entry).payload() instanceof TcpSegment)
                .min(Comparator.comparingInt(entry ->
                        Integer.bitCount(wanted ^ ((TcpSegment) packet(entry).payload()).flags())));
    }

    private static Optional<TraceEntry> last(Stream<TraceEntry> entries) {
        return entries.reduce((earlier, later) -> later);
    }

    private static String link(TraceEntry entry) {
        return ((PacketSent) entry.record()).link();
    }

    private static Packet packet(TraceEntry entry) {
        return ((PacketSent) entry.record()).packet();
    }
}
