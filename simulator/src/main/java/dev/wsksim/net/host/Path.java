package dev.wsksim.net.host;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.link.Link;
import org.jspecify.annotations.Nullable;

/**
 * How packets to a destination leave a host.
 *
 * @param route the route that they take
 * @param out the interface that they leave through; null for those that come back to the host, and where no neighbour
 *     is known on any interface
 * @param nextHop the neighbour that they are given to
 * @param link the link to this neighbour, or null where no neighbour has the address
 * @param outMtu how many bytes they may have on this interface
 * @param learnedMtu how many bytes they may have to get there in one piece, as far as errors have told
 */
record Path(
        Route route,
        @Nullable NetworkInterface out,
        IpAddress nextHop,
        @Nullable Link link,
        int outMtu,
        int learnedMtu) {

    /** Returns the neighbours of the interface, or null where it does not ask for them. */
    @Nullable
    NeighborTable neighbors() {
        return out == null ? null : out.neighbors();
    }

    /** Returns how many bytes packets may have on the interface and the link, whose MTU may change. */
    int linkMtu() {
        return link == null ? outMtu : Math.min(outMtu, link.mtu());
    }

    /** Returns how many bytes packets may have to get there in one piece, as far as is known. */
    int mtu() {
        return Math.min(linkMtu(), learnedMtu);
    }
}
