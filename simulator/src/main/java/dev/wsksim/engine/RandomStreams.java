package dev.wsksim.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The source of every random stream of a simulation.
 *
 * <p>A stream is derived from the root seed and the name of the component that draws from it, through SHA-256. So one
 * more host, link or draw changes no other stream.
 */
public final class RandomStreams {

    private final long seed;

    /** Makes the source that belongs to a root seed. */
    public RandomStreams(long seed) {
        this.seed = seed;
    }

    /** Returns the root seed. */
    public long seed() {
        return seed;
    }

    /** Makes the stream of the named component, from its beginning; the component keeps it. */
    public RandomStream stream(String name) {
        MessageDigest sha256 = sha256();
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
        ByteBuffer state = ByteBuffer.wrap(sha256.digest(name.getBytes(StandardCharsets.UTF_8)));
        return new RandomStream(state.getLong(), state.getLong(), state.getLong(), state.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
