package dev.wsksim.export.json;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes the lines of a trace one behind the other.
 *
 * <p>The fields of a record are written while it visits them. Few records give a field twice, which becomes a list where
 * it was first; only for these all fields are kept, and written anew.
 */
final class TraceLines implements FieldVisitor {

    private final JsonLine json = new JsonLine();
    private final List<String> names = new ArrayList<>();
    private boolean repeated;

    /** Writes the first line; so many entries follow. */
    void header(TraceHeader header, int entries) {
        json.beginObject()
                .number("wsksim-trace", TraceJson.SCHEMA)
                .text("version", header.version())
                .text("scenario", header.scenario())
                .text("file", header.file())
                .number("seed", header.seed())
                .text("profile", header.profile())
                .text("digest", header.digest())
                .number("entries", entries)
                .endObject()
                .endLine();
    }

    /** Writes the line of an entry. */
    void entry(TraceEntry entry) {
        TraceRecord written = entry.record();
        json.beginObject();
        json.number("number", entry.number()).number("cause", entry.cause()).number("timeNanos", entry.timeNanos());
        json.text("layer", written.layer().label()).text("kind", written.kind());
        json.beginObject("fields");
        int before = json.length();
        names.clear();
        repeated = false;
        written.visit(this);
        if (repeated) {
            json.cut(before);
            new Kept(written).write(json);
        }
        json.endObject().text("text", written.describe()).endObject().endLine();
    }

    /** Returns how many characters were written since they were last taken. */
    int length() {
        return json.length();
    }

    /** Takes what was written. */
    String take() {
        String lines = json.toString();
        json.cut(0);
        return lines;
    }

    @Override
    public void text(String name, String value) {
        note(name);
        json.text(name, value);
    }

    @Override
    public void number(String name, long value) {
        note(name);
        json.number(name, value);
    }

    @Override
    public void flag(String name, boolean value) {
        note(name);
        json.flag(name, value);
    }

    @Override
    public void nanos(String name, long nanos) {
        number(name, nanos);
    }

    private void note(String name) {
        repeated |= names.contains(name);
        if (!repeated) {
            names.add(name);
        }
    }

    /** All fields of a record: texts, numbers and truth values. */
    private static final class Kept implements FieldVisitor {

        private final ListMultimap<String, Object> values =
                MultimapBuilder.linkedHashKeys().arrayListValues(1).build();

        Kept(TraceRecord written) {
            written.visit(this);
        }

        void write(JsonLine json) {
            values.asMap().forEach((name, all) -> write(name, all, json));
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
