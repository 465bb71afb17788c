package dev.wsksim.wsk.name;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * An address list was delivered, or freed.
 *
 * @param change which of both
 * @param list the list's number
 * @param size how many entries it has
 */
public record AddressListEvent(Change change, int list, int size) implements TraceRecord {

    /** What can happen to a list. */
    public enum Change {
        /** WskGetAddressInfo wrote its address to Result. */
        DELIVERED("delivered"),
        /** WskFreeAddressInfo gave it back. */
        FREED("freed");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        /** Returns the change in a word. */
        public String word() {
            return word;
        }
    }

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "address-list";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("change", change.word());
        fields.number("list", list);
        fields.number("size", size);
    }

    @Override
    public String describe() {
        return "address list " + list + " " + change.word() + " (" + size + (size == 1 ? " entry)" : " entries)");
    }
}
