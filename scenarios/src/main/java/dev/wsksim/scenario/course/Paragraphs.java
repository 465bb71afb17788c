package dev.wsksim.scenario.course;

import com.google.common.base.Splitter;

/** Breaks the lines of a text that are too long to be read. */
public final class Paragraphs {
    private static final int COLUMNS = 110;
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

    private Paragraphs() {}

    /** Returns the text, stripped, with a line feed at its end and no long line but that of a long word. */
    public static String of(String text) {
        return of("", text);
    }

    /** Returns the same, each line with a margin. */
    static String of(String margin, String text) {
        StringBuilder lines = new StringBuilder();
        text.strip().lines().forEach(line -> append(margin, line, lines));
        return lines.toString();
    }

    private static void append(String margin, String line, StringBuilder lines) {
        if (line.length() + margin.length() <= COLUMNS + 10) {
            lines.append(line.isEmpty() ? "" : margin).append(line).append('\n');
            return;
        }
        StringBuilder row = new StringBuilder(margin);
        for (String word : WORDS.split(line)) {
            if (row.length() > margin.length() && row.length() + 1 + word.length() > COLUMNS) {
                lines.append(row).append('\n');
                row = new StringBuilder(margin);
            }
            row.append(row.length() > margin.length() ? " " : "").append(word);
        }
        lines.append(row).append('\n');
    }
}
