package dev.wsksim.trace;

/** A record with one field of every type, and two texts that could run into each other. */
record Sample(TraceLayer layer, String kind, String first, String second, long number, boolean flag, long nanos)
        implements TraceRecord {

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("first", first);
        fields.text("second", second);
        fields.number("number", number);
        fields.flag("flag", flag);
        fields.nanos("nanos", nanos);
    }

    @Override
    public String describe() {
        return kind + " " + first + " " + second;
    }
}
