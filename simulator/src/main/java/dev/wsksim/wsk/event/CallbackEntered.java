package dev.wsksim.wsk.event;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * The provider calls an event callback of the driver.
 *
 * @param callback the callback's C name
 * @param socket the number of the socket
 * @param irql the IRQL of the call
 * @param arguments the arguments by their documented names, as text
 */
public record CallbackEntered(String callback, int socket, Irql irql, ImmutableMap<String, String> arguments)
        implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "callback-entered";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("callback", callback);
        fields.number("socket", socket);
        fields.text("irql", irql.toString());
        arguments.forEach(fields::text);
    }

    @Override
    public String describe() {
        StringBuilder text = new StringBuilder(callback).append('(');
        String separator = "";
        for (var argument : arguments.entrySet()) {
            text.append(separator).append(argument.getKey()).append(": ").append(argument.getValue());
            separator = ", ";
        }
        return text.append(") of socket ")
                .append(socket)
                .append(" called at ")
                .append(irql)
                .toString();
    }
}
