package dev.wsksim.export.diagram;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import dev.wsksim.engine.SimTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws a diagram in characters of one width.
 *
 * <p>Each line is an event, at the instant and with the number of its beginning. An arrow tells at its right what
 * became of it: number and instant of its arrival, or the reason of its loss.
 */
public final class TextDiagram {

    private static final char LIFELINE = '|';
    private static final char DASH = '-';
    private static final int MIN_GAP = 18;
    /** Two dashes and a blank before a label; a blank, two dashes, a cross and another blank behind it. */
    private static final int AROUND_LABEL = 8;

    private static final int MIN_NOTE_CHARS = 76;

    private final Diagram diagram;
    private final int[] columns;
    private final int width;
    private final int timeWidth;
    private final StringBuilder out = new StringBuilder();

    private TextDiagram(Diagram diagram) {
        this.diagram = diagram;
        this.columns = columns(diagram);
        this.width = columns.length == 0 ? 0 : columns[columns.length - 1] + 1;
        this.timeWidth = diagram.events().stream()
                .mapToInt(event -> time(event).length())
                .max()
                .orElse(0);
    }

    /** Returns the drawing; each line ends with a line feed and has no blanks before it. */
    public static String of(Diagram diagram) {
        TextDiagram text = new TextDiagram(diagram);
        text.draw();
        return text.out.toString();
    }

    private void draw() {
        out.append(diagram.title()).append("\n\n");
        line("time", heads());
        for (DiagramEvent event : diagram.events()) {
            if (event instanceof Arrow arrow) {
                draw(arrow);
            } else if (event instanceof Note note) {
                draw(note);
            }
        }
    }

    private String heads() {
        StringBuilder heads = new StringBuilder();
        for (int i = 0; i < columns.length; i++) {
            String name = diagram.hosts().get(i);
            int begin = Math.max(0, columns[i] - name.length() / 2);
            heads.append(" ".repeat(Math.max(0, begin - heads.length()))).append(name);
        }
        return heads.toString();
    }

    private void draw(Arrow arrow) {
        char[] row = lifelines();
        if (arrow.from() == arrow.to()) {
            line(time(arrow), new String(row) + "  " + loop(arrow));
            return;
        }
        boolean right = arrow.from() < arrow.to();
        int first = columns[Math.min(arrow.from(), arrow.to())] + 1;
        int last = columns[Math.max(arrow.from(), arrow.to())] - 1;
        Arrays.fill(row, first, last + 1, DASH);
        String label = " #" + arrow.entry() + " " + arrow.label() + " ";
        int begin = right ? first + 2 : last - 1 - label.length();
        label.getChars(0, label.length(), row, begin);
        if (arrow.isDelivered()) {
            row[right ? last : first] = right ? '>' : '<';
        } else {
            char mark = arrow.ends().isEmpty() ? '~' : 'x';
            cut(row, mark, right ? begin + label.length() + 2 : begin - 3, right ? last : first);
        }
        line(time(arrow), new String(row) + "  " + ends(arrow));
    }

    /** Ends an arrow before its aim, with a mark. */
    private static void cut(char[] row, char mark, int at, int aim) {
        Arrays.fill(row, Math.min(at, aim), Math.max(at, aim) + 1, ' ');
        row[at] = mark;
    }

    private static String loop(Arrow arrow) {
        String head = arrow.isDelivered() ? "-> itself" : "--x itself";
        return "#" + arrow.entry() + " " + arrow.label() + " " + head + "  " + ends(arrow);
    }

    private static String ends(Arrow arrow) {
        if (arrow.ends().isEmpty()) {
            return "on its way at the end";
        }
        StringBuilder text = new StringBuilder();
        boolean arrived = false;
        for (ArrowEnd end : arrow.ends()) {
            text.append(text.isEmpty() ? "" : ", ").append(end.text());
            text.append(arrived && !end.isDrop() ? " duplicate" : "");
            arrived |= !end.isDrop();
        }
        return text.toString();
    }

    private void draw(Note note) {
        String text = "#" + note.entry() + " " + note.text();
        int begin = columns[note.host()];
        String when = time(note);
        String mark = note.tone() == Note.Tone.STOP ? "!" : "*";
        for (String part : wrap(text, Math.max(MIN_NOTE_CHARS, width - begin))) {
            String left = new String(lifelines()).substring(0, begin);
            String row = left + mark + " " + part;
            line(when, row + rest(row.length() + 1));
            when = "";
            mark = LIFELINE + " ";
        }
    }

    /** Returns the lifelines to the right of a text that ends here. */
    private String rest(int from) {
        return from >= width ? "" : " " + new String(lifelines()).substring(from);
    }

    private char[] lifelines() {
        char[] row = new char[width];
        Arrays.fill(row, ' ');
        for (int column : columns) {
            row[column] = LIFELINE;
        }
        return row;
    }

    private void line(String time, String row) {
        String text = Strings.padStart(time, timeWidth, ' ') + "  " + row;
        out.append(text.stripTrailing()).append('\n');
    }

    private static String time(DiagramEvent event) {
        return new SimTime(event.timeNanos()).toString();
    }

    /** Breaks a text at blanks. */
    static List<String> wrap(String text, int chars) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : Splitter.on(' ').split(text)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > chars) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Places the columns so far apart that every label has room in the first gap that it crosses. */
    private static int[] columns(Diagram diagram) {
        int count = diagram.hosts().size();
        int[] columns = new int[count];
        for (int i = 0; i < count; i++) {
            int half = diagram.hosts().get(i).length() / 2;
            columns[i] = i == 0 ? half : columns[i - 1] + Math.max(MIN_GAP, half + halfOfNext(diagram, i - 1) + 2);
        }
        for (DiagramEvent event : diagram.events()) {
            if (event instanceof Arrow arrow && arrow.from() != arrow.to()) {
                makeRoom(columns, arrow);
            }
        }
        return columns;
    }

    private static int halfOfNext(Diagram diagram, int index) {
        return (diagram.hosts().get(index).length() + 1) / 2;
    }

    private static void makeRoom(int[] columns, Arrow arrow) {
        int left = Math.min(arrow.from(), arrow.to());
        int right = Math.max(arrow.from(), arrow.to());
        int wanted = arrow.label().length() + Long.toString(arrow.entry()).length() + 2 + AROUND_LABEL;
        int missing = wanted + 1 - (columns[right] - columns[left]);
        for (int i = right; missing > 0 && i < columns.length; i++) {
            columns[i] += missing;
        }
    }
}
