package dev.wsksim.export.diagram;

/** Something that a diagram shows: an arrow or a note. */
public sealed interface DiagramEvent permits Arrow, Note {

    /** Returns the number of the trace entry with which it begins. */
    long entry();

    /** Returns when it begins, in nanoseconds of virtual time. */
    long timeNanos();
}
