package dev.wsksim.cli;

import dev.wsksim.export.diagram.Diagram;
import dev.wsksim.export.diagram.MermaidDiagram;
import dev.wsksim.export.diagram.SvgDiagram;
import dev.wsksim.export.diagram.TextDiagram;

/** How sequence diagrams are drawn; the names are what {@code --diagram-format} takes. */
enum DiagramFormat {
    text(".txt"),
    mermaid(".mmd"),
    svg(".svg"),
    timeline(".svg");

    private final String extension;

    DiagramFormat(String extension) {
        this.extension = extension;
    }

    /** Returns how the names of its files end, with the dot. */
    String extension() {
        return extension;
    }

    String draw(Diagram diagram) {
        return switch (this) {
            case text -> TextDiagram.of(diagram);
            case mermaid -> MermaidDiagram.of(diagram);
            case svg -> SvgDiagram.of(diagram, SvgDiagram.Scale.ORDER);
            case timeline -> SvgDiagram.of(diagram, SvgDiagram.Scale.TIME);
        };
    }
}
