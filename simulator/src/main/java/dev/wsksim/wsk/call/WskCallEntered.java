package dev.wsksim.wsk.call;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.wsk.WskFunction;

/**
 * A driver called a WSK function.
 *
 * @param function the function
 * @param irp the number of the IRP that was passed; 0 for none
 * @param thread the calling thread
 * @param irql the IRQL of the call
 * @param arguments the arguments by their documented names, as text
 * @param subject what the handles among them stood for; of it only the socket's state is visited, since the arguments
 *     and earlier records tell the rest
 */
public record WskCallEntered(
        WskFunction function,
        long irp,
        String thread,
        Irql irql,
        ImmutableMap<String, String> arguments,
        CallSubject subject)
        implements CallRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "call-entered";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("function", function.name());
        fields.number("irp", irp);
        fields.text("thread", thread);
        fields.text("irql", irql.toString());
        arguments.forEach(fields::text);
        if (subject.socketState() != null) {
            fields.text("socket-state", subject.socketState().text());
        }
    }

    @Override
    public String describe() {
        StringBuilder text = new StringBuilder(function.name()).append('(');
        String separator = "";
        for (var argument : arguments.entrySet()) {
            text.append(separator).append(argument.getKey()).append(": ").append(argument.getValue());
            separator = ", ";
        }
        return text.append(") called at ")
                .append(irql)
                .append(" by ")
                .append(thread)
                .toString();
    }
}
