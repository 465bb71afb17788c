package dev.wsksim.cli.exercise;

/**
 * What surrounds a driver: a server, 192.0.2.20, that listens at port 7777, how far away it is, and how IRPs are completed.
 *
 * @param latencyMillis how long a packet is under way, in each direction
 * @param refusals how many connections the server refuses before it accepts one
 * @param acceptMillis how long it takes to accept
 * @param completions how IRPs are completed
 */
public record Network(long latencyMillis, int refusals, long acceptMillis, Completions completions) {
    /** A server that is 5 ms away and accepts at once. */
    public static final Network NEAR = new Network(5, 0, 0, Completions.TYPICAL);

    private static final long MOST_MILLIS = 60_000;
    private static final int MOST_REFUSALS = 1_000;

    /** How IRPs are completed. */
    public enum Completions {
        /** As Windows typically does it. */
        TYPICAL("as Windows typically does it"),
        /** Before the function returns. */
        INLINE("before the function returns"),
        /** Later, at PASSIVE_LEVEL. */
        PENDED("later, at PASSIVE_LEVEL"),
        /** Later, at DISPATCH_LEVEL. */
        DISPATCH("later, at DISPATCH_LEVEL");

        private final String label;

        Completions(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * Makes one.
     *
     * @throws IllegalArgumentException when a number is out of its range
     */
    public Network {
        require("latencyMillis", latencyMillis, MOST_MILLIS);
        require("refusals", refusals, MOST_REFUSALS);
        require("acceptMillis", acceptMillis, MOST_MILLIS);
    }

    /** Returns this with another latency. */
    public Network withLatencyMillis(long newLatency) {
        return new Network(newLatency, refusals, acceptMillis, completions);
    }

    /** Returns this with a server that refuses so many connections before it accepts one. */
    public Network withRefusals(int newRefusals) {
        return new Network(latencyMillis, newRefusals, acceptMillis, completions);
    }

    /** Returns this with a server that takes so long to accept. */
    public Network withAcceptMillis(long newAccept) {
        return new Network(latencyMillis, refusals, newAccept, completions);
    }

    /** Returns this with another way to complete IRPs. */
    public Network withCompletions(Completions newCompletions) {
        return new Network(latencyMillis, refusals, acceptMillis, newCompletions);
    }

    private static void require(String name, long value, long most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ", and goes from 0 to " + most);
        }
    }
}
