package dev.wsksim.trace;

/**
 * One thing that happened, as an immutable record of the layer in which it happened.
 *
 * <p>A record says everything about itself through {@link #kind} and {@link #visit}; what it does not visit is not
 * in the digest.
 */
public interface TraceRecord {

    /** Returns the layer. */
    TraceLayer layer();

    /**
     * Returns the kind of thing that happened, in kebab case, for example {@code irp-completed}. A class whose records
     * are alike but for one word, such as {@code socket-created} and {@code socket-freed}, has a kind for each.
     */
    String kind();

    /** Gives all fields to a visitor, always in the same order. */
    void visit(FieldVisitor fields);

    /** Says in one line, in the words of the layer's users, what happened. */
    String describe();
}
