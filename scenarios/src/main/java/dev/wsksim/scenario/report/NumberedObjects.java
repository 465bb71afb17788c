package dev.wsksim.scenario.report;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.wsk.call.WskCallEntered;
import java.util.Optional;

/** The IRP and the socket that a record speaks of, by their numbers. */
final class NumberedObjects implements FieldVisitor {
    private long irp;
    private int socket;

    private NumberedObjects() {}

    /** Looks at a record. */
    static NumberedObjects in(TraceEntry entry) {
        NumberedObjects found = new NumberedObjects();
        entry.record().visit(found);
        if (entry.record() instanceof WskCallEntered call) {
            found.socket = call.subject().socket();
        }
        return found;
    }

    /** Returns the number of the IRP. */
    Optional<Long> irp() {
        return irp == 0 ? Optional.empty() : Optional.of(irp);
    }

    /** Returns the number of the socket. */
    Optional<Integer> socket() {
        return socket == 0 ? Optional.empty() : Optional.of(socket);
    }

    @Override
    public void number(String name, long value) {
        if (name.equals("irp")) {
            irp = value;
        } else if (name.equals("socket")) {
            socket = (int) value;
        }
    }

    @Override
    public void text(String name, String value) {}

    @Override
    public void flag(String name, boolean value) {}

    @Override
    public void nanos(String name, long nanos) {}
}
