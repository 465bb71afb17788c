package dev.wsksim.scenario.model;

import java.util.Optional;

/**
 * The driver does something to memory that it has named: that of a buffer, or, unless it writes, that of an indication.
 *
 * @param id the step's own name
 * @param timing when
 * @param action what it does
 * @param memory the name
 * @param offset where in the memory it writes or reads, in bytes
 * @param data what it writes, or must read
 * @param position where it is written
 */
public record MemoryStep(
        Optional<Reference> id,
        StepTiming timing,
        Action action,
        Reference memory,
        int offset,
        Optional<ContentSpec> data,
        SourcePosition position)
        implements Step {

    /** What can be done to memory. */
    public enum Action {
        /** Writes to it. */
        WRITE("writes"),
        /** Reads it. */
        READ("reads"),
        /** Gives the block back. */
        FREE("ExFreePool of"),
        /** Unlocks the pages of the MDL. */
        UNLOCK("MmUnlockPages of"),
        /** Frees the MDL. */
        FREE_MDL("IoFreeMdl of");

        private final String text;

        Action(String text) {
            this.text = text;
        }

        /** Returns the action in words. */
        public String text() {
            return text;
        }
    }

    @Override
    public boolean needsDriver() {
        return true;
    }

    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.memory(this);
    }
}
