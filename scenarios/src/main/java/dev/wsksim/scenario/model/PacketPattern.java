package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A kind of packet: a TCP segment with exactly these flags, an ICMP error, or another kind.
 *
 * @param flags the TCP flags; empty for what is no TCP segment
 * @param icmp the ICMP or ICMPv6 error; absent for what is none
 * @param kind the kind of what is neither
 */
public record PacketPattern(
        ImmutableSortedSet<TcpFlag> flags, Optional<UnreachableCode> icmp, Optional<PacketKind> kind) {
    /** Checks that the pattern is one of the three. */
    public PacketPattern {
        int said = (flags.isEmpty() ? 0 : 1) + (icmp.isPresent() ? 1 : 0) + (kind.isPresent() ? 1 : 0);
        if (said != 1) {
            throw new IllegalArgumentException("a packet pattern has TCP flags, an ICMP error or a kind");
        }
    }

    /** Returns the pattern of TCP segments with exactly these flags. */
    public static PacketPattern tcp(TcpFlag... flags) {
        return new PacketPattern(ImmutableSortedSet.copyOf(flags), Optional.empty(), Optional.empty());
    }

    /** Returns the pattern of an ICMP error. */
    public static PacketPattern icmp(UnreachableCode code) {
        return new PacketPattern(ImmutableSortedSet.of(), Optional.of(code), Optional.empty());
    }

    /** Returns the pattern of another kind of packet. */
    public static PacketPattern kind(PacketKind kind) {
        return new PacketPattern(ImmutableSortedSet.of(), Optional.empty(), Optional.of(kind));
    }

    /** Returns the pattern as it is written: {@code SYN+ACK}, {@code ICMP host}, {@code UDP}. */
    @Override
    public String toString() {
        return icmp.map(code -> "ICMP " + code.word())
                .or(() -> kind.map(PacketKind::word))
                .orElseGet(() -> flags.stream().map(TcpFlag::name).collect(Collectors.joining("+")));
    }
}
