package dev.wsksim.trace;

/** Receives the fields of a trace record one by one; the digest, the text and the JSON writers are such visitors. */
public interface FieldVisitor {

    /** Receives a text. */
    void text(String name, String value);

    /** Receives a whole number: a count, a port, an identity. */
    void number(String name, long value);

    /** Receives a truth value. */
    void flag(String name, boolean value);

    /** Receives a length of virtual time in nanoseconds. */
    void nanos(String name, long nanos);
}
