package dev.wsksim.wsk.name;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address lists that WskGetAddressInfo delivered on one host, and that nobody has freed.
 *
 * <p>Freeing anything but the head of a live list, and reading a freed one, is recorded for the verifier and then stops
 * Windows. No page says what happens; memory that is freed twice or in the middle, or read after that, is what the bug
 * checks BAD_POOL_CALLER and PAGE_FAULT_IN_NONPAGED_AREA are for (assumption: a driver that is lucky sees neither).
 */
public final class AddressLists {

    private static final String PAGE = "nc-wsk-pfn_wsk_free_address_info";

    private final Trace trace;
    private final List<AddressList> live = new ArrayList<>();
    private int delivered;

    /** Makes a ledger without lists. */
    public AddressLists(Trace trace) {
        this.trace = trace;
    }

    /** Returns the lists that were not freed, the oldest first. */
    public ImmutableList<AddressList> live() {
        return ImmutableList.copyOf(live);
    }

    /** Makes a list of these entries, at least one. */
    public AddressList deliver(ImmutableList<AddrInfoExW.Members> entries) {
        AddressList list = new AddressList(this, ++delivered, entries);
        live.add(list);
        if (trace.isActive()) {
            trace.emit(new AddressListEvent(AddressListEvent.Change.DELIVERED, list.number(), list.size()));
        }
        return list;
    }

    /** Frees the list with this head. NULL is passed over, and recorded as a misuse. */
    public void free(@Nullable AddrInfoExW entry) {
        AddressList list = entry == null ? null : entry.list();
        if (entry == null) {
            misused(AddressListMisused.Misuse.NOT_A_LIST, 0, "AddrInfo is NULL");
        } else if (list == null) {
            misused(AddressListMisused.Misuse.NOT_A_LIST, 0, "AddrInfo is not from WskGetAddressInfo");
            throw stop("a structure was freed that WskGetAddressInfo did not deliver");
        } else if (list.isFreed()) {
            misused(AddressListMisused.Misuse.FREED_BEFORE, list.number(), list + " was freed before");
            throw stop("address list " + list.number() + " was freed twice");
        } else if (!list.isHead(entry)) {
            misused(AddressListMisused.Misuse.NOT_THE_HEAD, list.number(), entry + " is not the head of its list");
            throw stop(entry + " was freed, which is not the head of its list");
        } else {
            list.free();
            live.remove(list);
            if (trace.isActive()) {
                trace.emit(new AddressListEvent(AddressListEvent.Change.FREED, list.number(), list.size()));
            }
        }
    }

    void readAfterFree(AddressList list, String member) {
        String what = member + " of address list " + list.number() + " was read after WskFreeAddressInfo";
        misused(AddressListMisused.Misuse.READ_AFTER_FREE, list.number(), what);
        throw new SimulatedBugCheck(BugCheck.PAGE_FAULT_IN_NONPAGED_AREA, "freed memory", what, PAGE);
    }

    private void misused(AddressListMisused.Misuse misuse, int list, String what) {
        if (trace.isActive()) {
            trace.emit(new AddressListMisused(misuse, list, what));
        }
    }

    private static SimulatedBugCheck stop(String what) {
        return new SimulatedBugCheck(BugCheck.BAD_POOL_CALLER, "", what, PAGE);
    }
}
