package dev.wsksim.cli.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.cli.reference.RecordKind.FieldType;
import dev.wsksim.export.json.TraceJson;
import dev.wsksim.trace.TraceLayer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JSON Schema of a line of a trace, written from the kinds of records that there are. */
final class TraceSchema {

    private static final ImmutableMap<String, Object> STRING = ImmutableMap.of("type", "string");
    private static final ImmutableMap<String, Object> COUNT = ImmutableMap.of("type", "integer", "minimum", 0);

    private TraceSchema() {}

    static String text() {
        ImmutableMap.Builder<String, Object> defs = ImmutableMap.builder();
        ImmutableList.Builder<Object> dispatch = ImmutableList.builder();
        RecordKinds.all().byName().forEach((name, kind) -> {
            defs.put(name, kind(kind));
            dispatch.add(ImmutableMap.of(
                    "if", ImmutableMap.of("properties", ImmutableMap.of("kind", ImmutableMap.of("const", name))),
                    "then", ImmutableMap.of("$ref", "#/$defs/" + name)));
        });
        StringBuilder out = new StringBuilder();
        write(
                ImmutableMap.builder()
                        .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                        .put("title", "a line of a wsksim trace, version " + TraceJson.SCHEMA)
                        .put(
                                "description",
                                "The first line is the header; every other one is an entry. A program that reads"
                                        + " version " + TraceJson.SCHEMA
                                        + " has to bear kinds and fields that are not here, which later versions of"
                                        + " wsksim may add.")
                        .put("if", ImmutableMap.of("required", ImmutableList.of("wsksim-trace")))
                        .put("then", header())
                        .put("else", entry(dispatch.build()))
                        .put("$defs", defs.buildOrThrow())
                        .buildOrThrow(),
                0,
                out);
        return out.append('\n').toString();
    }

    private static ImmutableMap<String, Object> header() {
        return object(ImmutableMap.<String, Object>builder()
                .put("wsksim-trace", ImmutableMap.of("const", TraceJson.SCHEMA))
                .put("version", described("string", "the version of wsksim"))
                .put("scenario", described("string", "the name of the scenario, with its variant"))
                .put("file", described("string", "where the scenario was loaded from"))
                .put("seed", ImmutableMap.of("type", "integer"))
                .put("profile", STRING)
                .put("digest", ImmutableMap.of("type", "string", "pattern", "^[0-9a-f]{64}$"))
                .put("entries", described("integer", "how many lines follow"))
                .buildOrThrow());
    }

    private static ImmutableMap<String, Object> entry(ImmutableList<Object> dispatch) {
        ImmutableList<String> layers =
                Arrays.stream(TraceLayer.values()).map(TraceLayer::label).collect(ImmutableList.toImmutableList());
        ImmutableList<String> kinds =
                ImmutableList.copyOf(RecordKinds.all().byName().keySet());
        return ImmutableMap.<String, Object>builder()
                .putAll(object(ImmutableMap.<String, Object>builder()
                        .put("number", described("integer", "its number in the trace, from 1"))
                        .put("cause", described("integer", "the number of the entry that it follows from; 0 for none"))
                        .put("timeNanos", COUNT)
                        .put("layer", ImmutableMap.of("enum", layers))
                        .put("kind", ImmutableMap.of("enum", kinds))
                        .put("fields", ImmutableMap.of("type", "object"))
                        .put("text", described("string", "for people; the wording may change with any version"))
                        .buildOrThrow()))
                .put("allOf", dispatch)
                .buildOrThrow();
    }

    private static ImmutableMap<String, Object> kind(RecordKind kind) {
        ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
        kind.fields().forEach((name, types) -> {
            if (!kind.isOpen() || kind.isAlways(name)) {
                fields.put(name, field(types));
            }
        });
        List<String> required =
                kind.fields().keySet().stream().filter(kind::isAlways).toList();
        ImmutableMap<String, Object> inner = ImmutableMap.of(
                "properties",
                fields.buildOrThrow(),
                "required",
                required,
                "additionalProperties",
                kind.isOpen() ? STRING : false);
        return ImmutableMap.of(
                "properties", ImmutableMap.of("layer", ImmutableMap.of("const", kind.layer()), "fields", inner));
    }

    private static ImmutableMap<String, Object> field(Set<FieldType> types) {
        ImmutableList<String> names =
                types.stream().map(type -> type.schemaType).distinct().collect(ImmutableList.toImmutableList());
        FieldType first = types.iterator().next();
        Object type = names.size() == 1 ? names.get(0) : names;
        return first.description.isEmpty()
                ? ImmutableMap.of("type", type)
                : ImmutableMap.of("type", type, "description", first.description);
    }

    private static ImmutableMap<String, Object> described(String type, String description) {
        return ImmutableMap.of("type", type, "description", description);
    }

    private static ImmutableMap<String, Object> object(ImmutableMap<String, Object> properties) {
        return ImmutableMap.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                properties.keySet().asList(),
                "additionalProperties",
                false);
    }

    private static void write(Object value, int depth, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            boolean small = map.values().stream().noneMatch(member -> member instanceof Map || member instanceof List);
            String separator = small ? " " : "\n" + "  ".repeat(depth + 1);
            out.append('{');
            for (Iterator<? extends Map.Entry<?, ?>> rest = map.entrySet().iterator(); rest.hasNext(); ) {
                Map.Entry<?, ?> member = rest.next();
                out.append(separator).append('"').append(member.getKey()).append("\": ");
                write(member.getValue(), depth + 1, out);
                out.append(rest.hasNext() ? "," : small ? " " : "\n" + "  ".repeat(depth));
            }
            out.append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (Iterator<?> rest = list.iterator(); rest.hasNext(); ) {
                write(rest.next(), depth, out);
                out.append(rest.hasNext() ? ", " : "");
            }
            out.append(']');
        } else if (value instanceof String text) {
            out.append('"')
                    .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        } else {
            out.append(value);
        }
    }
}
