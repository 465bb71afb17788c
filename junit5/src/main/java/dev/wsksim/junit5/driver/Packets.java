package dev.wsksim.junit5.driver;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import java.util.function.Predicate;

/**
 * Packets that hosts have sent, in their order, as entries of a trace. A packet's text has the name of its link and what
 * the packet is, such as {@code client > server: SYN 192.0.2.10:49152 > 192.0.2.20:445 seq 7}.
 *
 * @param entries the entries, whose records are {@link PacketSent}
 */
public record Packets(ImmutableList<TraceEntry> entries) {

    /** Returns all packets of a trace. */
    public static Packets sent(TraceLog trace) {
        return new Packets(trace.entries().stream()
                .filter(entry -> entry.record() instanceof PacketSent)
                .collect(ImmutableList.toImmutableList()));
    }

    /** Returns those whose text has a part. */
    public Packets with(String part) {
        return where(entry -> entry.record().describe().contains(part));
    }

    /** Returns those that a host has sent, or passed on. */
    public Packets from(String host) {
        return where(entry -> ((PacketSent) entry.record()).link().startsWith(host + " > "));
    }

    /** Returns how many there are. */
    public int count() {
        return entries.size();
    }

    private Packets where(Predicate<TraceEntry> condition) {
        return new Packets(entries.stream().filter(condition).collect(ImmutableList.toImmutableList()));
    }

    /** Returns them a line each. */
    @Override
    public String toString() {
        return TraceText.of(entries);
    }
}
