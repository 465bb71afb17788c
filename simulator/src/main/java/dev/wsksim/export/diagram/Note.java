package dev.wsksim.export.diagram;

/**
 * Something that happened in one column.
 *
 * @param entry the number of the trace entry
 * @param timeNanos when it happened
 * @param host the column
 * @param text what happened, in one line
 * @param tone what kind of thing it is
 */
public record Note(long entry, long timeNanos, int host, String text, Tone tone) implements DiagramEvent {

    /** What kind of thing a note tells. */
    public enum Tone {
        /** The driver called, or a call returned. */
        CALL("call"),
        /** An IRP was completed. */
        COMPLETION("completion"),
        /** Windows stopped. */
        STOP("stop"),
        /** A host or link changed, or a packet was lost inside a host. */
        NETWORK("network");

        private final String label;

        Tone(String label) {
            this.label = label;
        }

        /** Returns the name that drawings use for it. */
        String label() {
            return label;
        }
    }
}
