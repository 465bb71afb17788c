package dev.wsksim.scenario.report.html;

import com.google.common.collect.ImmutableList;
import dev.wsksim.export.json.JsonLine;
import dev.wsksim.export.json.TraceJson;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.StepTaken;
import dev.wsksim.trace.TraceEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * What the page knows of a run, as text that its script reads: a head, and the trace in pieces.
 *
 * <p>Each piece is there twice. One has the columns that are needed to lay everything out, the other the records
 * themselves, which are read when somebody looks at them; so a page with a million records opens quickly and stays
 * small in memory. Pieces are compressed (RFC 1951) and written in base 64.
 */
final class RunData {
    /** How many entries a piece has. */
    static final int PIECE = 2000;

    private final ScenarioResult result;
    private final SourceListing source;
    private final Lanes lanes;
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private final Map<String, Integer> layerNames = new LinkedHashMap<>();
    private final Map<String, Integer> entities = new LinkedHashMap<>();

    /** Takes a result and the lines of its scenario. */
    RunData(ScenarioResult result, SourceListing source) {
        this.result = result;
        this.source = source;
        this.lanes =
                new Lanes(result.scenario().hosts().stream().map(HostSpec::name).toList());
        result.trace().forEach(lanes::add);
    }

    /** Returns the pieces of the columns; call it before {@link #head()}, which names what they number. */
    ImmutableList<String> columns() {
        ImmutableList.Builder<String> pieces = ImmutableList.builder();
        int[] lines = lines();
        for (int from = 0; from < result.trace().size(); from += PIECE) {
            pieces.add(compressed(columns(from, Math.min(result.trace().size(), from + PIECE), lines)));
        }
        return pieces.build();
    }

    /** Returns the pieces of the records. */
    ImmutableList<String> records() {
        ImmutableList.Builder<String> pieces = ImmutableList.builder();
        for (int from = 0; from < result.trace().size(); from += PIECE) {
            StringBuilder piece = new StringBuilder("[");
            for (TraceEntry entry :
                    result.trace().subList(from, Math.min(result.trace().size(), from + PIECE))) {
                piece.append(piece.length() == 1 ? "" : ",").append(TraceJson.line(entry));
            }
            pieces.add(compressed(piece.append(']').toString()));
        }
        return pieces.build();
    }

    /** Returns what holds for the whole run. */
    String head() {
        JsonLine json = new JsonLine().beginObject();
        json.text("name", result.name()).text("file", result.file());
        json.text("verdict", result.verdict().label()).number("seed", result.seed());
        json.text("profile", result.profile().label()).text("digest", result.digest());
        json.number("entries", result.trace().size()).number("piece", PIECE);
        json.beginList("lanes");
        lanes.names().forEach(json::element);
        json.endList().beginList("kinds");
        kinds.keySet().forEach(json::element);
        json.endList().beginList("layers");
        layerNames.keySet().forEach(json::element);
        json.endList().beginList("entities");
        entities.keySet().forEach(json::element);
        json.endList().beginList("yaml");
        source.lines().forEach(json::element);
        json.endList().beginList("files");
        source.headings().forEach(heading -> json.element(Integer.toString(heading)));
        json.endList().beginList("findings");
        result.findings().forEach(finding -> write(finding, json));
        return json.endList().endObject().toString();
    }

    private void write(Finding finding, JsonLine json) {
        List<TraceEntry> evidence = finding.evidence();
        json.beginObject()
                .text("title", finding.title())
                .text("kind", finding.kind().label());
        json.number("line", source.number(finding.position()));
        json.number(
                "entry",
                evidence.isEmpty() ? 0 : evidence.get(evidence.size() - 1).number());
        json.text("at", finding.at().toString()).endObject();
    }

    private String columns(int from, int to, int[] lines) {
        Column times = new Column();
        Column causes = new Column();
        Column layers = new Column();
        Column kindNumbers = new Column();
        Column starts = new Column();
        Column ends = new Column();
        Column mains = new Column();
        Column yaml = new Column();
        Column objects = new Column();
        JsonLine json = new JsonLine().beginObject().beginList("labels");
        for (int index = from; index < to; index++) {
            TraceEntry entry = result.trace().get(index);
            Lanes.Place place = lanes.of(index);
            times.add(entry.timeNanos()
                    - (index == from ? 0 : result.trace().get(index - 1).timeNanos()));
            causes.add(entry.cause());
            layers.add(number(entry.record().layer().label(), layerNames));
            kindNumbers.add(number(entry.record().kind(), kinds));
            starts.add(place.from());
            ends.add(place.to());
            mains.add(place.main() ? 1 : 0);
            yaml.add(lines[index]);
            objects.add(place.entity().isEmpty() ? -1 : number(place.entity(), entities));
            json.element(place.label());
        }
        return json.endList()
                .text("times", times.toString())
                .text("causes", causes.toString())
                .text("layers", layers.toString())
                .text("kinds", kindNumbers.toString())
                .text("starts", starts.toString())
                .text("ends", ends.toString())
                .text("mains", mains.toString())
                .text("yaml", yaml.toString())
                .text("entities", objects.toString())
                .endObject()
                .toString();
    }

    private static int number(String name, Map<String, Integer> numbers) {
        Integer known = numbers.get(name);
        if (known == null) {
            known = numbers.size();
            numbers.put(name, known);
        }
        return known;
    }

    /** Returns for each entry the line of the scenario that it follows from; 0 where there is none. */
    private int[] lines() {
        int[] lines = new int[result.trace().size()];
        for (int index = 0; index < lines.length; index++) {
            TraceEntry entry = result.trace().get(index);
            int own = lineOf(entry);
            lines[index] = own > 0 || entry.cause() == 0 ? own : lines[(int) entry.cause() - 1];
        }
        return lines;
    }

    private int lineOf(TraceEntry entry) {
        return entry.record() instanceof StepTaken step ? source.number(step.file(), step.line()) : 0;
    }

    private static String compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes, raw)) {
            deflated.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        } finally {
            raw.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Numbers with commas between them. */
    private static final class Column {
        private final StringBuilder text = new StringBuilder();

        void add(long value) {
            text.append(text.isEmpty() ? "" : ",").append(value);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
