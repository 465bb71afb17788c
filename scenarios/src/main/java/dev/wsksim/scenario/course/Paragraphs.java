package dev.wsksim.scenario.course;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;

/**
 * Lays Markdown out for a terminal: the lines of a paragraph, or of an element of a list, are joined and broken anew. Empty
 * lines stay.
 */
public final class Paragraphs {
    private static final int COLUMNS = 100;
    private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

    private final StringBuilder text = new StringBuilder();
    private final String margin;
    private String hanging = "";
    private StringBuilder row = new StringBuilder();

    private Paragraphs(String margin) {
        this.margin = margin;
    }

    /** Returns the text with lines that can be read, and a line feed at its end. */
    public static String of(String markdown) {
        return of("", markdown);
    }

    /** Returns the same, each line with a margin. */
    static String of(String margin, String markdown) {
        Paragraphs paragraphs = new Paragraphs(margin);
        markdown.strip().lines().forEach(paragraphs::add);
        paragraphs.endRow();
        return paragraphs.text.toString();
    }

    private void add(String line) {
        boolean element = line.startsWith("- ");
        if (line.isBlank() || element) {
            endRow();
            hanging = "";
        }
        if (line.isBlank()) {
            text.append('\n');
            return;
        }
        for (String word : WORDS.split(line)) {
            if (row.length() > 0 && margin.length() + row.length() + 1 + word.length() > COLUMNS) {
                endRow();
                row.append(hanging).append(word);
            } else {
                row.append(row.length() > 0 ? " " : "").append(word);
            }
        }
        hanging = element ? "  " : hanging;
    }

    private void endRow() {
        if (row.length() > 0) {
            text.append(margin).append(row).append('\n');
            row = new StringBuilder();
        }
    }
}
