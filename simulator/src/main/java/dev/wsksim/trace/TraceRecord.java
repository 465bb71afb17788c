package dev.wsksim.trace;

/**
 * One thing that happened, as an immutable record of the layer in which it happened.
 *
 * <p>A record says everything about itself through {@link #visit}; what it does not visit is neither in the digest nor
 * in any output.
 */
public interface TraceRecord {

    /** Returns the layer. */
    TraceLayer layer();

    /**
     * Returns the kind of thing that happened, in kebab case, for example {@code irp-completed}; constant for the
     * class.
     */
    String kind();

    /** Gives all fields to a visitor, always in the same order. */
    void visit(FieldVisitor fields);

    /** Says in one line, in the words of the layer's users, what happened. */
    String describe();
}
