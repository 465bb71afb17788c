package dev.wsksim.trace;

import dev.wsksim.engine.SimDuration;

/** Writes the fields of a record as {@code name=value} pairs, for records that have no better words for themselves. */
final class RecordText implements FieldVisitor {

    private final StringBuilder text = new StringBuilder();

    /** Returns the kind of a record and all its fields in one line. */
    static String of(TraceRecord record) {
        RecordText visitor = new RecordText();
        visitor.text.append(record.kind());
        record.visit(visitor);
        return visitor.text.toString();
    }

    private RecordText() {}

    @Override
    public void text(String name, String value) {
        text.append(' ').append(name).append('=').append(value);
    }

    @Override
    public void number(String name, long value) {
        text.append(' ').append(name).append('=').append(value);
    }

    @Override
    public void flag(String name, boolean value) {
        if (value) {
            text.append(' ').append(name);
        }
    }

    @Override
    public void nanos(String name, long nanos) {
        text.append(' ').append(name).append('=').append(new SimDuration(nanos));
    }
}
