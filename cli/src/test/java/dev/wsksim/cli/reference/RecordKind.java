package dev.wsksim.cli.reference;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceRecord;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A kind of trace record, as far as the records that were shown to it tell. */
final class RecordKind {

    private final String layer;
    private final Map<String, Set<FieldType>> fields = new LinkedHashMap<>();
    private final Set<String> always = new LinkedHashSet<>();
    private boolean seen;
    private boolean open;

    RecordKind(String layer) {
        this.layer = layer;
    }

    /** What the value of a field is. */
    enum FieldType {
        TEXT("string", ""),
        NUMBER("integer", ""),
        FLAG("boolean", ""),
        TEXTS("array", "several texts under one name"),
        NANOS("integer", "nanoseconds of virtual time");

        final String schemaType;
        final String description;

        FieldType(String schemaType, String description) {
            this.schemaType = schemaType;
            this.description = description;
        }
    }

    /** Learns from a record of this kind. */
    void learn(TraceRecord record) {
        Map<String, FieldType> found = fieldsOf(record);
        if (found.remove(SampleValues.MARK) != null) {
            open = true;
        }
        found.forEach((name, type) ->
                fields.computeIfAbsent(name, unknown -> new TreeSet<>()).add(type));
        if (seen) {
            always.retainAll(found.keySet());
        } else {
            always.addAll(found.keySet());
            seen = true;
        }
    }

    /** Returns the fields of a record in their order. */
    static Map<String, FieldType> fieldsOf(TraceRecord record) {
        Map<String, FieldType> found = new LinkedHashMap<>();
        record.visit(new FieldVisitor() {
            @Override
            public void text(String name, String value) {
                add(name, FieldType.TEXT);
            }

            @Override
            public void number(String name, long value) {
                add(name, FieldType.NUMBER);
            }

            @Override
            public void flag(String name, boolean value) {
                add(name, FieldType.FLAG);
            }

            @Override
            public void nanos(String name, long nanos) {
                add(name, FieldType.NANOS);
            }

            private void add(String name, FieldType type) {
                FieldType before = found.put(name, type);
                if (before == FieldType.TEXT || before == FieldType.TEXTS) {
                    found.put(name, FieldType.TEXTS);
                } else if (before != null) {
                    throw new AssertionError(record.kind() + " has two fields named " + name);
                }
            }
        });
        return found;
    }

    String layer() {
        return layer;
    }

    /** Returns the types of each field. */
    Map<String, Set<FieldType>> fields() {
        return fields;
    }

    /** Tells whether every record has this field. */
    boolean isAlways(String field) {
        return always.contains(field);
    }

    /** Tells whether records also have text fields whose names depend on what they tell of. */
    boolean isOpen() {
        return open;
    }
}
