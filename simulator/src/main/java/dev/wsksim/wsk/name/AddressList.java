package dev.wsksim.wsk.name;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** A linked list of ADDRINFOEXW in the provider's memory, from its delivery until WskFreeAddressInfo. */
public final class AddressList {

    private final AddressLists owner;
    private final int number;
    private final ImmutableList<AddrInfoExW> entries;
    private boolean freed;

    AddressList(AddressLists owner, int number, ImmutableList<AddrInfoExW.Members> members) {
        this.owner = owner;
        this.number = number;
        ImmutableList.Builder<AddrInfoExW> reversed = ImmutableList.builder();
        AddrInfoExW next = null;
        for (AddrInfoExW.Members entry : members.reverse()) {
            next = new AddrInfoExW(entry, this, next);
            reversed.add(next);
        }
        this.entries = reversed.build().reverse();
    }

    /** Returns the number under which traces speak of it, from 1. */
    public int number() {
        return number;
    }

    /** Returns the first entry. */
    public AddrInfoExW head() {
        return entries.get(0);
    }

    /** Returns how many entries it has. */
    public int size() {
        return entries.size();
    }

    /** Tells whether it was given back. */
    public boolean isFreed() {
        return freed;
    }

    boolean isHead(@Nullable AddrInfoExW entry) {
        return entry == entries.get(0);
    }

    void free() {
        freed = true;
    }

    void requireLive(String member) {
        if (freed) {
            owner.readAfterFree(this, member);
        }
    }

    String nameOf(AddrInfoExW entry) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) == entry) {
                return this + (i == 0 ? "" : " entry " + i);
            }
        }
        throw new AssertionError("the entry is of another list");
    }

    /** Returns how the trace speaks of it. */
    @Override
    public String toString() {
        return (freed ? "freed address list " : "address list ") + number;
    }
}
