package dev.wsksim.export.diagram;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;
import java.util.List;

/**
 * What a sequence diagram shows, before it is drawn: columns and what happens in and between them, in the order of the
 * trace.
 *
 * <p>Arrows and notes carry the numbers of their trace entries, the same that the trace as text, as JSON and in packet
 * captures has.
 *
 * @param title what it is a diagram of
 * @param hosts the names of the hosts, from left to right
 * @param events arrows and notes, by the number of their entries
 */
public record Diagram(String title, ImmutableList<String> hosts, ImmutableList<DiagramEvent> events) {

    /**
     * Makes the diagram of a trace.
     *
     * @param title what it is a diagram of
     * @param trace the entries of a trace
     * @param hosts the names of the hosts, from left to right; hosts that only the trace knows follow
     * @param driverHost the host whose driver the calls and completions belong to, which must be among the hosts when
     *     there are any
     */
    public static Diagram of(String title, List<TraceEntry> trace, List<String> hosts, String driverHost) {
        DiagramBuilder builder = new DiagramBuilder(hosts, driverHost);
        trace.forEach(builder::add);
        return builder.diagram(title);
    }
}
