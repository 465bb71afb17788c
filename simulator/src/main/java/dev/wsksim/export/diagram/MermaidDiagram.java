package dev.wsksim.export.diagram;

import dev.wsksim.engine.SimTime;

/**
 * Writes a diagram in the language of Mermaid (sequenceDiagram), which code hosts and many editors draw.
 *
 * <p>Mermaid has no arrows that take time: an arrow stands where the packet was sent, and its text says when it arrived.
 * A cross at the head is a packet that was lost, an open head one that is still on its way. Characters that Mermaid takes for its own are written as its entity
 * codes, {@code #35;} for {@code #}.
 */
public final class MermaidDiagram {

    private MermaidDiagram() {}

    /** Returns the diagram; each line ends with a line feed. */
    public static String of(Diagram diagram) {
        StringBuilder out = new StringBuilder("---\ntitle: ").append(quoted(diagram.title()));
        out.append("\n---\nsequenceDiagram\n");
        for (int i = 0; i < diagram.hosts().size(); i++) {
            out.append("    participant ").append(column(i)).append(" as ");
            escape(diagram.hosts().get(i), out);
            out.append('\n');
        }
        for (DiagramEvent event : diagram.events()) {
            if (event instanceof Arrow arrow) {
                write(arrow, out);
            } else if (event instanceof Note note) {
                write(note, out);
            }
        }
        return out.toString();
    }

    private static void write(Arrow arrow, StringBuilder out) {
        out.append("    ").append(column(arrow.from())).append(head(arrow));
        out.append(column(arrow.to())).append(": ");
        escape(begin(arrow) + " " + arrow.label() + ends(arrow), out);
        out.append('\n');
    }

    private static String head(Arrow arrow) {
        if (arrow.isDelivered()) {
            return "->>";
        }
        return arrow.ends().isEmpty() ? "-)" : "-x";
    }

    private static String ends(Arrow arrow) {
        if (arrow.ends().isEmpty()) {
            return ", on its way at the end";
        }
        StringBuilder text = new StringBuilder();
        boolean arrived = false;
        for (ArrowEnd end : arrow.ends()) {
            text.append(", ").append(end.isDrop() ? "" : arrived ? "duplicate arrives " : "arrives ");
            text.append(end.text());
            arrived |= !end.isDrop();
        }
        return text.toString();
    }

    private static void write(Note note, StringBuilder out) {
        out.append("    Note over ").append(column(note.host())).append(": ");
        escape(begin(note) + " " + note.text(), out);
        out.append('\n');
    }

    private static String begin(DiagramEvent event) {
        return "#" + event.entry() + " " + new SimTime(event.timeNanos());
    }

    /** Names of participants that cannot be taken for words of the language. */
    private static String column(int index) {
        return "h" + (index + 1);
    }

    /** Returns a text as a string of YAML, of which the head of the file is. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '#' || c == ';' || c == '<' || c == '>' || c == '%' || c == '"' || c == '&' || c == '\\') {
                out.append('#').append((int) c).append(';');
            } else {
                out.append(c);
            }
        }
    }
}
