package dev.wsksim.scenario.report;

import dev.wsksim.scenario.load.ScenarioProblem;
import dev.wsksim.scenario.model.SourcePosition;

/** Shows a place in a scenario in the form that the loader's problems have: place, message, line, caret. */
final class SourceExcerpt {
    private SourceExcerpt() {}

    /** Returns place and message, and the line with a caret below the value that is meant where the line is known. */
    static String of(SourcePosition position, String message, String line) {
        if (!position.isKnown() || line.isEmpty()) {
            String place = position.equals(SourcePosition.NONE) ? "" : VisibleText.line(placeOf(position)) + ": ";
            return place + VisibleText.line(message);
        }
        return new ScenarioProblem(position, message, "", line, widthAt(line, position.column())).render();
    }

    private static String placeOf(SourcePosition position) {
        return position.isKnown() ? position.toString() : position.file();
    }

    /**
     * Counts the code points from a column to the end of the value there: up to a comment, or to the end of a flow
     * entry.
     */
    private static int widthAt(String line, int column) {
        int[] points = line.codePoints().skip(column - 1L).toArray();
        int depth = 0;
        int end = 0;
        while (end < points.length) {
            int point = points[end];
            boolean closes = point == '}' || point == ']';
            boolean comment = point == '#' && end > 0 && points[end - 1] == ' ';
            if (comment || (depth == 0 && (closes || point == ','))) {
                break;
            }
            depth += closes ? -1 : point == '{' || point == '[' ? 1 : 0;
            end++;
        }
        while (end > 1 && points[end - 1] == ' ') {
            end--;
        }
        return end;
    }
}
