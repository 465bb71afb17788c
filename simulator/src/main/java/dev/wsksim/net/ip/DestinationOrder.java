package dev.wsksim.net.ip;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts the addresses of a remote host in the order in which they are to be tried (RFC 6724 section 6).
 *
 * <p>It is for those who resolve names. Scenarios name addresses: there a host's name means its first address of the
 * family.
 *
 * <p>Left out, because nothing here has them: home addresses (rule 4) and encapsulating transports (rule 7).
 */
public final class DestinationOrder {

    private DestinationOrder() {}

    private record Destination(IpAddress address, Optional<SourceAddress> source) {}

    /**
     * Returns the destinations, the best first.
     *
     * @param candidates the source addresses that packets to a destination may have; none where no route leads there
     */
    public static ImmutableList<IpAddress> sort(
            List<IpAddress> destinations, Function<IpAddress, ImmutableList<SourceAddress>> candidates) {
        List<Destination> sorted = new ArrayList<>();
        for (IpAddress address : destinations) {
            sorted.add(new Destination(address, SourceSelection.best(candidates.apply(address), address)));
        }
        // A stable sort leaves equals in their order (rule 10).
        sorted.sort((a, b) -> compare(b, a));
        return sorted.stream().map(Destination::address).collect(ImmutableList.toImmutableList());
    }

    /** Returns more than 0 where the first destination is better, less than 0 where the second one is. */
    private static int compare(Destination a, Destination b) {
        if (a.source().isEmpty() || b.source().isEmpty()) {
            return Boolean.compare(a.source().isPresent(), b.source().isPresent());
        }
        SourceAddress sourceOfA = a.source().get();
        SourceAddress sourceOfB = b.source().get();
        int order = Boolean.compare(hasScopeOf(a, sourceOfA), hasScopeOf(b, sourceOfB));
        if (order == 0) {
            order = Boolean.compare(sourceOfB.isDeprecated(), sourceOfA.isDeprecated());
        }
        if (order == 0) {
            order = Boolean.compare(hasLabelOf(a, sourceOfA), hasLabelOf(b, sourceOfB));
        }
        if (order == 0) {
            order = Integer.compare(PolicyTable.precedence(a.address()), PolicyTable.precedence(b.address()));
        }
        if (order == 0) {
            order = Integer.compare(AddressScope.of(b.address()), AddressScope.of(a.address()));
        }
        if (order == 0 && a.address().family() == b.address().family()) {
            order = Integer.compare(
                    sourceOfA.commonPrefixLength(a.address()), sourceOfB.commonPrefixLength(b.address()));
        }
        return order;
    }

    private static boolean hasScopeOf(Destination destination, SourceAddress source) {
        return AddressScope.of(destination.address()) == AddressScope.of(source.address());
    }

    private static boolean hasLabelOf(Destination destination, SourceAddress source) {
        return PolicyTable.label(destination.address()) == PolicyTable.label(source.address());
    }
}
