package dev.wsksim.scenario.model;

import org.jspecify.annotations.Nullable;

/**
 * A place in a scenario file, from which the element beside it was read.
 *
 * @param file the file's name as the user wrote it; empty for an element that was built by hand
 * @param line the line, counted from 1; 0 when unknown
 * @param column the column in code points, counted from 1; 0 when unknown
 */
public record SourcePosition(String file, int line, int column) {
    /** The position of everything that was built in Java and comes from no file. */
    public static final SourcePosition NONE = new SourcePosition("", 0, 0);

    /** Checks that line and column are not negative. */
    public SourcePosition {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("line and column must not be negative: " + line + ":" + column);
        }
    }

    /** Tells whether this is a place in a file. */
    public boolean isKnown() {
        return line > 0;
    }

    /** Returns the line in words for the reader of another place: {@code line 5}, or {@code line 5 of shared/hosts.part.yaml}. */
    public String lineSeenFrom(SourcePosition reader) {
        return file.equals(reader.file) ? "line " + line : "line " + line + " of " + file;
    }

    /**
     * Returns the path of the file, seen from the folder of another place's file and with slashes; empty when it is the same file.
     * It does not depend on how the user called that file.
     */
    public String fileSeenFrom(SourcePosition reader) {
        return file.equals(reader.file) ? "" : RelativePath.of(file, reader.file);
    }

    /** Written out, like {@link #hashCode}: what Java makes for a record is linked anew at every start of the program. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourcePosition that
                && line == that.line
                && column == that.column
                && file.equals(that.file);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * file.hashCode() + line) + column;
    }

    /** Returns {@code file:line:column}, the form that editors turn into a link. */
    @Override
    public String toString() {
        return isKnown() ? file + ":" + line + ":" + column : "(built by hand)";
    }
}
