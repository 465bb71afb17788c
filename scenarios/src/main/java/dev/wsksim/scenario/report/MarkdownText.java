package dev.wsksim.scenario.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes texts so that Markdown shows them as they are. */
final class MarkdownText {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+!|~&@$-]");
    private static final Pattern FENCE = Pattern.compile("`{3,}");

    private MarkdownText() {}

    /** Returns a text in one line, also for the cell of a table, whose characters have no meaning. */
    static String plain(String text) {
        return SPECIAL.matcher(VisibleText.line(text))
                .replaceAll(found -> Matcher.quoteReplacement(entity(found.group())));
    }

    /** A backslash would do for CommonMark, but not for mentions and formulas. */
    private static String entity(String character) {
        return switch (character) {
            case "-", "(", ")", "+", "{", "}" -> character;
            case "\\", "`", "*", "_", "[", "]", "#", "!", "~", "|" -> "\\" + character;
            default -> "&#" + (int) character.charAt(0) + ";";
        };
    }

    /** Returns a text as a block of code, with a line feed at its end, whatever stands in it. */
    static String block(String text) {
        int longest = FENCE.matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(2);
        String fence = "`".repeat(longest + 1);
        return fence + "text\n" + text + "\n" + fence + "\n";
    }
}
