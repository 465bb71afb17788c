package dev.wsksim.wsk.socket;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A socket was made with a client dispatch table of another category, as C code can, where Dispatch is a pointer to VOID.
 *
 * @param socket the number of the socket
 * @param passed the C name of the structure that was passed
 * @param wanted the C name of the structure that the provider reads
 */
public record ClientTableMisfit(int socket, String passed, String wanted) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "client-table-misfit";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("socket", socket);
        fields.text("passed", passed);
        fields.text("wanted", wanted);
    }

    @Override
    public String describe() {
        return "Dispatch of socket " + socket + " is a " + passed + ", but the provider reads a " + wanted;
    }
}
