package dev.wsksim.scenario.format;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.format.ScenarioFormat.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Which tokens a text has on its lines, and how far in each line belongs.
 *
 * <p>The scanner of the YAML library tells where a block mapping or sequence begins and ends. A sequence whose dashes
 * stand right below the key it belongs to is not told of; it is one that has a dash where a mapping is open.
 */
final class Layout {
    private static final int STEP = 2;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(1 << 26).build();

    private final int[] begins;
    private final int length;
    private final List<List<Piece>> pieces = new ArrayList<>();
    private final int[] indents;
    private final int[] moves;
    private final boolean[] insideText;
    /** Where the UTF-16 units of the text are, by code point, which is what marks count. */
    private final int[] units;

    private final Deque<Block> open = new ArrayDeque<>();
    private int flowDepth;
    private int flowMove;

    /** A block mapping or sequence that is open, with the column where it stands and where it belongs. */
    private record Block(boolean sequence, int column, int indent, boolean told) {
        int move() {
            return indent - column;
        }
    }

    Layout(String source) {
        begins = lineBegins(source);
        length = source.length();
        units = units(source);
        indents = new int[begins.length];
        moves = new int[begins.length];
        insideText = new boolean[begins.length];
        for (int i = 0; i < begins.length; i++) {
            pieces.add(new ArrayList<>());
        }
        ScannerImpl scanner = new ScannerImpl(SETTINGS, new StreamReader(SETTINGS, source));
        while (scanner.hasNext()) {
            take(scanner.next());
        }
    }

    /** Returns what a text says, without how it is laid out: the events of its parser. */
    static List<String> contentOf(String text) {
        List<String> content = new ArrayList<>();
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            content.add(
                    event instanceof ScalarEvent scalar
                            ? scalar.getScalarStyle() + scalar.getValue()
                            : event.toString());
        }
        return content;
    }

    private static int[] lineBegins(String source) {
        List<Integer> begins = new ArrayList<>();
        begins.add(0);
        for (int i = 0; i < source.length(); i++) {
            if (source.charAt(i) == '\n') {
                begins.add(i + 1);
            }
        }
        return begins.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] units(String source) {
        int points = source.codePointCount(0, source.length());
        int[] units = new int[points + 1];
        int unit = 0;
        for (int point = 0; point < points; point++) {
            units[point] = unit;
            unit += Character.charCount(source.codePointAt(unit));
        }
        units[points] = source.length();
        return units;
    }

    ImmutableList<Piece> piecesOf(int line) {
        return ImmutableList.copyOf(pieces.get(line));
    }

    int indentOf(int line) {
        return indents[line];
    }

    int moveOf(int line) {
        return moves[line];
    }

    boolean isInsideText(int line) {
        return insideText[line];
    }

    int beginOf(int line) {
        return begins[line];
    }

    /** Returns where a line ends, before its line feed. */
    int endOf(int line) {
        return line + 1 < begins.length ? begins[line + 1] - 1 : length;
    }

    private void take(Token token) {
        Mark begin = token.getStartMark().orElseThrow();
        int from = units[begin.getIndex()];
        int to = units[token.getEndMark().orElseThrow().getIndex()];
        follow(token, begin);
        if (from == to || token.getTokenId() == Token.ID.StreamEnd) {
            return;
        }
        int line = begin.getLine();
        if (pieces.get(line).isEmpty()) {
            placeLine(token, line, begin.getColumn());
        }
        pieces.get(line).add(new Piece(token.getTokenId(), from, to));
        if (token instanceof ScalarToken scalar) {
            takeText(scalar, line, token.getEndMark().orElseThrow());
        }
        closeFlow(token);
    }

    /** Keeps the stack of what is open. */
    private void follow(Token token, Mark begin) {
        switch (token.getTokenId()) {
            case BlockMappingStart -> push(false, begin.getColumn(), true);
            case BlockSequenceStart -> push(true, begin.getColumn(), true);
            case BlockEnd -> {
                dropUntold();
                open.pop();
            }
            case BlockEntry -> {
                if (flowDepth == 0 && (open.isEmpty() || !open.peek().sequence())) {
                    push(true, begin.getColumn(), false);
                }
            }
            case Key -> {
                if (flowDepth == 0) {
                    dropUntold();
                }
            }
            case FlowMappingStart, FlowSequenceStart -> {
                if (flowDepth++ == 0) {
                    flowMove = open.isEmpty() ? 0 : open.peek().move();
                }
            }
            default -> {}
        }
    }

    private void closeFlow(Token token) {
        if (token.getTokenId() == Token.ID.FlowMappingEnd || token.getTokenId() == Token.ID.FlowSequenceEnd) {
            flowDepth--;
        }
    }

    private void dropUntold() {
        while (!open.isEmpty() && !open.peek().told()) {
            open.pop();
        }
    }

    private void push(boolean sequence, int column, boolean told) {
        open.push(new Block(sequence, column, open.isEmpty() ? 0 : open.peek().indent() + STEP, told));
    }

    /** Says how far in a line belongs, by its first token. */
    private void placeLine(Token token, int line, int column) {
        boolean insideFlow = flowDepth > (isFlowStart(token) ? 1 : 0);
        if (insideFlow) {
            indents[line] = Math.max(0, column + flowMove);
        } else if (open.isEmpty()) {
            indents[line] = 0;
        } else {
            Block block = open.peek();
            indents[line] = block.column() == column ? block.indent() : block.indent() + STEP;
        }
        moves[line] = indents[line] - column;
    }

    private static boolean isFlowStart(Token token) {
        return token.getTokenId() == Token.ID.FlowMappingStart || token.getTokenId() == Token.ID.FlowSequenceStart;
    }

    /** Marks the further lines of a text, which move with the block that it belongs to. */
    private void takeText(ScalarToken scalar, int line, Mark end) {
        boolean block = scalar.getStyle() == ScalarStyle.LITERAL || scalar.getStyle() == ScalarStyle.FOLDED;
        int last = block && end.getColumn() == 0 ? end.getLine() - 1 : end.getLine();
        int move = open.isEmpty() ? 0 : open.peek().move();
        for (int next = line + 1; next <= Math.min(last, begins.length - 1); next++) {
            insideText[next] = true;
            moves[next] = move;
        }
    }
}
