package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.BugCheck;
import java.util.Optional;

/**
 * What must have been seen at the end of a run.
 *
 * @param packets packets in this order, others may lie between them
 * @param packetsExactly whether no other packets may have been sent
 * @param packetsPosition where the list of packets is written
 * @param packetCounts how many packets of a kind were sent
 * @param connections what ends of TCP connections were like
 * @param netstat which TCP connections hosts had at instants
 * @param callbacks the calls of event callbacks of sockets
 * @param violations the ids of the rules that the driver breaks; empty: none
 * @param leftOver what is left at the end; empty: nothing
 * @param finalStates the state of sockets at the end
 * @param bugCheck the bug check that ends the run
 * @param reached marks that the run must have passed
 * @param position where it is written
 */
public record Expectations(
        ImmutableList<PacketExpectation> packets,
        boolean packetsExactly,
        SourcePosition packetsPosition,
        ImmutableList<PacketCount> packetCounts,
        ImmutableList<ConnectionExpectation> connections,
        ImmutableList<NetstatExpectation> netstat,
        ImmutableList<SocketCallbacks> callbacks,
        ImmutableList<Reference> violations,
        ImmutableList<Placed<LeftOver>> leftOver,
        ImmutableList<SocketExpectation> finalStates,
        Optional<Placed<BugCheck>> bugCheck,
        ImmutableList<Reference> reached,
        SourcePosition position) {
    /** No violation and nothing left over. */
    public static final Expectations DEFAULT = new Expectations(
            ImmutableList.of(),
            false,
            SourcePosition.NONE,
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            Optional.empty(),
            ImmutableList.of(),
            SourcePosition.NONE);
}
