package dev.wsksim.wsk.socket;

import dev.wsksim.wsk.sharing.AddressTable;
import dev.wsksim.wsk.sharing.LocalBinding;
import org.jspecify.annotations.Nullable;

/**
 * The hold on a local address in the table of one family, or of both: given back when the last socket lets go of it.
 *
 * <p>Sockets share a hold only where an exclusive listening socket was closed before those that it had accepted; until
 * they are closed too the port stays taken. Source: using-so-reuseaddr-and-so-exclusiveaddruse.
 */
final class AddressHold {

    private final AddressTable table;
    private final LocalBinding binding;
    private final @Nullable AddressTable otherTable;
    private final @Nullable LocalBinding otherBinding;
    private int holders = 1;

    AddressHold(AddressTable table, LocalBinding binding) {
        this(table, binding, null, null);
    }

    AddressHold(
            AddressTable table,
            LocalBinding binding,
            @Nullable AddressTable otherTable,
            @Nullable LocalBinding otherBinding) {
        this.table = table;
        this.binding = binding;
        this.otherTable = otherTable;
        this.otherBinding = otherBinding;
    }

    /** Lets one more socket hold the address. */
    void share() {
        holders++;
    }

    /** One of the sockets holds the address no more. */
    void letGo() {
        holders--;
        if (holders == 0) {
            table.release(binding);
            if (otherTable != null && otherBinding != null) {
                otherTable.release(otherBinding);
            }
        }
    }
}
