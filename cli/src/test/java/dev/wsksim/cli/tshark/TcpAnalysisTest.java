package dev.wsksim.cli.tshark;

import static dev.wsksim.export.CaptureDirection.INBOUND;
import static dev.wsksim.export.CaptureDirection.OUTBOUND;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.cli.reference.BundledRuns;
import dev.wsksim.cli.tshark.Captures.Frame;
import dev.wsksim.export.CaptureDirection;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.tcp.DuplicateAckArrived;
import dev.wsksim.net.tcp.ProbeSent;
import dev.wsksim.net.tcp.SegmentRetransmitted;
import dev.wsksim.net.tcp.SynResentAfterRst;
import dev.wsksim.net.tcp.SynRetransmitted;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares what Wireshark makes of TCP segments with what our trace says of the same ones, over captures of all bundled
 * scenarios, each taken at the host of which the trace speaks.
 */
class TcpAnalysisTest {

    private static final ImmutableList<String> FIELDS = ImmutableList.of(
            "tcp.analysis.retransmission",
            "tcp.analysis.fast_retransmission",
            "tcp.analysis.spurious_retransmission",
            "tcp.analysis.out_of_order",
            "tcp.analysis.duplicate_ack",
            "tcp.analysis.zero_window",
            "tcp.analysis.zero_window_probe",
            "tcp.analysis.keep_alive",
            "tcp.analysis.window_update",
            "_ws.col.Info");

    @TempDir
    private static Path folder;

    private static List<Frame> frames = new ArrayList<>();
    private static List<List<String>> analysis = new ArrayList<>();

    @BeforeAll
    static void capture() throws IOException {
        Tshark.require();
        Path file = folder.resolve("all.pcapng");
        Captures captures = new Captures(file);
        try (captures) {
            BundledRuns.forEach(result -> addAll(result, captures));
            Transfers.play().forEach(result -> addAll(result, captures));
        }
        frames = captures.frames();
        analysis = Tshark.read(file, FIELDS);
        assertThat(analysis).hasSameSizeAs(frames);
    }

    /**
     * Adds the captures of a run, but for routers, which see every packet twice, and for runs with forged segments, which
     * are not the work of the TCP whose trace is compared.
     */
    private static void addAll(ScenarioResult result, Captures captures) {
        if (result.scenario().tags().contains("forged")) {
            return;
        }
        result.scenario().hosts().stream()
                .filter(host -> !host.router())
                .forEach(host -> captures.addApart(result, host.name()));
    }

    @AfterAll
    static void forget() {
        frames = List.of();
        analysis = List.of();
    }

    private static boolean has(int frame, String... fields) {
        for (String field : fields) {
            if (!analysis.get(frame)
                    .get(FIELDS.indexOf("tcp.analysis." + field))
                    .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * A window that is rounded down to nothing by its scale may still take a byte (RFC 7323 section 2.4), so that the next
     * probe is a byte further. Wireshark expects a probe not to be taken, and loses track.
     */
    private static boolean isScaledProbe(Frame frame) {
        return follows(frame, cause -> isProbe(cause, "window probe"))
                && frame.result().trace().stream()
                        .filter(entry -> entry.record() instanceof PacketSent)
                        .map(entry -> ((PacketSent) entry.record()).packet().payload())
                        .filter(payload -> payload instanceof TcpSegment syn && syn.has(TcpFlags.SYN))
                        .allMatch(payload -> ((TcpSegment) payload).options().windowScale() != TcpOptions.ABSENT);
    }

    /** Lists the frames of a direction on which we and Wireshark differ. */
    private static List<String> differences(CaptureDirection direction, Predicate<Frame> ours, String... fields) {
        return segments(direction)
                .filter(i -> !isScaledProbe(frames.get(i)))
                .filter(i -> ours.test(frames.get(i)) != has(i, fields))
                .mapToObj(i -> frames.get(i).where()
                        + (ours.test(frames.get(i)) ? " is one: " : " is none: ")
                        + analysis.get(i).get(FIELDS.size() - 1))
                .toList();
    }

    private static IntStream segments(CaptureDirection direction) {
        return IntStream.range(0, frames.size())
                .filter(i -> frames.get(i).packet().packet().payload() instanceof TcpSegment)
                .filter(i -> frames.get(i).packet().direction() == direction);
    }

    private static long count(CaptureDirection direction, Predicate<Frame> ours) {
        return segments(direction).filter(i -> ours.test(frames.get(i))).count();
    }

    private static TraceEntry entry(Frame frame) {
        return entry(frame.result(), frame.packet().entry());
    }

    private static TraceEntry entry(ScenarioResult result, long number) {
        return result.trace().get((int) number - 1);
    }

    private static boolean follows(Frame frame, Predicate<TraceRecord> cause) {
        long number = entry(frame).cause();
        return number > 0 && cause.test(entry(frame.result(), number).record());
    }

    /** Whether a segment goes again. */
    private static boolean isRetransmission(TraceRecord record) {
        return record instanceof SynRetransmitted
                || record instanceof SynResentAfterRst
                || record instanceof SegmentRetransmitted;
    }

    /** Whether this host took the segment for a duplicate acknowledgment when it came. */
    private static boolean isDuplicateAck(Frame frame) {
        return frame.result().trace().stream()
                .anyMatch(entry ->
                        entry.cause() == frame.packet().entry() && entry.record() instanceof DuplicateAckArrived);
    }

    private static boolean isZeroWindow(Frame frame) {
        TcpSegment segment = segment(frame);
        return segment.window() == 0 && (segment.flags() & (TcpFlags.SYN | TcpFlags.FIN | TcpFlags.RST)) == 0;
    }

    private static boolean isProbe(TraceRecord record, String what) {
        return record instanceof ProbeSent probe && probe.what().equals(what);
    }

    /** Wireshark takes one byte sent again for a keep-alive, whose form it has. */
    private static boolean isOneByteAgain(Frame frame) {
        return segment(frame).data().length() == 1 && follows(frame, TcpAnalysisTest::isRetransmission);
    }

    /** The SYN+ACK of a simultaneous open has the number of the SYN before it, so Wireshark takes it for the SYN again. */
    private static boolean isSimultaneousSynAck(Frame frame) {
        return segment(frame).flags() == (TcpFlags.SYN | TcpFlags.ACK)
                && frame.result().trace().stream()
                        .anyMatch(entry -> entry.record() instanceof PacketSent sent
                                && sent.packet().payload() instanceof TcpSegment syn
                                && syn.sourcePort() == segment(frame).sourcePort()
                                && syn.flags() == TcpFlags.SYN
                                && syn.sequence() == segment(frame).sequence());
    }

    @Test
    void retransmissions_areThose() {
        Predicate<Frame> ours = frame -> isSimultaneousSynAck(frame)
                || (follows(frame, TcpAnalysisTest::isRetransmission) && !isOneByteAgain(frame));

        // Wireshark guesses that what comes quickly after its successor was overtaken; at the sender nothing is.
        assertThat(differences(
                        OUTBOUND,
                        ours,
                        "retransmission",
                        "fast_retransmission",
                        "spurious_retransmission",
                        "out_of_order"))
                .isEmpty();
        assertThat(count(OUTBOUND, ours)).isGreaterThan(100);
    }

    @Test
    void keepAlives_areThose() {
        Predicate<Frame> ours = frame -> isOneByteAgain(frame) || follows(frame, cause -> isProbe(cause, "keep-alive"));

        assertThat(differences(OUTBOUND, ours, "keep_alive")).isEmpty();
        assertThat(count(OUTBOUND, ours)).isPositive();
    }

    @Test
    void windowProbes_areThose() {
        Predicate<Frame> ours = frame -> follows(frame, cause -> isProbe(cause, "window probe"));

        assertThat(differences(OUTBOUND, ours, "zero_window_probe")).isEmpty();
        assertThat(count(OUTBOUND, ours.and(frame -> !isScaledProbe(frame)))).isPositive();
    }

    @Test
    void zeroWindows_areThose() {
        assertThat(differences(INBOUND, TcpAnalysisTest::isZeroWindow, "zero_window"))
                .isEmpty();
        assertThat(differences(OUTBOUND, TcpAnalysisTest::isZeroWindow, "zero_window"))
                .isEmpty();
        assertThat(count(OUTBOUND, TcpAnalysisTest::isZeroWindow)).isPositive();
    }

    /**
     * Wireshark and RFC 6675 have two different rules. The RFC counts what tells, by selective acknowledgment, of data that
     * it did not tell of before, whatever its window is; Wireshark counts what repeats an acknowledgment without a change
     * of the window. Neither matters where nothing is outstanding (RFC 5681 section 2).
     */
    @Test
    void duplicateAcks_areThoseButForSelectiveOnes() {
        List<String> unlike = new ArrayList<>();
        long alike = 0;
        for (int i : segments(INBOUND).filter(TcpAnalysisTest::isOutstanding).toArray()) {
            boolean ours = isDuplicateAck(frames.get(i));
            boolean theirs = has(i, "duplicate_ack");
            boolean selective = segment(frames.get(i)).options().sackBlocks().count() > 0;
            alike += ours && theirs ? 1 : 0;
            if (ours && !theirs && !(selective && has(i, "window_update"))) {
                unlike.add(frames.get(i).where() + " is one for us only");
            } else if (theirs && !ours && !selective) {
                unlike.add(frames.get(i).where() + " is one for Wireshark only");
            }
        }

        assertThat(unlike).isEmpty();
        assertThat(alike).isGreaterThan(50);
        assertThat(differences(INBOUND, frame -> isDuplicateAck(frame), "duplicate_ack"))
                .hasSizeLessThan((int) alike / 5);
    }

    /** Tells whether the receiver of a segment has sent data that it does not acknowledge. */
    private static boolean isOutstanding(int index) {
        Frame frame = frames.get(index);
        TcpSegment segment = segment(frame);
        for (int i = index - 1; i >= 0 && frames.get(i).result() == frame.result(); i--) {
            Frame before = frames.get(i);
            if (before.host().equals(frame.host())
                    && before.packet().direction() == OUTBOUND
                    && before.packet().packet().payload() instanceof TcpSegment sent
                    && sent.sourcePort() == segment.destinationPort()
                    && !sent.data().isEmpty()
                    && sent.sequence() + sent.data().length() - segment.acknowledgment() > 0) {
                return true;
            }
        }
        return false;
    }

    private static TcpSegment segment(Frame frame) {
        return (TcpSegment) frame.packet().packet().payload();
    }
}
