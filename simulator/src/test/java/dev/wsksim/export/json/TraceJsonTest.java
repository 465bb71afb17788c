package dev.wsksim.export.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.WaitBegan;
import dev.wsksim.trace.DecisionMade;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of a trace. */
final class TraceJsonTest {

    private static final TraceHeader HEADER = new TraceHeader("1.2.3", "a \"b\"", "a.yaml", 7, "windows-10", "00ff");
    private static final TraceEntry FIRST = new TraceEntry(1, 0, 0, new DecisionMade("a.point", "yes", 2, 3));
    private static final TraceEntry SECOND =
            new TraceEntry(2, 1_500_000, 1, new WaitBegan("System", "e", 1000, Irql.PASSIVE_LEVEL));

    @Test
    void line_ofAnEntry_hasItsPlaceAndTheFieldsThatItVisits() {
        assertThat(TraceJson.line(FIRST))
                .isEqualTo("{\"number\":1,\"cause\":0,\"timeNanos\":0,\"layer\":\"engine\",\"kind\":\"decision\","
                        + "\"fields\":{\"point\":\"a.point\",\"option\":\"yes\",\"count\":2,\"subject\":3},"
                        + "\"text\":\"decision a.point: yes\"}");
        assertThat(TraceJson.line(SECOND))
                .startsWith("{\"number\":2,\"cause\":1,\"timeNanos\":1500000,\"layer\":\"kernel\",")
                .contains("\"timeout\":1000,");
    }

    @Test
    void line_ofARecordThatRepeatsAField_hasAList() {
        TraceRecord report = new TraceRecord() {
            @Override
            public TraceLayer layer() {
                return TraceLayer.NET;
            }

            @Override
            public String kind() {
                return "report";
            }

            @Override
            public void visit(FieldVisitor fields) {
                fields.text("record", "one");
                fields.flag("last", true);
                fields.text("record", "two");
            }

            @Override
            public String describe() {
                return "report";
            }
        };

        assertThat(TraceJson.line(new TraceEntry(1, 0, 0, report)))
                .contains("\"fields\":{\"record\":[\"one\",\"two\"],\"last\":true}");
    }

    @Test
    void write_traceTwice_isAHeaderAndALineEachInEqualBytes(@TempDir Path folder) throws IOException {
        Path one = folder.resolve("one.jsonl");
        Path two = Files.write(folder.resolve("two.jsonl"), new byte[10_000]);
        TraceJson.write(HEADER, List.of(FIRST, SECOND), one);
        TraceJson.write(HEADER, List.of(FIRST, SECOND), two);

        assertThat(Files.readAllLines(one))
                .containsExactly(
                        "{\"wsksim-trace\":1,\"version\":\"1.2.3\",\"scenario\":\"a \\\"b\\\"\",\"file\":\"a.yaml\","
                                + "\"seed\":7,\"profile\":\"windows-10\",\"digest\":\"00ff\",\"entries\":2}",
                        TraceJson.line(FIRST),
                        TraceJson.line(SECOND));
        assertThat(two).hasSameBinaryContentAs(one);
    }

    @Test
    void traceOfManyPieces_isTheSameText_lineByLine(@TempDir Path folder) throws IOException {
        List<TraceEntry> trace = Stream.generate(() -> List.of(FIRST, SECOND))
                .limit(2_000)
                .flatMap(List::stream)
                .toList();
        Path file = folder.resolve("many.jsonl");
        TraceJson.write(HEADER, trace, file);

        assertThat(file).hasContent(TraceJson.text(HEADER, trace));
        assertThat(TraceJson.text(HEADER, trace).lines())
                .hasSize(4_001)
                .startsWith(TraceJson.header(HEADER, 4_000), TraceJson.line(FIRST), TraceJson.line(SECOND))
                .endsWith(TraceJson.line(FIRST), TraceJson.line(SECOND));
    }
}
