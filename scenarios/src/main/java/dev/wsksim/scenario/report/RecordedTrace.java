package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.export.json.TraceJson;
import dev.wsksim.scenario.report.RecordedRuns.NotAResultException;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * A trace as JSON lines tell it.
 *
 * @param header the members of its first line: version, scenario, file, seed, profile, digest, entries
 * @param lines the lines of its entries, as they were read
 */
public record RecordedTrace(ImmutableMap<String, String> header, ImmutableList<String> lines) {

    /**
     * An entry.
     *
     * @param number its number
     * @param cause the number of the entry that it follows from; 0 for none
     * @param timeNanos its instant of virtual time
     * @param layer the label of its layer
     * @param kind its kind
     * @param fields its fields by name, in order, as text
     * @param text what it says
     */
    public record Entry(
            long number,
            long cause,
            long timeNanos,
            String layer,
            String kind,
            ImmutableMap<String, String> fields,
            String text) {}

    /** Takes the lines of a whole file, the header among them. */
    public static RecordedTrace of(List<String> lines) throws NotAResultException {
        if (lines.isEmpty()) {
            throw new NotAResultException("it is empty");
        }
        Map<?, ?> header = object(lines.get(0));
        Object schema = header.get("wsksim-trace");
        if (!(schema instanceof Integer version) || version != TraceJson.SCHEMA) {
            throw new NotAResultException("its first line " + (schema == null ? "has no" : "has another")
                    + " \"wsksim-trace\": " + TraceJson.SCHEMA);
        }
        return new RecordedTrace(texts(header), ImmutableList.copyOf(lines.subList(1, lines.size())));
    }

    /** Returns an entry by its place from 0. */
    public Entry entry(int index) throws NotAResultException {
        Map<?, ?> line = object(lines.get(index));
        ImmutableMap<String, String> texts = texts(line);
        return new Entry(
                number(texts, "number"),
                number(texts, "cause"),
                number(texts, "timeNanos"),
                texts.getOrDefault("layer", ""),
                texts.getOrDefault("kind", ""),
                line.get("fields") instanceof Map<?, ?> fields ? texts(fields) : ImmutableMap.of(),
                texts.getOrDefault("text", ""));
    }

    private static long number(ImmutableMap<String, String> texts, String name) throws NotAResultException {
        try {
            return Long.parseLong(texts.getOrDefault(name, ""));
        } catch (NumberFormatException e) {
            throw new NotAResultException("an entry has no number \"" + name + "\"");
        }
    }

    private static ImmutableMap<String, String> texts(Map<?, ?> object) {
        ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
        object.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        return texts.buildOrThrow();
    }

    private static Map<?, ?> object(String line) throws NotAResultException {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new JsonSchema())
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(Math.max(1, line.length()))
                .setBufferSize(line.length() + 1)
                .setUseMarks(false)
                .build();
        try {
            Object value = new Load(settings).loadFromString(line);
            if (value instanceof Map<?, ?> map) {
                return map;
            }
        } catch (YamlEngineException | StackOverflowError e) {
            throw new NotAResultException("a line of it is not JSON: " + shortened(line));
        }
        throw new NotAResultException("a line of it is no JSON object: " + shortened(line));
    }

    private static String shortened(String line) {
        return VisibleText.line(line.length() > 60 ? line.substring(0, 60) + "..." : line);
    }
}
