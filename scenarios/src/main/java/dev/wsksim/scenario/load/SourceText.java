package dev.wsksim.scenario.load;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.SourcePosition;

/**
 * A scenario's text with its lines.
 *
 * @param file the file's name as the user wrote it
 * @param text the text
 * @param lines the text's lines without line ends
 */
record SourceText(String file, String text, ImmutableList<String> lines) {
    private static final Splitter LINES = Splitter.onPattern("\r\n|\r|\n");

    /** Splits a text into lines. */
    static SourceText of(String file, String text) {
        return new SourceText(file, text, ImmutableList.copyOf(LINES.split(text)));
    }

    /** Returns a line, counted from 1; empty outside the text. */
    String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** Returns a place in this text, counted from 1. */
    SourcePosition at(int line, int column) {
        return new SourcePosition(file, line, column);
    }

    /**
     * Returns the place in this text that is nearest to one that another program counted: the YAML parser takes a
     * carriage return at the very end for a character of the last line.
     */
    SourcePosition nearest(int line, int column) {
        int last = Math.min(Math.max(1, line), lines.size());
        String content = line(last);
        return at(last, Math.min(column, content.codePointCount(0, content.length()) + 1));
    }

    /** Returns the place of a char of the text. */
    SourcePosition atIndex(int index) {
        int rest = index;
        int at = 0;
        int line = 1;
        for (String content : lines) {
            if (rest <= content.length()) {
                return at(line, content.codePointCount(0, rest) + 1);
            }
            at += content.length();
            boolean twoChars = text.startsWith("\r\n", at);
            at += twoChars ? 2 : 1;
            rest = Math.max(0, index - at);
            line++;
        }
        return at(lines.size(), 1);
    }
}
