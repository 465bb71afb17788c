package dev.wsksim.net.link;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.Trace;

/** What a stage knows of the link that it works on. */
public final class StageSurroundings {

    private final Link link;
    private final LinkPath path;
    private final int next;

    StageSurroundings(Link link, LinkPath path, int next) {
        this.link = link;
        this.path = path;
        this.next = next;
    }

    /**
     * Returns the stream of random numbers of the condition, whose name is the link, the kind of condition and which of
     * the kind it is: further conditions change no draw of this one.
     */
    RandomStream random(String kind) {
        return path.random(kind);
    }

    SimulationLoop loop() {
        return link.environment().loop();
    }

    Trace trace() {
        return link.environment().trace();
    }

    String linkName() {
        return link.name();
    }

    int mtu() {
        return path.mtu();
    }

    /** Lets a packet that was kept go on to the conditions behind. */
    void pass(long number, Packet packet, long timeNanos) {
        link.carry(path, next, number, packet, timeNanos);
    }

    /** Lets a packet come to this condition again at an instant in the future. */
    void comeAgainAt(long timeNanos, long number, Packet packet) {
        link.comeAgainAt(path, next - 1, number, packet, timeNanos);
    }

    /** Drops a packet that was kept. */
    void drop(long number, Packet packet, String reason) {
        link.dropped(number, packet, reason);
    }
}
