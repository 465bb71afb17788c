package dev.wsksim.scenario.report;

/** Marks parts of a report for the eye; a terminal colours them, a file leaves them as they are. */
@FunctionalInterface
public interface Emphasis {
    /** Leaves every text as it is. */
    Emphasis NONE = (part, text) -> text;

    /** What a marked text is. */
    enum Part {
        /** The verdict of a passed run. */
        PASSED,
        /** The verdict of a failed run. */
        FAILED,
        /** The verdict of an inconclusive run. */
        INCONCLUSIVE,
        /** What a reader looks for first. */
        HEADING,
        /** What was expected. */
        EXPECTED,
        /** What happened instead. */
        ACTUAL,
        /** What most readers skip. */
        FAINT
    }

    /** Returns the text with the marks of this part around it; the text itself is unchanged. */
    String mark(Part part, String text);
}
