package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.scenario.model.Expectations;
import dev.wsksim.scenario.model.PacketCount;
import dev.wsksim.scenario.model.PacketExpectation;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.TimeExpectation;
import dev.wsksim.trace.TraceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares the packets that hosts gave to links with what the scenario expects. */
final class PacketChecks {

    private static final int LISTED = 6;

    private final ImmutableList<TraceEntry> sent;
    private final PacketNearest nearest;
    private final FindingsLog findings;

    PacketChecks(ImmutableList<TraceEntry> trace, FindingsLog findings) {
        this.sent = trace.stream()
                .filter(entry -> entry.record() instanceof PacketSent)
                .collect(ImmutableList.toImmutableList());
        this.nearest = new PacketNearest(sent);
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
            boolean fits = PacketMatch.matches(packet, sent.get(i))
                    && earlier.stream()
                            .anyMatch(place -> place.next() <= index && inTime(packet.time(), time, place.previous()));
            if (fits) {
                places.add(new Place(i + 1, time));
            }
        }
        return places;
    }

    private void missing(PacketExpectation packet, int from, SimTime previous) {
        Optional<PacketNearest.Near> near = nearest.to(packet, from, previous);
        String expected = PacketMatch.text(packet) + PacketMatch.timeText(packet.time());
        String actual = near.flatMap(PacketNearest.Near::shown)
                .orElseGet(() -> sent.isEmpty() ? "no packet was sent" : listing(from));
        String hint = near.map(PacketNearest.Near::how).orElse(sent.isEmpty() ? "" : "nothing like it was sent");
        long entry = near.map(found -> found.entry().number()).orElse(0L);
        if (near.filter(PacketNearest.Near::isSame).isPresent()) {
            findings.add(
                    FindingKind.PACKETS,
                    packet.position(),
                    "an expected packet was sent at another time",
                    expected,
                    actual,
                    hint,
                    entry);
        } else {
            boolean isKind = near.flatMap(PacketNearest.Near::shown).isPresent();
            findings.addAtEnd(
                    FindingKind.PACKETS,
                    packet.position(),
                    "an expected packet was not sent",
                    expected,
                    actual,
                    hint + (isKind ? "; " + listing(from) : ""),
                    entry);
        }
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
            if (i >= expected.size()) {
                another(i, expect.packetsPosition(), "no more packets", actual, "", listing(i));
                return;
            }
            PacketExpectation wanted = expected.get(i);
            boolean fits = PacketMatch.matches(wanted, actual);
            if (!fits || !inTime(wanted.time(), actual.time(), previous)) {
                String wish = PacketMatch.text(wanted) + PacketMatch.timeText(wanted.time());
                String hint = fits
                        ? PacketNearest.timing(wanted.time(), actual.time(), previous)
                        : placesOf(expected, i, actual);
                String differences = PacketMatch.matchesKind(wanted, actual) && !fits
                        ? ", " + String.join(", ", PacketNearest.differences(wanted, actual))
                        : "";
                another(i, wanted.position(), wish, actual, differences, hint);
                return;
            }
            previous = actual.time();
        }
    }

    private void another(
            int index, SourcePosition position, String expected, TraceEntry actual, String differences, String hint) {
        findings.add(
                FindingKind.PACKETS,
                position,
                "packet " + (index + 1) + " is another one",
                expected,
                PacketMatch.label(actual) + differences + " at " + actual.time(),
                hint,
                actual.number());
    }

    /** Tells where the expected packet came, and where the one that came is expected. */
    private String placesOf(List<PacketExpectation> expected, int index, TraceEntry actual) {
        PacketExpectation wanted = expected.get(index);
        List<String> places = new ArrayList<>();
        if (!wanted.fields().isEmpty()) {
            places.add("it is " + ((PacketSent) actual.record()).packet().describe());
        }
        for (int i = index + 1; i < sent.size(); i++) {
            if (PacketMatch.matches(wanted, sent.get(i))) {
                places.add("the expected one came as packet " + (i + 1) + ", at "
                        + sent.get(i).time());
                break;
            }
        }
        for (int i = index + 1; i < expected.size(); i++) {
            if (PacketMatch.matches(expected.get(i), actual)) {
                places.add("the one that came is expected as packet " + (i + 1) + ", in line "
                        + expected.get(i).position().line());
                break;
            }
        }
        return places.isEmpty() ? "no such packet was sent after that" : String.join("; ", places);
    }

    private void checkCount(PacketCount count) {
        String link = count.from() + " > " + count.to();
        List<TraceEntry> onLink = sent.stream()
                .filter(entry -> ((PacketSent) entry.record()).link().equals(link))
                .toList();
        List<TraceEntry> matching = onLink.stream()
                .filter(entry -> PacketMatch.matches(count.pattern(), ((PacketSent) entry.record()).packet()))
                .toList();
        if (matching.size() != count.count()) {
            List<TraceEntry> nearest = matching.isEmpty() ? onLink : matching;
            findings.add(
                    FindingKind.PACKETS,
                    count.position(),
                    "another number of packets was sent",
                    link + " " + count.pattern() + ": " + count.count(),
                    link + " " + count.pattern() + ": " + matching.size(),
                    matching.isEmpty() ? numbers(onLink, link) : times(matching),
                    nearest.isEmpty() ? 0 : nearest.get(nearest.size() - 1).number());
        }
    }

    private static String times(List<TraceEntry> entries) {
        String first = entries.stream()
                .limit(LISTED)
                .map(entry -> entry.time().toString())
                .collect(Collectors.joining(", "));
        int more = entries.size() - LISTED;
        return "sent at " + first
                + (more > 0
                        ? " and " + more + " times more, the last at "
                                + entries.get(entries.size() - 1).time()
                        : "");
    }

    /** Counts what was sent instead, in the notation of the expectation. */
    private static String numbers(List<TraceEntry> entries, String link) {
        Multiset<String> kinds = LinkedHashMultiset.create();
        entries.forEach(
                entry -> kinds.add(((PacketSent) entry.record()).packet().label()));
        return kinds.isEmpty()
                ? "nothing was sent from " + link.replace(" > ", " to ")
                : "sent instead: "
                        + kinds.entrySet().stream()
                                .map(kind -> link + " " + kind.getElement() + ": " + kind.getCount())
                                .collect(Collectors.joining(", "));
    }

    private static boolean inTime(TimeExpectation expected, SimTime actual, SimTime previous) {
        return expected.form() == TimeExpectation.Form.ANY
                || TimeWindow.of(expected, previous).contains(actual);
    }

    private String listing(int from) {
        StringBuilder text = new StringBuilder(from == 0 ? "sent: " : "sent after that: ");
        int shown = 0;
        for (int i = from; i < sent.size() && shown < LISTED; i++, shown++) {
            text.append(shown == 0 ? "" : "; ")
                    .append(PacketMatch.label(sent.get(i)))
                    .append(" at ")
                    .append(sent.get(i).time());
        }
        int more = sent.size() - from - shown;
        return shown == 0 ? "nothing was sent after that" : text + (more > 0 ? "; and " + more + " more" : "");
    }
}
