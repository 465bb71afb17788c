/**
 * Sequence diagrams of a trace: hosts as columns, packets as arrows, the driver's calls as notes, every event with its
 * number in the trace. One model, {@link dev.wsksim.export.diagram.Diagram}, is drawn as text, as Mermaid and as SVG.
 */
@NullMarked
package dev.wsksim.export.diagram;

import org.jspecify.annotations.NullMarked;
