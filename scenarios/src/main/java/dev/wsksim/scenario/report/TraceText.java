package dev.wsksim.scenario.report;

import com.google.common.base.Strings;
import dev.wsksim.trace.TraceEntry;

/** Writes trace entries as text, one a line: number, cause, virtual time, layer, what happened. */
public final class TraceText {
    private static final int NUMBER_WIDTH = 5;
    private static final int TIME_WIDTH = 12;
    private static final int LAYER_WIDTH = 8;

    private TraceText() {}

    /** Returns all entries under a line of headings; each line ends with a line feed. */
    public static String of(Iterable<TraceEntry> entries) {
        StringBuilder text = new StringBuilder();
        text.append(Strings.padStart("no.", NUMBER_WIDTH, ' ')).append("  ");
        text.append(Strings.padStart("cause", NUMBER_WIDTH, ' ')).append("  ");
        text.append(Strings.padStart("time", TIME_WIDTH, ' ')).append("  layer     what happened\n");
        entries.forEach(entry -> text.append(line(entry)).append('\n'));
        return text.toString();
    }

    /** Returns one entry as a line, without a line end. An entry without a cause has a dash in its place. */
    public static String line(TraceEntry entry) {
        String cause = entry.cause() == 0 ? "-" : Long.toString(entry.cause());
        return Strings.padStart(Long.toString(entry.number()), NUMBER_WIDTH, ' ') + "  "
                + Strings.padStart(cause, NUMBER_WIDTH, ' ') + "  "
                + Strings.padStart(entry.time().toString(), TIME_WIDTH, ' ') + "  "
                + Strings.padEnd(entry.record().layer().label(), LAYER_WIDTH, ' ') + "  "
                + VisibleText.line(entry.record().describe());
    }
}
