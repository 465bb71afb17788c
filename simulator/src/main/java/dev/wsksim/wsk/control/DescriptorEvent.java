package dev.wsksim.wsk.control;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.client.WskClient;

/**
 * A driver's hold on a cached security descriptor changed, or a driver gave one back that it did not hold.
 *
 * @param change what happened
 * @param client the client's number
 * @param descriptor the number of the cached descriptor; 0 when it is none
 * @param references how many references the driver holds from now on
 */
public record DescriptorEvent(Change change, int client, int descriptor, int references) implements TraceRecord {

    /** What can happen to the hold on a cached descriptor. */
    public enum Change {
        /** WSK_CACHE_SD made a copy. */
        CACHED("cached"),
        /** Reading SO_WSK_SECURITY handed out a reference. */
        REFERENCED("referenced"),
        /** WSK_RELEASE_SD gave a reference back. */
        RELEASED("released"),
        /** WSK_RELEASE_SD was given something that the driver does not hold. */
        NOT_HELD("not-held");

        private final String label;
        private final String kind;

        Change(String label) {
            this.label = label;
            this.kind = "descriptor-" + label;
        }
    }

    static DescriptorEvent of(Change change, WskClient client, CachedSecurityDescriptor cached) {
        return new DescriptorEvent(change, client.number(), cached.number(), cached.references());
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
        fields.number("client", client);
        fields.number("descriptor", descriptor);
        fields.number("references", references);
    }

    @Override
    public String describe() {
        if (change == Change.NOT_HELD) {
            String what = descriptor == 0 ? "what is no cached descriptor" : "cached descriptor " + descriptor;
            return "client " + client + " gives back " + what + ", which it does not hold";
        }
        return "cached descriptor " + descriptor + " " + change.label + " by client " + client + ", which holds "
                + references + (references == 1 ? " reference" : " references") + " to it now";
    }
}
