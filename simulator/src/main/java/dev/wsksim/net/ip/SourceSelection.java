package dev.wsksim.net.ip;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import java.util.Optional;

/**
 * Chooses the source address of a packet (RFC 6724 section 5).
 *
 * <p>Left out, because nothing here has them: home addresses (rule 4), next hops that advertise prefixes (rule 5.5) and
 * temporary addresses (rule 7). The rules hold for IPv4 as well, whose addresses have the scopes of section 3.2.
 */
public final class SourceSelection {

    private SourceSelection() {}

    /**
     * Returns the best of the candidates of the destination's family; of equals the first; nothing where there is none.
     */
    public static Optional<IpAddress> select(ImmutableList<SourceAddress> candidates, IpAddress destination) {
        return best(candidates, destination).map(SourceAddress::address);
    }

    /** Returns the best of the candidates of the destination's family with what is known about it. */
    static Optional<SourceAddress> best(ImmutableList<SourceAddress> candidates, IpAddress destination) {
        SourceAddress best = null;
        for (SourceAddress candidate : candidates) {
            if (candidate.address().family() == destination.family()
                    && (best == null || compare(candidate, best, destination) > 0)) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns more than 0 where the first address is better, less than 0 where the second one is. */
    private static int compare(SourceAddress a, SourceAddress b, IpAddress destination) {
        int order = Boolean.compare(a.address().equals(destination), b.address().equals(destination));
        if (order == 0) {
            order = compareScopes(
                    AddressScope.of(a.address()), AddressScope.of(b.address()), AddressScope.of(destination));
        }
        if (order == 0) {
            order = Boolean.compare(b.isDeprecated(), a.isDeprecated());
        }
        if (order == 0) {
            order = Boolean.compare(a.isOnOutgoingInterface(), b.isOnOutgoingInterface());
        }
        if (order == 0) {
            int label = PolicyTable.label(destination);
            order = Boolean.compare(PolicyTable.label(a.address()) == label, PolicyTable.label(b.address()) == label);
        }
        return order != 0
                ? order
                : Integer.compare(a.commonPrefixLength(destination), b.commonPrefixLength(destination));
    }

    /** Rule 2: the narrowest scope that is wide enough, or else the widest. */
    private static int compareScopes(int a, int b, int destination) {
        if (a == b) {
            return 0;
        }
        return a < b ? (a < destination ? -1 : 1) : (b < destination ? 1 : -1);
    }
}
