package dev.wsksim.net.link;

import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;

/** Which packets a queue drops. */
public sealed interface QueuePolicy {

    /** The packet that finds the queue full. */
    record Tail() implements QueuePolicy {

        @Override
        public String toString() {
            return "tail drop";
        }
    }

    /**
     * Random Early Detection: packets that arrive are dropped with a probability that grows with the average length of
     * the queue (S. Floyd and V. Jacobson, "Random early detection gateways for congestion avoidance", IEEE/ACM
     * Transactions on Networking 1, 1993); and those that find the queue full.
     *
     * @param least the average length below which nothing is dropped, in the unit of the queue's limit
     * @param most the average length from which on everything is dropped
     * @param atMost the probability just below that, max_p in the paper
     * @param weight the weight of each arrival in the average, w_q in the paper
     */
    record Red(long least, long most, Ratio atMost, Ratio weight) implements QueuePolicy {

        /** The weight that the paper recommends (section 7). */
        public static final Ratio USUAL_WEIGHT = Ratio.of(2, 1000);
        /** The probability with which the paper simulates (section 5). */
        public static final Ratio USUAL_AT_MOST = Ratio.of(1, 50);
        /** The largest denominator of both ratios, so that all sums fit. */
        public static final long MOST_DENOMINATOR = 1_000_000;

        public Red {
            if (least < 0 || most <= least || most > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("no average length lies from " + least + " to " + most);
            }
            if (atMost.isZero()
                    || weight.isZero()
                    || atMost.denominator() > MOST_DENOMINATOR
                    || weight.denominator() > MOST_DENOMINATOR) {
                throw new IllegalArgumentException("the ratios of RED are more than 0 and have denominators up to "
                        + MOST_DENOMINATOR + ", not " + atMost + " and " + weight);
            }
        }

        @Override
        public String toString() {
            return "RED from " + least + " to " + most + " at most " + atMost + " weight " + weight;
        }
    }

    /**
     * Controlled Delay: packets at the head are dropped, ever more often, while all have waited longer than a target for
     * an interval (RFC 8289); and those that find the queue full.
     *
     * @param target the wait that is acceptable; 5 ms in the RFC (section 4.2)
     * @param interval how long it may be exceeded; 100 ms in the RFC (section 4.2)
     */
    record CoDel(SimDuration target, SimDuration interval) implements QueuePolicy {

        /** The parameters of RFC 8289. */
        public static final CoDel USUAL = new CoDel(SimDuration.ofMillis(5), SimDuration.ofMillis(100));

        public CoDel {
            if (target.nanos() == 0 || interval.compareTo(target) < 0) {
                throw new IllegalArgumentException(
                        "CoDel cannot have the target " + target + " and the interval " + interval);
            }
        }

        @Override
        public String toString() {
            return "CoDel target " + target + " interval " + interval;
        }
    }
}
