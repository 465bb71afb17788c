package dev.wsksim.net.link;

import com.google.common.math.LongMath;
import dev.wsksim.engine.RandomStream;

/**
 * Random Early Detection for one queue, after Figure 2 of Floyd and Jacobson, 1993: an average queue length, and a
 * count of the packets since the last drop that spreads the drops evenly.
 *
 * <p>Lengths are in the unit of the queue's limit, and kept with {@value #FRACTION_BITS} binary places; probabilities
 * are ratios of whole numbers.
 */
final class RedJudge {

    private static final int FRACTION_BITS = 16;
    /** Binary places of the average that the probability looks at; fewer, so that all products fit in 63 bits. */
    private static final int PROBABILITY_BITS = 8;

    private final QueuePolicy.Red parameters;
    private final long typicalNanos;
    private final RandomStream random;
    private final long least;
    private final long most;
    private long average;
    private long count = -1;

    /**
     * Makes a judge.
     *
     * @param typicalNanos the time that a typical packet takes, by which the average sinks while the queue is empty
     */
    RedJudge(QueuePolicy.Red parameters, long typicalNanos, RandomStream random) {
        this.parameters = parameters;
        this.typicalNanos = typicalNanos;
        this.random = random;
        this.least = parameters.least() << FRACTION_BITS;
        this.most = parameters.most() << FRACTION_BITS;
    }

    /**
     * Tells whether a packet that arrives is dropped.
     *
     * @param timeNanos when it arrives
     * @param length how long the queue is then
     * @param emptySinceNanos since when the queue has been empty, where it is
     */
    boolean drops(long timeNanos, long length, long emptySinceNanos) {
        updateAverage(timeNanos, length, emptySinceNanos);
        if (average < least) {
            count = -1;
            return false;
        }
        count++;
        if (average >= most || marks()) {
            count = 0;
            return true;
        }
        return false;
    }

    /** Returns the average length, in whole units. */
    long averageLength() {
        return average >> FRACTION_BITS;
    }

    private void updateAverage(long timeNanos, long length, long emptySinceNanos) {
        long weight = parameters.weight().numerator();
        long whole = parameters.weight().denominator();
        if (length > 0) {
            average += LongMath.saturatedMultiply((length << FRACTION_BITS) - average, weight) / whole;
            return;
        }
        // As if so many typical packets had met an empty queue: avg = (1 - w_q)^m avg.
        long missed = Math.max(0, timeNanos - emptySinceNanos) / typicalNanos;
        double kept = StrictMath.pow((double) (whole - weight) / whole, (double) missed);
        average = (long) StrictMath.floor((double) average * kept);
    }

    /** Draws with p_a = p_b / (1 - count p_b), where p_b = max_p (avg - min) / (max - min). */
    private boolean marks() {
        long over = (average - least) >> PROBABILITY_BITS;
        long range = (most - least) >> PROBABILITY_BITS;
        long numerator = LongMath.saturatedMultiply(parameters.atMost().numerator(), over);
        long denominator = LongMath.saturatedMultiply(parameters.atMost().denominator(), range);
        if (numerator == 0) {
            return false;
        }
        long rest = denominator - LongMath.saturatedMultiply(count, numerator);
        return rest <= numerator || random.nextLong(rest) < numerator;
    }
}
