package dev.wsksim.net.peer;

import dev.wsksim.engine.SimDuration;
import java.util.Optional;

/**
 * How many connections a port of a scripted peer keeps until its application takes them, and when that is. What comes
 * while the queue is full is refused with RST.
 *
 * @param most how many may wait, unfinished handshakes included, at least 1
 * @param taking when the application takes connections
 */
public record Backlog(int most, Taking taking) {

    public Backlog {
        if (most < 1) {
            throw new IllegalArgumentException("a backlog is at least 1, not " + most);
        }
    }

    /**
     * When an application takes connections.
     *
     * @param every how long it takes for each, from the instant at which there is one to be taken; zero: no time; absent:
     *     it takes none
     */
    public record Taking(Optional<SimDuration> every) {

        /** Each as soon as it is established. */
        public static final Taking AT_ONCE = new Taking(Optional.of(SimDuration.ZERO));

        /** None. */
        public static final Taking NEVER = new Taking(Optional.empty());

        /** One after the other, each after so long. */
        public static Taking every(SimDuration time) {
            return new Taking(Optional.of(time));
        }
    }
}
