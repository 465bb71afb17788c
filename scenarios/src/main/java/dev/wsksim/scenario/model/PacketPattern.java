package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A kind of packet: a TCP segment with exactly these flags, or an ICMP error.
 *
 * @param flags the TCP flags; empty for an ICMP error
 * @param icmp the ICMP or ICMPv6 error; absent for a TCP segment
 */
public record PacketPattern(ImmutableSortedSet<TcpFlag> flags, Optional<UnreachableCode> icmp) {
    /** Checks that the pattern is one of both. */
    public PacketPattern {
        if (flags.isEmpty() == icmp.isEmpty()) {
            throw new IllegalArgumentException("a packet pattern has TCP flags or an ICMP error");
        }
    }

    /** Returns the pattern of TCP segments with exactly these flags. */
    public static PacketPattern tcp(TcpFlag... flags) {
        return new PacketPattern(ImmutableSortedSet.copyOf(flags), Optional.empty());
    }

    /** Returns the pattern of an ICMP error. */
    public static PacketPattern icmp(UnreachableCode code) {
        return new PacketPattern(ImmutableSortedSet.of(), Optional.of(code));
    }

    /** Returns the pattern as it is written: {@code SYN+ACK}, {@code ICMP host}. */
    @Override
    public String toString() {
        return icmp.map(code -> "ICMP " + code.word())
                .orElseGet(() -> flags.stream().map(TcpFlag::name).collect(Collectors.joining("+")));
    }
}
