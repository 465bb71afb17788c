package dev.wsksim.scenario.format;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Lays the text of a scenario out: two columns a level, elements of lists two columns further in than the key above
 * them, one blank where blanks part things, none where they do not, at most one empty line in a row.
 *
 * <p>What is said stays as it is: the words, their quotes, their order, line breaks, comments, and the columns of
 * comments behind other text where there is room. So only blanks and empty lines change, and none inside a text; the
 * result is parsed again and compared before it is returned. Formatting what was formatted changes nothing.
 */
public final class ScenarioFormat {
    private static final int LEAST_GAP_BEFORE_COMMENT = 2;

    private final String source;
    private final List<String> lines;
    private final Layout layout;

    private ScenarioFormat(String source) {
        this.source = source;
        this.lines = source.lines().toList();
        this.layout = new Layout(source);
    }

    /** The text is no YAML; the loader says why. */
    public static final class NotYamlException extends Exception {
        private static final long serialVersionUID = 1;

        NotYamlException(String message) {
            super(message);
        }
    }

    /** Returns the text laid out; lines end with line feeds. */
    public static String of(String text) throws NotYamlException {
        String source = text.replace("\r\n", "\n");
        try {
            String formatted = new ScenarioFormat(source).format();
            if (!Layout.contentOf(formatted).equals(Layout.contentOf(source))) {
                throw new AssertionError("formatting would have changed what the text says");
            }
            return formatted;
        } catch (YamlEngineException e) {
            throw new NotYamlException("it is no YAML");
        }
    }

    private String format() {
        List<String> formatted = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            String text = layout.isInsideText(line) ? textLine(line) : line(line);
            boolean second = text.isEmpty()
                    && !layout.isInsideText(line)
                    && (formatted.isEmpty()
                            || formatted.get(formatted.size() - 1).isEmpty());
            if (!second) {
                formatted.add(text);
            }
        }
        while (!formatted.isEmpty()
                && formatted.get(formatted.size() - 1).isEmpty()
                && !layout.isInsideText(lines.size() - 1)) {
            formatted.remove(formatted.size() - 1);
        }
        return formatted.isEmpty() ? "" : String.join("\n", formatted) + "\n";
    }

    /** Returns a line that belongs to a text of several lines, moved with the place of its key. */
    private String textLine(int line) {
        return moved(lines.get(line), layout.moveOf(line));
    }

    private static String moved(String text, int by) {
        if (by >= 0 && !text.isEmpty()) {
            return " ".repeat(by) + text;
        }
        return text.substring(Math.max(0, Math.min(-by, indentOf(text))));
    }

    private static int indentOf(String text) {
        int indent = 0;
        while (indent < text.length() && text.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    private String line(int line) {
        String old = lines.get(line);
        if (old.isBlank()) {
            return "";
        }
        ImmutableList<Piece> pieces = layout.piecesOf(line);
        if (pieces.isEmpty()) {
            return old.strip().startsWith("#")
                    ? comment(line, old)
                    : textLine(line).stripTrailing();
        }
        StringBuilder text = new StringBuilder(" ".repeat(layout.indentOf(line)));
        Piece before = null;
        for (Piece piece : pieces) {
            if (before != null) {
                text.append(before.gapTo(piece));
            }
            text.append(source, piece.begin(), Math.min(piece.end(), layout.endOf(line)));
            before = piece;
        }
        appendRest(text, line, pieces.get(pieces.size() - 1));
        return text.toString().stripTrailing();
    }

    /** What follows the last token is nothing, a comment, or the first line of a text of several. */
    private void appendRest(StringBuilder text, int line, Piece last) {
        int end = layout.endOf(line);
        if (last.end() >= end) {
            return;
        }
        String rest = source.substring(last.end(), end);
        String comment = rest.strip();
        if (comment.startsWith("#")) {
            int column = end - rest.length() + indentOf(rest) - layout.beginOf(line);
            int gap = Math.max(LEAST_GAP_BEFORE_COMMENT, column - text.length());
            text.append(" ".repeat(gap)).append(comment);
        } else {
            text.append(rest);
        }
    }

    /** A comment of its own stands where the next thing stands, unless it stood where the one before it stood. */
    private String comment(int line, String old) {
        int indent = indentOf(old);
        for (int next = line + 1; next < lines.size(); next++) {
            if (!layout.piecesOf(next).isEmpty()) {
                return " ".repeat(commentIndent(line, next, indent)) + old.strip();
            }
        }
        int before = lineBefore(line);
        boolean same = before >= 0 && indentOf(lines.get(before)) == indent;
        return " ".repeat(same ? layout.indentOf(before) : Math.max(0, indent)) + old.strip();
    }

    private int commentIndent(int line, int next, int indent) {
        int before = lineBefore(line);
        boolean withBefore =
                indentOf(lines.get(next)) != indent && before >= 0 && indentOf(lines.get(before)) == indent;
        return layout.indentOf(withBefore ? before : next);
    }

    private int lineBefore(int line) {
        for (int before = line - 1; before >= 0; before--) {
            if (!layout.piecesOf(before).isEmpty()) {
                return before;
            }
        }
        return -1;
    }

    /**
     * A token that is written on a line.
     *
     * @param id its kind
     * @param begin where it begins in the source
     * @param end where it ends
     */
    record Piece(Token.ID id, int begin, int end) {
        String gapTo(Piece next) {
            boolean opens = id == Token.ID.FlowSequenceStart;
            boolean emptyMapping = id == Token.ID.FlowMappingStart && next.id == Token.ID.FlowMappingEnd;
            // "*name:" would be another name.
            boolean colon = next.id == Token.ID.Value && id != Token.ID.Alias;
            boolean tight = opens
                    || emptyMapping
                    || colon
                    || next.id == Token.ID.FlowSequenceEnd
                    || next.id == Token.ID.FlowEntry;
            return tight ? "" : " ";
        }
    }
}
