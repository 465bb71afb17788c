package dev.wsksim.net.link;

import dev.wsksim.engine.RandomStream;

/**
 * Draws from the normal distribution with mean 0 and deviation 1, by the method of Box and Muller ("A note on the
 * generation of random normal deviates", Annals of Mathematical Statistics 29, 1958), whose functions StrictMath
 * computes alike on every machine. Each number takes two draws from the stream.
 */
final class StandardNormal {

    private static final double UNIT = 0x1p-53;
    private static final int UNUSED_BITS = 11;

    private StandardNormal() {}

    static double draw(RandomStream random) {
        // From above 0 to 1, since the logarithm of 0 is infinite.
        double radius = ((random.nextLong() >>> UNUSED_BITS) + 1) * UNIT;
        double angle = (random.nextLong() >>> UNUSED_BITS) * UNIT;
        return StrictMath.sqrt(-2 * StrictMath.log(radius)) * StrictMath.cos(2 * Math.PI * angle);
    }
}
