package dev.wsksim.scenario.load;

import dev.wsksim.scenario.model.SourcePosition;

/**
 * Something wrong with a scenario file.
 *
 * @param position the place; line 0 when the problem is the file as a whole
 * @param message what is wrong, without a full stop
 * @param hint what to do about it; empty when there is nothing to add
 * @param sourceLine the line at the place, as it stands in the file; empty when the problem is the file as a whole
 * @param width how many code points of the line are meant, at least 1
 */
public record ScenarioProblem(SourcePosition position, String message, String hint, String sourceLine, int width) {
    private static final int SHOWN_COLUMNS = 110;
    private static final int COLUMNS_BEFORE_CARET = 60;

    /** Returns the file's name as the user wrote it. */
    public String file() {
        return position.file();
    }

    /** Returns the line, counted from 1, or 0. */
    public int line() {
        return position.line();
    }

    /** Returns the column in code points, counted from 1, or 0. */
    public int column() {
        return position.column();
    }

    /**
     * Returns the problem as it is shown to users: place and message, the line, a caret line, the hint. No line end at
     * the end.
     */
    public String render() {
        StringBuilder text = new StringBuilder();
        text.append(visible(position.isKnown() ? position.toString() : file()));
        text.append(": ").append(visible(message));
        if (position.isKnown()) {
            appendExcerpt(text);
        }
        if (!hint.isEmpty()) {
            text.append("\n  hint: ").append(visible(hint));
        }
        return text.toString();
    }

    private void appendExcerpt(StringBuilder text) {
        int[] points = sourceLine.codePoints().map(ScenarioProblem::visible).toArray();
        int caret = Math.min(column() - 1, points.length);
        int from = caret > SHOWN_COLUMNS - 20 ? caret - COLUMNS_BEFORE_CARET : 0;
        int to = Math.min(points.length, from + SHOWN_COLUMNS);
        String number = String.valueOf(line());
        String margin = " ".repeat(Math.max(0, 5 - number.length()));
        String before = from > 0 ? "…" : "";
        String after = to < points.length ? "…" : "";
        text.append('\n').append(margin).append(number).append(" | ").append(before);
        text.append(new String(points, from, to - from).stripTrailing()).append(after);
        text.append('\n').append(" ".repeat(margin.length() + number.length())).append(" | ");
        text.append(" ".repeat(before.length() + caret - from));
        text.append("^".repeat(Math.max(1, Math.min(width, to - caret))));
    }

    private static String visible(String text) {
        int[] points = text.codePoints().map(ScenarioProblem::visible).toArray();
        return new String(points, 0, points.length);
    }

    /** Keeps control characters of a hostile file off the terminal, and tabs from moving the caret. */
    private static int visible(int codePoint) {
        if (codePoint == '\t') {
            return ' ';
        }
        int type = Character.getType(codePoint);
        boolean hidden = Character.isISOControl(codePoint) || type == Character.FORMAT || type == Character.SURROGATE;
        return hidden ? 0xFFFD : codePoint;
    }
}
