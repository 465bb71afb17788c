package dev.wsksim.export.json;

import dev.wsksim.trace.TraceEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a trace as JSON lines: a header, then an object for each entry, each in a line of its own.
 *
 * <p>An entry has its number, the one that it follows from (0 for none), its instant in nanoseconds of virtual time,
 * layer, kind, the fields that the record itself gives to a visitor, and what the trace says as text. A text that it gives
 * several times under one name becomes a list. Programs read
 * kind and fields; the wording of the text may change with any version. The form is that of
 * {@code docs/reference/trace-1.schema.json}. Equal traces become equal bytes.
 */
public final class TraceJson {

    /** The version of the form. It rises when a reader of the old form would be misled, not when something is added. */
    public static final int SCHEMA = 1;

    private static final int PIECE = 1 << 16;

    private TraceJson() {}

    /** Writes a whole trace into a new file, or over an old one. */
    public static void write(TraceHeader header, List<TraceEntry> trace, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(header, trace, out);
        }
    }

    /** Writes a whole trace, in large pieces. */
    public static void write(TraceHeader header, List<TraceEntry> trace, OutputStream out) throws IOException {
        TraceLines lines = new TraceLines();
        lines.header(header, trace.size());
        for (TraceEntry entry : trace) {
            lines.entry(entry);
            if (lines.length() >= PIECE) {
                out.write(lines.take().getBytes(StandardCharsets.UTF_8));
            }
        }
        out.write(lines.take().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a whole trace. */
    public static String text(TraceHeader header, List<TraceEntry> trace) {
        TraceLines lines = new TraceLines();
        lines.header(header, trace.size());
        trace.forEach(lines::entry);
        return lines.take();
    }

    /**
     * Returns the first line, without a line end.
     *
     * @param entries how many lines follow
     */
    public static String header(TraceHeader header, int entries) {
        TraceLines lines = new TraceLines();
        lines.header(header, entries);
        return lines.take().stripTrailing();
    }

    /** Returns the line of an entry, without a line end. */
    public static String line(TraceEntry entry) {
        TraceLines lines = new TraceLines();
        lines.entry(entry);
        return lines.take().stripTrailing();
    }
}
