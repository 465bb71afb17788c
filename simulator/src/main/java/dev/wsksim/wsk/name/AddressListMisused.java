package dev.wsksim.wsk.name;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A driver did with an address list what it must not do.
 *
 * @param misuse what it did
 * @param list the list's number; 0 where there is none
 * @param what the same as a sentence without a full stop
 */
public record AddressListMisused(Misuse misuse, int list, String what) implements TraceRecord {

    /** What can be wrong. */
    public enum Misuse {
        /** WskFreeAddressInfo got something that WskGetAddressInfo did not deliver. */
        NOT_A_LIST,
        /** WskFreeAddressInfo got an entry that is not the first of its list. */
        NOT_THE_HEAD,
        /** WskFreeAddressInfo got a list that had been freed. */
        FREED_BEFORE,
        /** A member was read of a list that had been freed. */
        READ_AFTER_FREE
    }

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "address-list-misused";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("misuse", misuse.name());
        fields.number("list", list);
        fields.text("what", what);
    }

    @Override
    public String describe() {
        return "address list misused: " + what;
    }
}
