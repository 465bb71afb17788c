package dev.wsksim.net.host;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.ip.SourceAddress;
import dev.wsksim.net.ip.SourceSelection;
import org.jspecify.annotations.Nullable;

/** Gives the addresses of a host's interfaces to {@link SourceSelection}. */
final class SourceChoice {

    private SourceChoice() {}

    static @Nullable IpAddress choose(
            ImmutableList<NetworkInterface> interfaces, @Nullable Path path, IpAddress remote) {
        return SourceSelection.select(candidates(interfaces, path), remote).orElse(null);
    }

    /** Returns the addresses that a packet on this path may be sent from. */
    static ImmutableList<SourceAddress> candidates(ImmutableList<NetworkInterface> interfaces, @Nullable Path path) {
        ImmutableList.Builder<SourceAddress> candidates = ImmutableList.builder();
        for (NetworkInterface own : interfaces) {
            if (own.isUp()) {
                boolean outgoing = path == null || path.out() == null || path.out() == own;
                for (HostAddress address : own.addresses()) {
                    candidates.add(new SourceAddress(
                            address.address(), address.prefixLength(), address.isDeprecated(), outgoing));
                }
            }
        }
        return candidates.build();
    }
}
