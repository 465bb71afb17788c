package dev.wsksim.wsk.name;

import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2defNames;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * ADDRINFOEXW: an address for a socket, and the pointer to the next one; also what a driver passes as hints.
 *
 * <p>One that WskGetAddressInfo delivered lies in the provider's memory until WskFreeAddressInfo gets the head of its list.
 * To read a member after that is a misuse that is recorded, and stops Windows here: the memory is gone. Source:
 * ns-ws2def-addrinfoexw, nc-wsk-pfn_wsk_free_address_info.
 */
public final class AddrInfoExW {

    /** The most entries that {@link #at} follows. */
    private static final int MOST_ENTRIES = 10_000;

    private final Members members;
    private final @Nullable AddressList list;
    private final @Nullable AddrInfoExW next;

    /**
     * The members besides {@code ai_next}.
     *
     * @param flags {@code ai_flags}
     * @param family {@code ai_family}
     * @param socktype {@code ai_socktype}
     * @param protocol {@code ai_protocol}
     * @param addrlen {@code ai_addrlen}, in bytes
     * @param canonname {@code ai_canonname}
     * @param addr {@code ai_addr}
     * @param blob {@code ai_blob}
     * @param bloblen {@code ai_bloblen}, in bytes
     * @param provider {@code ai_provider}
     */
    public record Members(
            int flags,
            int family,
            int socktype,
            int protocol,
            long addrlen,
            @Nullable String canonname,
            @Nullable SockAddr addr,
            @Nullable Object blob,
            long bloblen,
            @Nullable UUID provider) {

        /** Returns the members of hints that ask for these four things, with all others 0 and NULL. */
        public static Members hints(int flags, int family, int socktype, int protocol) {
            return new Members(flags, family, socktype, protocol, 0, null, null, null, 0, null);
        }
    }

    AddrInfoExW(Members members, @Nullable AddressList list, @Nullable AddrInfoExW next) {
        this.members = members;
        this.list = list;
        this.next = next;
    }

    /** Makes hints, in the driver's own memory. */
    public static AddrInfoExW hints(int flags, int family, int socktype, int protocol) {
        return new AddrInfoExW(Members.hints(flags, family, socktype, protocol), null, null);
    }

    /** Makes a structure in the driver's own memory. */
    public static AddrInfoExW ofDriver(Members members, @Nullable AddrInfoExW next) {
        return new AddrInfoExW(members, null, next);
    }

    /** Returns {@code ai_flags}. */
    public int aiFlags() {
        return read("ai_flags").flags();
    }

    /** Returns {@code ai_family}. */
    public int aiFamily() {
        return read("ai_family").family();
    }

    /** Returns {@code ai_socktype}. */
    public int aiSocktype() {
        return read("ai_socktype").socktype();
    }

    /** Returns {@code ai_protocol}. */
    public int aiProtocol() {
        return read("ai_protocol").protocol();
    }

    /** Returns {@code ai_addrlen}, in bytes. */
    public long aiAddrlen() {
        return read("ai_addrlen").addrlen();
    }

    /** Returns {@code ai_canonname}, or null. */
    public @Nullable String aiCanonname() {
        return read("ai_canonname").canonname();
    }

    /** Returns {@code ai_addr}, or null. */
    public @Nullable SockAddr aiAddr() {
        return read("ai_addr").addr();
    }

    /** Returns {@code ai_blob}, or null. */
    public @Nullable Object aiBlob() {
        return read("ai_blob").blob();
    }

    /** Returns {@code ai_bloblen}, in bytes. */
    public long aiBloblen() {
        return read("ai_bloblen").bloblen();
    }

    /** Returns {@code ai_provider}, or null. */
    public @Nullable UUID aiProvider() {
        return read("ai_provider").provider();
    }

    /** Returns {@code ai_next}, or null at the end of the list. */
    public @Nullable AddrInfoExW aiNext() {
        read("ai_next");
        return next;
    }

    /** Follows {@code ai_next} this many times; null where the list is shorter. */
    public @Nullable AddrInfoExW at(int index) {
        AddrInfoExW entry = this;
        for (int i = 0; entry != null && i < index && i < MOST_ENTRIES; i++) {
            entry = entry.aiNext();
        }
        return entry;
    }

    /** Returns the list that it belongs to; null in the driver's own memory. */
    @Nullable
    AddressList list() {
        return list;
    }

    private Members read(String member) {
        if (list != null) {
            list.requireLive(member);
        }
        return members;
    }

    /** Returns how the trace speaks of it. */
    @Override
    public String toString() {
        return list != null
                ? list.nameOf(this)
                : "{ ai_flags: " + Ws2defNames.aiFlagsText(members.flags()) + ", ai_family: "
                        + Ws2def.familyName(members.family()) + ", ai_socktype: "
                        + (members.socktype() == 0 ? "0" : Ws2def.socketTypeName(members.socktype()))
                        + ", ai_protocol: "
                        + (members.protocol() == 0 ? "0" : Ws2def.protocolName(members.protocol())) + " }";
    }
}
