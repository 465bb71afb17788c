package dev.wsksim.export.json;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceEntry;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * Writes a trace as JSON lines: a header, then an object for each entry, each in a line of its own.
 *
 * <p>An entry has its number, the one that it follows from (0 for none), its instant in nanoseconds of virtual time,
 * layer, kind, the fields that the record itself gives to a visitor, and what the trace says as text. A text that it gives
 * several times under one name becomes a list. Programs read
 * kind and fields; the wording of the text may change with any version. The form is that of
 * {@code docs/reference/trace-1.schema.json}. Equal traces become equal bytes.
 */
public final class TraceJson {

    /** The version of the form. It rises when a reader of the old form would be misled, not when something is added. */
    public static final int SCHEMA = 1;

    private TraceJson() {}

    /** Writes a whole trace into a new file, or over an old one. */
    public static void write(TraceHeader header, List<TraceEntry> trace, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(header(header, trace.size()));
            out.write('\n');
            for (TraceEntry entry : trace) {
                out.write(line(entry));
                out.write('\n');
            }
        }
    }

    /**
     * Returns the first line, without a line end.
     *
     * @param entries how many lines follow
     */
    public static String header(TraceHeader header, int entries) {
        return new JsonLine()
                .beginObject()
                .number("wsksim-trace", SCHEMA)
                .text("version", header.version())
                .text("scenario", header.scenario())
                .text("file", header.file())
                .number("seed", header.seed())
                .text("profile", header.profile())
                .text("digest", header.digest())
                .number("entries", entries)
                .endObject()
                .toString();
    }

    /** Returns the line of an entry, without a line end. */
    public static String line(TraceEntry entry) {
        JsonLine json = new JsonLine().beginObject();
        json.number("number", entry.number()).number("cause", entry.cause()).number("timeNanos", entry.timeNanos());
        json.text("layer", entry.record().layer().label())
                .text("kind", entry.record().kind());
        json.beginObject("fields");
        Fields fields = new Fields();
        entry.record().visit(fields);
        fields.values.asMap().forEach((name, values) -> write(name, values, json));
        return json.endObject()
                .text("text", entry.record().describe())
                .endObject()
                .toString();
    }

    private static void write(String name, Collection<Object> values, JsonLine json) {
        if (values.size() > 1) {
            json.beginList(name);
            values.forEach(value -> json.element(value.toString()));
            json.endList();
            return;
        }
        Object value = values.iterator().next();
        if (value instanceof Long number) {
            json.number(name, number);
        } else if (value instanceof Boolean flag) {
            json.flag(name, flag);
        } else {
            json.text(name, value.toString());
        }
    }

    /** Collects the fields of a record: texts, numbers and truth values. */
    private static final class Fields implements FieldVisitor {

        final ListMultimap<String, Object> values =
                MultimapBuilder.linkedHashKeys().arrayListValues(1).build();

        @Override
        public void text(String name, String value) {
            values.put(name, value);
        }

        @Override
        public void number(String name, long value) {
            values.put(name, value);
        }

        @Override
        public void flag(String name, boolean value) {
            values.put(name, value);
        }

        @Override
        public void nanos(String name, long nanos) {
            values.put(name, nanos);
        }
    }
}
