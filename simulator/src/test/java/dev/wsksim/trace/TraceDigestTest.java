package dev.wsksim.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.Limits;
import dev.wsksim.engine.SimulationLoop;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TraceDigestTest {

    private static final Sample SAMPLE = new Sample(TraceLayer.NET, "segment", "a", "bc", 1, true, 2);

    @Test
    void hex_emptyTrace_isTheSha256OfNothing() {
        assertThat(new TraceDigest().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void hex_oneEntry_isTheSha256OfTheDocumentedBytes() throws NoSuchAlgorithmException {
        ByteBuffer bytes = ByteBuffer.allocate(1_000);
        bytes.putLong(5).putLong(3);
        putText(bytes, "net");
        putText(bytes, "segment");
        bytes.put((byte) 't');
        putText(bytes, "a");
        bytes.put((byte) 't');
        putText(bytes, "bc");
        bytes.put((byte) 'n')
                .putLong(1)
                .put((byte) 'y')
                .put((byte) 'd')
                .putLong(2)
                .put((byte) 'e');
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(bytes.flip());
        assertThat(digestOf(new TraceEntry(1, 5, 3, SAMPLE)))
                .isEqualTo(HexFormat.of().formatHex(sha256.digest()));
    }

    @Test
    void hex_sameEntries_isTheSame() {
        assertThat(digestOf(new TraceEntry(1, 5, 0, SAMPLE)))
                .isEqualTo(digestOf(new TraceEntry(1, 5, 0, copy(SAMPLE))));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void hex_anySingleChange_isAnother(TraceEntry mutation) {
        TraceEntry original = new TraceEntry(2, 5, 1, SAMPLE);
        assertThat(digestOf(mutation)).isNotEqualTo(digestOf(original));
        TraceEntry before = new TraceEntry(1, 0, 0, SAMPLE);
        TraceEntry after = new TraceEntry(3, 9, 2, SAMPLE);
        assertThat(digestOf(before, mutation, after)).isNotEqualTo(digestOf(before, original, after));
    }

    static Stream<TraceEntry> mutations() {
        return Stream.of(
                new TraceEntry(2, 6, 1, SAMPLE),
                new TraceEntry(2, 5, 0, SAMPLE),
                new TraceEntry(2, 5, 1L << 56 | 1, SAMPLE),
                entry(new Sample(TraceLayer.WSK, "segment", "a", "bc", 1, true, 2)),
                entry(new Sample(TraceLayer.NET, "segmenT", "a", "bc", 1, true, 2)),
                entry(new Sample(TraceLayer.NET, "segment", "b", "bc", 1, true, 2)),
                entry(new Sample(TraceLayer.NET, "segment", "a", "bd", 1, true, 2)),
                entry(new Sample(TraceLayer.NET, "segment", "ab", "c", 1, true, 2)),
                entry(new Sample(TraceLayer.NET, "segment", "", "abc", 1, true, 2)),
                entry(new Sample(TraceLayer.NET, "segment", "a\u0100", "bc", 1, true, 2)),
                entry(new Sample(TraceLayer.NET, "segment", "\u0161", "bc", 1, true, 2)),
                entry(new Sample(TraceLayer.NET, "segment", "a", "bc", 2, true, 2)),
                entry(new Sample(TraceLayer.NET, "segment", "a", "bc", -1, true, 2)),
                entry(new Sample(TraceLayer.NET, "segment", "a", "bc", 1L << 40 | 1, true, 2)),
                entry(new Sample(TraceLayer.NET, "segment", "a", "bc", 1, false, 2)),
                entry(new Sample(TraceLayer.NET, "segment", "a", "bc", 1, true, 3)));
    }

    @Test
    void hex_orderOrNumberOfEntries_matters() {
        TraceEntry first = new TraceEntry(1, 5, 0, SAMPLE);
        TraceEntry second = new TraceEntry(2, 5, 0, new DecisionMade("p", "o", 2, 1));
        assertThat(digestOf(first, second)).isNotEqualTo(digestOf(second, first));
        assertThat(digestOf(first, first)).isNotEqualTo(digestOf(first));
    }

    @Test
    void hex_fieldMovedToTheNextEntry_isAnother() {
        TraceEntry long1 = new TraceEntry(1, 0, 0, fields(visitor -> {
            visitor.flag("a", true);
            visitor.flag("b", true);
        }));
        TraceEntry short1 = new TraceEntry(1, 0, 0, fields(visitor -> visitor.flag("a", true)));
        assertThat(digestOf(long1, short1)).isNotEqualTo(digestOf(short1, long1));
    }

    @Test
    void hex_numberOrDurationOrText_areNotTheSameField() {
        List<String> digests = List.of(
                digestOf(new TraceEntry(1, 0, 0, fields(visitor -> visitor.number("a", 1)))),
                digestOf(new TraceEntry(1, 0, 0, fields(visitor -> visitor.nanos("a", 1)))),
                digestOf(new TraceEntry(1, 0, 0, fields(visitor -> visitor.text("a", "1")))));
        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void hex_askedInBetween_changesNothing() {
        TraceDigest asked = new TraceDigest();
        TraceDigest unasked = new TraceDigest();
        for (int i = 0; i < 1_000; i++) {
            TraceEntry entry = new TraceEntry(i + 1, i, i, SAMPLE);
            asked.accept(entry);
            unasked.accept(entry);
            asked.hex();
        }
        assertThat(asked.hex()).isEqualTo(unasked.hex()).matches("[0-9a-f]{64}");
    }

    @Test
    void hex_textsLongerThanTheBuffer_areSummedWhole() {
        String text = "x".repeat(100_000);
        String first = digestOf(entry(new Sample(TraceLayer.NET, "k", text + "a", "", 1, true, 2)));
        assertThat(digestOf(entry(new Sample(TraceLayer.NET, "k", text + "b", "", 1, true, 2))))
                .isNotEqualTo(first);
    }

    @Test
    void digest_whoeverElseListens_isTheSame() {
        TraceDigest alone = new TraceDigest();
        simulate(alone);
        TraceDigest accompanied = new TraceDigest();
        TraceLog log = new TraceLog(10);
        simulate(log, accompanied, entry -> RecordText.of(entry.record()));
        assertThat(accompanied.hex()).isEqualTo(alone.hex());
        assertThat(log.dropped()).isPositive();
    }

    /** A small world in which things follow from each other over time. */
    private static void simulate(TraceSink... sinks) {
        SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
        Trace trace = new Trace(loop);
        for (TraceSink sink : sinks) {
            trace.addSink(sink);
        }
        for (int i = 0; i < 50; i++) {
            int number = i;
            loop.schedule(i % 7, () -> {
                trace.emit(new Sample(TraceLayer.NET, "sent", "a", "b", number, false, 0));
                loop.schedule(3, () -> trace.emit(new Sample(TraceLayer.NET, "got", "b", "a", number, true, 3)));
            });
        }
        loop.run();
    }

    private static TraceEntry entry(TraceRecord record) {
        return new TraceEntry(2, 5, 1, record);
    }

    private static Sample copy(Sample s) {
        return new Sample(s.layer(), new String(s.kind()), s.first(), s.second(), s.number(), s.flag(), s.nanos());
    }

    private static TraceRecord fields(Consumer<FieldVisitor> fields) {
        return new TraceRecord() {
            @Override
            public TraceLayer layer() {
                return TraceLayer.NET;
            }

            @Override
            public String kind() {
                return "k";
            }

            @Override
            public void visit(FieldVisitor visitor) {
                fields.accept(visitor);
            }

            @Override
            public String describe() {
                return "";
            }
        };
    }

    private static String digestOf(TraceEntry... entries) {
        TraceDigest digest = new TraceDigest();
        for (TraceEntry entry : entries) {
            digest.accept(entry);
        }
        return digest.hex();
    }

    private static void putText(ByteBuffer bytes, String text) {
        bytes.putLong(text.length());
        for (char c : text.toCharArray()) {
            bytes.put((byte) c).put((byte) (c >> 8));
        }
    }
}
