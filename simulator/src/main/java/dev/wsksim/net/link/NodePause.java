package dev.wsksim.net.link;

import dev.wsksim.engine.Event;
import dev.wsksim.engine.SimulationLoop;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether somebody at the ends of links is paused, like a virtual machine that is, and what waits until it goes on:
 * packets that have come, packets that it was about to send, and timers that were due meanwhile.
 *
 * <p>When it goes on, all of them happen at that instant, in the order in which they would have happened. Packets wait up
 * to {@value #MOST_WAITING} in each direction; more are lost, as in the rings of a network interface.
 */
public final class NodePause {

    /** How many packets wait in each direction. Assumption: of the order of the descriptor rings of network interfaces. */
    public static final int MOST_WAITING = 1024;

    private final SimulationLoop loop;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean paused;
    private int arrivals;
    private int departures;

    /** Makes somebody who is not paused. */
    public NodePause(SimulationLoop loop) {
        this.loop = loop;
    }

    /**
     * Something that waits.
     *
     * @param cause the number of the trace record that it follows from
     * @param resumed is called when the pause is over, and schedules what has waited
     */
    private record Waiting(long cause, Runnable resumed) {}

    /** Tells whether it is paused now. */
    public boolean isPaused() {
        return paused;
    }

    /** Begins the pause; tells whether it was not paused before. */
    public boolean begin() {
        boolean changed = !paused;
        paused = true;
        return changed;
    }

    /** Ends the pause and lets all that waits happen at this instant; tells whether it was paused before. */
    public boolean end() {
        if (!paused) {
            return false;
        }
        List<Waiting> all = List.copyOf(waiting);
        forget();
        long cause = loop.cause();
        for (Waiting one : all) {
            loop.setCause(one.cause());
            one.resumed().run();
        }
        loop.setCause(cause);
        return true;
    }

    /** Ends the pause and forgets all that waits, as when the power goes off. */
    public void forget() {
        paused = false;
        waiting.clear();
        arrivals = 0;
        departures = 0;
    }

    /** Has something called when the pause is over, in its turn. */
    public void whenResumed(Runnable resumed) {
        waiting.add(new Waiting(loop.cause(), resumed));
    }

    /** Lets a packet wait that has come; tells whether there was room for it. */
    boolean keepArrival(Event arrival) {
        if (arrivals == MOST_WAITING) {
            return false;
        }
        arrivals++;
        whenResumed(() -> loop.schedule(0, arrival));
        return true;
    }

    /** Lets a packet wait that was about to be sent; tells whether there was room for it. */
    boolean keepDeparture(Event departure) {
        if (departures == MOST_WAITING) {
            return false;
        }
        departures++;
        whenResumed(() -> loop.schedule(0, departure));
        return true;
    }
}
