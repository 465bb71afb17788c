package dev.wsksim.net.link;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.SimDuration;

/** How long packets take. */
public sealed interface DelayDistribution {

    /** Draws the delay of one packet in nanoseconds, never negative. */
    long draw(RandomStream random);

    /**
     * Every packet takes the same time.
     *
     * @param delay the time
     */
    record Constant(SimDuration delay) implements DelayDistribution {

        @Override
        public long draw(RandomStream random) {
            return delay.nanos();
        }

        @Override
        public String toString() {
            return delay.toString();
        }
    }

    /**
     * Each time between two bounds, both included, is equally likely.
     *
     * @param least the shortest time
     * @param most the longest time
     */
    record Uniform(SimDuration least, SimDuration most) implements DelayDistribution {

        public Uniform {
            if (most.compareTo(least) < 0) {
                throw new IllegalArgumentException("no time lies between " + least + " and " + most);
            }
        }

        @Override
        public long draw(RandomStream random) {
            return least.nanos() + random.nextLong(most.nanos() - least.nanos() + 1);
        }

        @Override
        public String toString() {
            return "uniform from " + least + " to " + most;
        }
    }

    /**
     * Normally distributed; what would be negative is 0.
     *
     * @param mean the mean of the distribution
     * @param deviation its standard deviation
     */
    record Normal(SimDuration mean, SimDuration deviation) implements DelayDistribution {

        @Override
        public long draw(RandomStream random) {
            double delay = mean.nanos() + deviation.nanos() * StandardNormal.draw(random);
            return Math.max(0, StrictMath.round(delay));
        }

        @Override
        public String toString() {
            return "normal " + mean + " deviation " + deviation;
        }
    }

    /**
     * Log-normally distributed, with a long tail of late packets; mean and deviation are those of the delay itself, not
     * of its logarithm.
     *
     * @param mean the mean of the delay, more than 0
     * @param deviation its standard deviation
     */
    record LogNormal(SimDuration mean, SimDuration deviation) implements DelayDistribution {

        public LogNormal {
            if (mean.nanos() == 0) {
                throw new IllegalArgumentException("the mean of a log-normal delay is more than 0");
            }
        }

        @Override
        public long draw(RandomStream random) {
            double spread = (double) deviation.nanos() / mean.nanos();
            double variance = StrictMath.log(1 + spread * spread);
            double center = StrictMath.log((double) mean.nanos()) - variance / 2;
            return StrictMath.round(StrictMath.exp(center + StrictMath.sqrt(variance) * StandardNormal.draw(random)));
        }

        @Override
        public String toString() {
            return "log-normal " + mean + " deviation " + deviation;
        }
    }
}
