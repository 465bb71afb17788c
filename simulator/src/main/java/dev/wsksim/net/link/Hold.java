package dev.wsksim.net.link;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.link.PacketQueue.Waiting;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** The packets that a link keeps in front of its conditions, and what tells which ones. */
final class Hold {

    private final Link link;
    private final List<PacketMatcher> matchers = new ArrayList<>();
    private final List<Waiting> kept = new ArrayList<>();

    Hold(Link link) {
        this.link = link;
    }

    void begin(PacketMatch match) {
        matchers.add(new PacketMatcher(match));
    }

    boolean isFor(PacketMatch match) {
        return matchers.stream().anyMatch(matcher -> matcher.match().equals(match));
    }

    void end() {
        matchers.clear();
    }

    boolean isActive() {
        return !matchers.isEmpty();
    }

    int size() {
        return kept.size();
    }

    /** Keeps a packet if one of the matches picks it; tells whether it did. */
    boolean takes(long number, Packet packet) {
        boolean matches = false;
        for (PacketMatcher matcher : matchers) {
            matches |= matcher.matches(packet);
        }
        if (matches) {
            Trace trace = link.environment().trace();
            if (trace.isActive()) {
                trace.emit(new PacketHeld(number, link.name(), packet, "held"));
            }
            SimulationLoop loop = link.environment().loop();
            kept.add(new Waiting(number, packet, loop.nowNanos(), loop.cause()));
        }
        return matches;
    }

    /** Takes out the packets with these numbers, counted from 1, in the order of the numbers; leaves out what is not there. */
    List<Waiting> take(List<Integer> numbers) {
        List<Waiting> taken = new ArrayList<>();
        for (int number : numbers) {
            if (number >= 1 && number <= kept.size()) {
                taken.add(kept.get(number - 1));
            }
        }
        kept.removeAll(taken);
        return taken;
    }
}
