package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.packet.ByteSlice;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a scripted end does besides connections. */
public sealed interface DatagramAct {
    /** Returns the hosts that it speaks of by name. */
    ImmutableList<Reference> hosts();

    /**
     * A datagram is sent.
     *
     * @param from the host and the port from which
     * @param to where to
     * @param data the data
     * @param hopLimit the hop limit; without one, that of the kind of destination
     * @param refused what forbids it; without one, nothing may
     */
    record SendUdp(
            NetworkPlace from, NetworkPlace to, ByteSlice data, OptionalInt hopLimit, Optional<DatagramRefusal> refused)
            implements DatagramAct {
        @Override
        public ImmutableList<Reference> hosts() {
            return named(from, to);
        }
    }

    /**
     * A packet of any protocol is sent.
     *
     * @param from the host
     * @param to where to
     * @param protocol the protocol number
     * @param data what follows the IP header
     */
    record SendRaw(NetworkPlace from, NetworkPlace to, int protocol, ByteSlice data) implements DatagramAct {
        @Override
        public ImmutableList<Reference> hosts() {
            return named(from, to);
        }
    }

    /**
     * An echo request is sent, and its end is waited for in the background.
     *
     * @param from the host
     * @param to whom it asks
     * @param data what the reply has to bring back
     * @param hopLimit the hop limit; without one, that of the host
     * @param timeout how long a reply is waited for
     * @param outcome what has to come of it
     * @param roundTrip exactly how long it has to take; without it, as long as it takes
     */
    record Ping(
            NetworkPlace from,
            NetworkPlace to,
            ByteSlice data,
            OptionalInt hopLimit,
            SimDuration timeout,
            PingResult outcome,
            Optional<SimDuration> roundTrip)
            implements DatagramAct {
        @Override
        public ImmutableList<Reference> hosts() {
            return named(from, to);
        }
    }

    /**
     * An endpoint joins or leaves a group.
     *
     * @param group the group
     * @param member the host and the port of the endpoint
     * @param interfaceName the interface; without one, the first that is up
     * @param joins whether it joins
     */
    record Membership(NetworkPlace group, NetworkPlace member, Optional<Reference> interfaceName, boolean joins)
            implements DatagramAct {
        @Override
        public ImmutableList<Reference> hosts() {
            return named(member);
        }
    }

    /**
     * A router asks which groups have members.
     *
     * @param from the host that plays the router
     * @param group the group; a wildcard address for all groups of its family
     * @param maxResponse how long a host may take to answer
     */
    record Query(NetworkPlace from, NetworkPlace group, SimDuration maxResponse) implements DatagramAct {
        @Override
        public ImmutableList<Reference> hosts() {
            return named(from);
        }
    }

    private static ImmutableList<Reference> named(NetworkPlace... places) {
        return Stream.of(places)
                .filter(place -> place.address().isEmpty())
                .map(NetworkPlace::name)
                .collect(ImmutableList.toImmutableList());
    }
}
