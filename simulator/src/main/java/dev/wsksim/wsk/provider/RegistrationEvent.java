package dev.wsksim.wsk.provider;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A registration got further in its life.
 *
 * @param change what happened
 * @param registration the registration's number on its host, from 1
 * @param client the number of its client object; 0 before the first capture
 * @param captures how many captures are held from now on
 */
public record RegistrationEvent(Change change, int registration, int client, int captures) implements TraceRecord {

    /** What can happen to a registration. */
    public enum Change {
        /** WskRegister filled the block. */
        REGISTERED("registered"),
        /** WskCaptureProviderNPI succeeded. */
        CAPTURED("captured"),
        /** WskReleaseProviderNPI gave a capture back. */
        RELEASED("released"),
        /** WskDeregister was called and waits until it may return. */
        DEREGISTERING("deregistering"),
        /** WskDeregister is about to return. */
        DEREGISTERED("deregistered");

        private final String label;
        private final String kind;

        Change(String label) {
            this.label = label;
            this.kind = "registration-" + label;
        }
    }

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return change.kind;
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("registration", registration);
        fields.number("client", client);
        fields.number("captures", captures);
    }

    @Override
    public String describe() {
        String who = "registration " + registration + (client == 0 ? "" : ", client " + client);
        return who + ": " + change.label + ", " + captures + (captures == 1 ? " capture" : " captures") + " held";
    }
}
