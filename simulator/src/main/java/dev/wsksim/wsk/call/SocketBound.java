package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * The provider decided whether a socket may be bound.
 *
 * @param socket the socket's number
 * @param wanted the address and port asked for
 * @param local the address and port held on success; otherwise empty
 * @param status the decision
 * @param reason the matrix row and the access control entry that decided
 */
public record SocketBound(int socket, String wanted, String local, NtStatus status, String reason)
        implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "bind-decided";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("socket", socket);
        fields.text("wanted", wanted);
        fields.text("local", local);
        fields.text("status", status.name());
        fields.text("reason", reason);
    }

    @Override
    public String describe() {
        String outcome = local.isEmpty() ? status.name() : "bound to " + local;
        return "socket " + socket + " bind to " + wanted + ": " + outcome + " (" + reason + ")";
    }
}
