package dev.wsksim.export.diagram;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a diagram as SVG: one file without scripts or outside references, for light and dark surroundings.
 *
 * <p>Time runs downwards. Each sending, arrival, loss and note has a row of its own, so no two labels meet; an arrow
 * slants from the row in which it was sent to that in which it ends. Coordinates are whole numbers, so equal diagrams
 * become equal files.
 */
public final class SvgDiagram {

    /** How the rows lie on the way down. */
    public enum Scale {
        /** One after the other, as close as they can. */
        ORDER,
        /**
         * As far apart as their instants are in virtual time; labels that would meet are moved on, and what lies beyond
         * a gap of {@value SvgDiagram#MAX_GAP} pixels is moved up, with a break in the lifelines.
         */
        TIME
    }

    private static final int CHAR_TENTHS = 73;
    private static final int ROW = 20;
    private static final int LINE = 15;
    private static final int MARGIN = 16;
    private static final int HEAD = 76;
    private static final int NOTE_INDENT = 10;
    private static final int NOTE_CHARS = 64;
    private static final int MIN_COLUMN_GAP = 160;
    private static final int MAX_GAP = 120;
    /** With {@link Scale#TIME}, what the whole time would fill if no row had to move. */
    private static final int SCALED_HEIGHT = 1200;

    private static final int CROSS = 5;
    private static final String TIME_HEAD = "time";

    private final Diagram diagram;
    private final Scale scale;
    private final ImmutableList<Moment> moments;
    private final Map<Long, Integer> yByEntry = new LinkedHashMap<>();
    private final List<Integer> breaks = new ArrayList<>();
    private final int[] columns;
    private final int width;
    private final int height;
    private final StringBuilder out = new StringBuilder();

    /** What has a row of its own. */
    private record Moment(long entry, long timeNanos, int rowHeight) {}

    private SvgDiagram(Diagram diagram, Scale scale) {
        this.diagram = diagram;
        this.scale = scale;
        this.moments = moments(diagram);
        this.columns = columns();
        this.width = width();
        this.height = placeRows() + MARGIN;
    }

    /** Returns the drawing. */
    public static String of(Diagram diagram, Scale scale) {
        SvgDiagram svg = new SvgDiagram(diagram, scale);
        svg.draw();
        return svg.out.toString();
    }

    private static ImmutableList<Moment> moments(Diagram diagram) {
        List<Moment> moments = new ArrayList<>();
        for (DiagramEvent event : diagram.events()) {
            int rowHeight = event instanceof Note note ? noteLines(note).size() * LINE + ROW - LINE + 6 : ROW;
            moments.add(new Moment(event.entry(), event.timeNanos(), rowHeight));
            if (event instanceof Arrow arrow) {
                arrow.ends().forEach(end -> moments.add(new Moment(end.entry(), end.timeNanos(), ROW)));
            }
        }
        moments.sort(Comparator.comparingLong(Moment::entry));
        return ImmutableList.copyOf(moments);
    }

    /** Gives each moment its y, which is where its row ends, and returns the last one. */
    private int placeRows() {
        long span = moments.isEmpty() ? 0 : moments.get(moments.size() - 1).timeNanos();
        int y = HEAD;
        long before = 0;
        for (Moment moment : moments) {
            int wanted = scale == Scale.TIME ? scaled(moment.timeNanos() - before, span) : 0;
            if (wanted > MAX_GAP) {
                breaks.add(y + MAX_GAP / 2);
            }
            y += Math.max(moment.rowHeight(), Math.min(wanted, MAX_GAP));
            yByEntry.put(moment.entry(), y);
            before = moment.timeNanos();
        }
        return y + ROW;
    }

    private static int scaled(long nanos, long span) {
        // A difference times the height may pass 2^63 only after two months of virtual time.
        return span == 0 ? 0 : (int) (nanos / Math.max(1, span / SCALED_HEIGHT));
    }

    private int[] columns() {
        int[] columns = new int[diagram.hosts().size()];
        int x = MARGIN + chars(timeChars()) + 2 * MARGIN;
        for (int i = 0; i < columns.length; i++) {
            x += i == 0 ? chars(diagram.hosts().get(0)) / 2 + MARGIN : MIN_COLUMN_GAP;
            columns[i] = x;
        }
        for (DiagramEvent event : diagram.events()) {
            if (event instanceof Arrow arrow && arrow.from() != arrow.to()) {
                makeRoom(columns, arrow);
            }
        }
        return columns;
    }

    private int timeChars() {
        return moments.stream()
                .mapToInt(moment -> new SimTime(moment.timeNanos()).toString().length())
                .reduce(TIME_HEAD.length(), Math::max);
    }

    /** Two labels never stand in one row, so a label and the end of an arrow each need the width of a gap only. */
    private static void makeRoom(int[] columns, Arrow arrow) {
        int left = Math.min(arrow.from(), arrow.to());
        int right = Math.max(arrow.from(), arrow.to());
        int wanted = chars(label(arrow)) + 3 * MARGIN;
        for (ArrowEnd end : arrow.ends()) {
            wanted = Math.max(wanted, chars(end.text()) + (end.isDrop() ? 8 : 3) * MARGIN);
        }
        int missing = wanted - (columns[right] - columns[left]);
        for (int i = right; missing > 0 && i < columns.length; i++) {
            columns[i] += missing;
        }
    }

    private int width() {
        int right = columns.length == 0 ? 0 : columns[columns.length - 1] + chars(20) + MARGIN;
        for (String host : diagram.hosts()) {
            right = Math.max(right, columns[diagram.hosts().indexOf(host)] + chars(host) / 2 + MARGIN);
        }
        for (DiagramEvent event : diagram.events()) {
            if (event instanceof Note note) {
                right = Math.max(right, columns[note.host()] + NOTE_INDENT + noteWidth(note) + MARGIN);
            } else if (event instanceof Arrow arrow && arrow.from() == arrow.to()) {
                right = Math.max(right, columns[arrow.from()] + chars(loopLabel(arrow)) + 4 * MARGIN);
            }
        }
        return Math.max(right, 2 * MARGIN + chars(diagram.title()) * 4 / 3);
    }

    private void draw() {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
        out.append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height);
        out.append("\" role=\"img\" aria-labelledby=\"title desc\">\n<title id=\"title\">");
        text("Sequence diagram: " + diagram.title());
        out.append("</title>\n<desc id=\"desc\">");
        text(description());
        out.append("</desc>\n").append(STYLE);
        out.append("<rect class=\"page\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\"/>\n");
        label("head", MARGIN, 24, "start", diagram.title());
        label("time", MARGIN + chars(timeChars()), HEAD - 20, "end", TIME_HEAD);
        drawLifelines();
        diagram.events().forEach(this::draw);
        drawTimes();
        out.append("</svg>\n");
    }

    private String description() {
        long packets = diagram.events().stream()
                .filter(event -> event instanceof Arrow)
                .count();
        String hosts = String.join(", ", diagram.hosts());
        long last = moments.isEmpty() ? 0 : moments.get(moments.size() - 1).timeNanos();
        String axis = scale == Scale.TIME
                ? " Time runs downwards to scale, except where labels need room and where a lifeline is broken."
                : " Time runs downwards in the order of events, not to scale.";
        return "Hosts from left to right: " + hosts + ". " + packets + (packets == 1 ? " packet" : " packets")
                + ", until " + new SimTime(last) + " of virtual time." + axis;
    }

    private void drawLifelines() {
        for (int i = 0; i < columns.length; i++) {
            String host = diagram.hosts().get(i);
            int half = chars(host) / 2 + 8;
            out.append("<rect class=\"host\" x=\"")
                    .append(columns[i] - half)
                    .append("\" y=\"")
                    .append(HEAD - 38);
            out.append("\" width=\"").append(2 * half).append("\" height=\"26\" rx=\"4\"/>\n");
            label("name", columns[i], HEAD - 20, "middle", host);
            int from = HEAD - 12;
            for (int at : breaks) {
                line("life", columns[i], from, columns[i], at - 4);
                line("life", columns[i] - 6, at - 1, columns[i] + 6, at - 7);
                line("life", columns[i] - 6, at + 7, columns[i] + 6, at + 1);
                from = at + 4;
            }
            line("life", columns[i], from, columns[i], height - MARGIN);
        }
    }

    private void drawTimes() {
        String before = "";
        for (Moment moment : moments) {
            String time = new SimTime(moment.timeNanos()).toString();
            if (!time.equals(before)) {
                label("time", MARGIN + chars(timeChars()), y(moment.entry()), "end", time);
                before = time;
            }
        }
    }

    private void draw(DiagramEvent event) {
        if (event instanceof Arrow arrow) {
            out.append("<g>\n<title>");
            text("#" + arrow.entry() + " " + arrow.detail());
            out.append("</title>\n");
            if (arrow.from() == arrow.to()) {
                drawLoop(arrow);
            } else {
                drawWay(arrow);
            }
            out.append("</g>\n");
        } else if (event instanceof Note note) {
            draw(note);
        }
    }

    private void drawWay(Arrow arrow) {
        int x = columns[arrow.from()];
        int aim = columns[arrow.to()];
        int y = y(arrow.entry());
        int side = Integer.signum(aim - x);
        boolean arrived = false;
        for (ArrowEnd end : arrow.ends()) {
            drawEnd(x, y, aim, y(end.entry()), side, end, arrived ? " duplicate" : "");
            arrived |= !end.isDrop();
        }
        if (arrow.ends().isEmpty()) {
            line("lost", x, y, x + (aim - x) / 2, y + ROW / 2);
        }
        label(
                arrow.isDelivered() ? "packet" : "packet gone",
                x + side * 8,
                y - 5,
                side > 0 ? "start" : "end",
                label(arrow));
    }

    private void drawEnd(int x, int y, int aim, int endY, int side, ArrowEnd end, String remark) {
        if (end.isDrop()) {
            int crossX = aim - side * (chars(end.text()) + MARGIN);
            line("lost", x, y, crossX, endY);
            line("cross", crossX - CROSS, endY - CROSS, crossX + CROSS, endY + CROSS);
            line("cross", crossX - CROSS, endY + CROSS, crossX + CROSS, endY - CROSS);
            label("end gone", crossX + side * 9, endY + 4, side > 0 ? "start" : "end", end.text());
        } else {
            line("way", x, y, aim - side, endY);
            out.append("<path class=\"tip\" d=\"M")
                    .append(aim - side)
                    .append(' ')
                    .append(endY);
            out.append("l").append(-side * 9).append(" -5v9z\"/>\n");
            label("end", aim + side * 6, endY + 4, side > 0 ? "start" : "end", "#" + end.entry() + remark);
        }
    }

    private void drawLoop(Arrow arrow) {
        int x = columns[arrow.from()];
        int y = y(arrow.entry());
        int endY = arrow.ends().isEmpty() ? y + ROW : y(arrow.ends().get(0).entry());
        String line = arrow.isDelivered() ? "way" : "lost";
        out.append("<path class=\"")
                .append(line)
                .append("\" d=\"M")
                .append(x)
                .append(' ')
                .append(y);
        out.append("h24V").append(endY).append("h-23\"/>\n");
        label(arrow.isDelivered() ? "packet" : "packet gone", x + 8, y - 5, "start", loopLabel(arrow));
    }

    private void draw(Note note) {
        List<String> lines = noteLines(note);
        int x = columns[note.host()] + NOTE_INDENT;
        int bottom = y(note.entry()) + 3;
        int top = bottom - lines.size() * LINE - 5;
        out.append("<g class=\"note ").append(note.tone().label()).append("\">\n");
        line("knob", columns[note.host()], top + 10, x, top + 10);
        out.append("<rect x=\"")
                .append(x)
                .append("\" y=\"")
                .append(top)
                .append("\" width=\"")
                .append(noteWidth(note));
        out.append("\" height=\"").append(bottom - top).append("\" rx=\"3\"/>\n");
        for (int i = 0; i < lines.size(); i++) {
            label("words", x + 6, top + 14 + i * LINE, "start", lines.get(i));
        }
        out.append("</g>\n");
    }

    private static List<String> noteLines(Note note) {
        return TextDiagram.wrap("#" + note.entry() + " " + note.text(), NOTE_CHARS);
    }

    private static int noteWidth(Note note) {
        return noteLines(note).stream().mapToInt(SvgDiagram::chars).max().orElse(0) + 12;
    }

    private static String label(Arrow arrow) {
        String rest = arrow.ends().isEmpty() ? ", on its way at the end" : "";
        return "#" + arrow.entry() + " " + arrow.label() + rest;
    }

    private static String loopLabel(Arrow arrow) {
        StringBuilder text = new StringBuilder(label(arrow)).append(" to itself");
        arrow.ends().forEach(end -> text.append(", ").append(end.text()));
        return text.toString();
    }

    private int y(long entry) {
        return yByEntry.getOrDefault(entry, HEAD);
    }

    private static int chars(String text) {
        return chars(text.codePointCount(0, text.length()));
    }

    private static int chars(int count) {
        return (count * CHAR_TENTHS + 9) / 10;
    }

    private void line(String style, int x1, int y1, int x2, int y2) {
        out.append("<path class=\"")
                .append(style)
                .append("\" d=\"M")
                .append(x1)
                .append(' ')
                .append(y1);
        out.append('L').append(x2).append(' ').append(y2).append("\"/>\n");
    }

    private void label(String style, int x, int y, String anchor, String words) {
        out.append("<text class=\"")
                .append(style)
                .append("\" x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y);
        out.append("\" text-anchor=\"").append(anchor).append("\">");
        text(words);
        out.append("</text>\n");
    }

    private void text(String words) {
        out.append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private static final String STYLE = """
            <style>
            text { font: 12px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1b1f24; }
            .head { font-size: 15px; font-weight: bold; }
            .name { font-weight: bold; }
            .time, .end { fill: #57606a; }
            .packet, .end { stroke: #ffffff; stroke-width: 4px; stroke-linejoin: round; paint-order: stroke; }
            .packet.gone, .end.gone { fill: #b3261e; }
            .page { fill: #ffffff; }
            .host { fill: #eef1f4; stroke: #57606a; }
            .life { fill: none; stroke: #a0a8b0; }
            .way { fill: none; stroke: #0b57d0; stroke-width: 1.3; }
            .tip { fill: #0b57d0; }
            .lost { fill: none; stroke: #b3261e; stroke-dasharray: 5 4; }
            .cross { stroke: #b3261e; stroke-width: 2; }
            .knob { stroke: #a0a8b0; }
            .note rect { fill: #fff8dc; stroke: #b59b3b; }
            .completion rect { fill: #e6f4ea; stroke: #4c9161; }
            .stop rect { fill: #b3261e; stroke: #7a1a15; }
            .stop .words { fill: #ffffff; }
            .network rect { fill: #eef1f4; stroke: #a0a8b0; }
            @media (prefers-color-scheme: dark) {
            text { fill: #e6e9ed; }
            .time, .end { fill: #a0a8b0; }
            .packet, .end { stroke: #15191e; }
            .packet.gone, .end.gone { fill: #ff8f85; }
            .page { fill: #15191e; }
            .host { fill: #262c33; stroke: #8b949e; }
            .life, .knob { stroke: #5b646e; }
            .way { stroke: #8ab4f8; }
            .tip { fill: #8ab4f8; }
            .lost, .cross { stroke: #ff8f85; }
            .note rect { fill: #3a3418; stroke: #b59b3b; }
            .completion rect { fill: #18351f; stroke: #4c9161; }
            .stop rect { fill: #b3261e; stroke: #ff8f85; }
            .network rect { fill: #262c33; stroke: #5b646e; }
            }
            </style>
            """;
}
