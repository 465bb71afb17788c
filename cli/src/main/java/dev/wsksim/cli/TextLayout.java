package dev.wsksim.cli;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.Emphasis.Part;
import java.util.ArrayList;
import java.util.List;

/** Lays out headings, paragraphs, lists and columns for a terminal of so many columns. */
final class TextLayout {
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
    private static final int GAP = 2;

    /** A text in less room than this is no pleasure to read; it then goes below its label. */
    private static final int LEAST_TEXT = 30;

    private final StringBuilder text = new StringBuilder();
    private final Emphasis emphasis;
    private final int width;

    TextLayout(Emphasis emphasis, int width) {
        this.emphasis = emphasis;
        this.width = width;
    }

    /** Returns how many columns there are. */
    int width() {
        return width;
    }

    /** Adds a name and what it is, as the first line of a page. */
    TextLayout title(String name, String what) {
        if (name.length() + GAP + what.length() > width) {
            text.append(emphasis.mark(Part.HEADING, name)).append('\n');
            return paragraph(what);
        }
        text.append(emphasis.mark(Part.HEADING, name))
                .append(what.isEmpty() ? "" : "  ")
                .append(what)
                .append('\n');
        return this;
    }

    /** Adds a heading with an empty line before it. */
    TextLayout heading(String heading) {
        text.append('\n').append(emphasis.mark(Part.HEADING, heading)).append('\n');
        return this;
    }

    /** Adds a paragraph that is indented. */
    TextLayout paragraph(String paragraph) {
        return columns(List.of(2, width), "", paragraph);
    }

    /** Adds a line as it is, indented. */
    TextLayout verbatim(String line) {
        text.append("  ").append(line).append('\n');
        return this;
    }

    /** Adds a remark with a dash before it. */
    TextLayout bullet(String remark) {
        return columns(List.of(2, 4, width), "", "-", remark);
    }

    /** Adds a label with a text behind it, which begins at a column. */
    TextLayout item(String label, int column, String item) {
        boolean beside = width - column >= LEAST_TEXT;
        if (beside && label.length() + 2 + GAP <= column) {
            return columns(List.of(2, column, width), "", label, item);
        }
        verbatim(label);
        return columns(List.of(beside ? column : 6, width), "", item);
    }

    /** Adds a label at the left edge with a text beside or below it. */
    TextLayout entry(String label, int column, String entry) {
        if (width - column >= LEAST_TEXT) {
            return columns(List.of(column, width), label, entry);
        }
        text.append(label).append('\n');
        return entry.isEmpty() ? this : columns(List.of(4, width), "", entry);
    }

    /** Adds cells beside each other, each wrapped in its column; {@code ends} tells where each column ends. */
    TextLayout columns(List<Integer> ends, String... cells) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < cells.length; i++) {
            int end = i == cells.length - 1 ? ends.get(i) : ends.get(i) - 1;
            wrapped.add(wrap(cells[i], end - begin(ends, i)));
            height = Math.max(height, wrapped.get(i).size());
        }
        for (int row = 0; row < height; row++) {
            String line = "";
            for (int i = 0; i < cells.length; i++) {
                String cell = row < wrapped.get(i).size() ? wrapped.get(i).get(row) : "";
                line = Strings.padEnd(line, begin(ends, i), ' ') + cell;
            }
            text.append(line.stripTrailing()).append('\n');
        }
        return this;
    }

    private static int begin(List<Integer> ends, int column) {
        return column == 0 ? 0 : ends.get(column - 1);
    }

    private static List<String> wrap(String paragraph, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : WORDS.split(paragraph)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
