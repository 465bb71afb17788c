package dev.wsksim.wsk.call;

import dev.wsksim.net.address.IpFamily;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2defNames;
import dev.wsksim.wsk.name.AddrInfoExW;
import org.jspecify.annotations.Nullable;

/**
 * The hints of WskGetAddressInfo: which addresses are wanted, and what to tell of them.
 *
 * <p>Source: nf-ws2tcpip-getaddrinfoexw, ns-ws2def-addrinfoexw. The statuses of that function's errors are not told for
 * WSK; here each is STATUS_INVALID_PARAMETER (assumption).
 *
 * @param flags the AI_ flags
 * @param family AF_UNSPEC, AF_INET or AF_INET6
 * @param socktype the socket type; 0 for any
 * @param protocol the protocol; 0 for any
 */
record AddressInfoHints(int flags, int family, int socktype, int protocol) {

    /** Reads hints; NULL asks for everything. */
    static AddressInfoHints of(@Nullable AddrInfoExW hints) {
        return hints == null
                ? new AddressInfoHints(0, Ws2def.AF_UNSPEC, 0, 0)
                : new AddressInfoHints(hints.aiFlags(), hints.aiFamily(), hints.aiSocktype(), hints.aiProtocol());
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Tells whether addresses of a family are wanted. */
    boolean wants(IpFamily wanted) {
        return family == Ws2def.AF_UNSPEC || family == (wanted == IpFamily.IPV4 ? Ws2def.AF_INET : Ws2def.AF_INET6);
    }

    /** Tells whether a transport is wanted. */
    boolean wants(int type, int ofProtocol) {
        return (socktype == 0 || socktype == type) && (protocol == 0 || protocol == ofProtocol);
    }

    /** Refuses by name what is not simulated. */
    static void requireSimulated(@Nullable AddrInfoExW given) {
        if (given == null) {
            return;
        }
        AddressInfoHints hints = of(given);
        Ws2defNames.notSimulatedAiFlag(hints.flags()).ifPresent(flag -> {
            throw new NotSimulatedException(flag + " in the hints of WskGetAddressInfo");
        });
        if (hints.has(Ws2defNames.AI_CANONNAME) && hints.has(Ws2defNames.AI_FQDN)) {
            throw new NotSimulatedException("ADDRINFOEX2W, which AI_CANONNAME together with AI_FQDN asks for,");
        }
        if (given.aiBlob() != null || given.aiBloblen() != 0 || given.aiProvider() != null) {
            throw new NotSimulatedException("ai_blob or ai_provider in the hints of WskGetAddressInfo");
        }
    }

    /** Returns what is wrong with hints, or null. */
    static @Nullable String judge(@Nullable AddrInfoExW given, boolean hasNode) {
        if (given == null) {
            return null;
        }
        if (given.aiAddrlen() != 0 || given.aiCanonname() != null || given.aiAddr() != null || given.aiNext() != null) {
            return "ai_addrlen, ai_canonname, ai_addr and ai_next of Hints must be 0 or NULL";
        }
        return of(given).judge(hasNode);
    }

    private @Nullable String judge(boolean hasNode) {
        if (Ws2defNames.unknownAiFlags(flags) != 0) {
            return "ai_flags of Hints has unknown bits: " + Ws2defNames.aiFlagsText(flags);
        }
        if (family != Ws2def.AF_UNSPEC && family != Ws2def.AF_INET && family != Ws2def.AF_INET6) {
            return "ai_family of Hints is " + family + ", not AF_UNSPEC, AF_INET or AF_INET6";
        }
        if (socktype < 0 || socktype > Ws2def.SOCK_RAW) {
            return "ai_socktype of Hints is " + socktype + ", not 0, SOCK_STREAM, SOCK_DGRAM or SOCK_RAW";
        }
        boolean mismatch = (socktype == Ws2def.SOCK_STREAM && !wants(socktype, Ws2def.IPPROTO_TCP))
                || (socktype == Ws2def.SOCK_DGRAM && !wants(socktype, Ws2def.IPPROTO_UDP));
        if (mismatch) {
            return "ai_protocol of Hints is not one of its ai_socktype";
        }
        boolean wantsName = has(Ws2defNames.AI_CANONNAME) || has(Ws2defNames.AI_FQDN);
        return wantsName && !hasNode ? "AI_CANONNAME and AI_FQDN need a NodeName" : null;
    }
}
