package dev.wsksim.net.packet;

import com.google.common.primitives.ImmutableIntArray;

/**
 * The blocks of a SACK option (RFC 2018 section 3), the one that was received last in front: each says that the data
 * from its left edge up to, but without, its right edge has arrived.
 *
 * @param edges left edge and right edge of one block after the other, unsigned numbers of 32 bits
 */
public record SackBlocks(ImmutableIntArray edges) {

    /** The most blocks for which 40 bytes of options have room (RFC 2018 section 3). */
    public static final int MOST = 4;

    /** No blocks: the option is not there. */
    public static final SackBlocks NONE = new SackBlocks(ImmutableIntArray.of());

    public SackBlocks {
        if (edges.length() % 2 != 0 || edges.length() > 2 * MOST) {
            throw new IllegalArgumentException("no SACK option has " + edges.length() + " edges");
        }
    }

    /** Returns blocks with these edges, left and right in turn. */
    public static SackBlocks of(int... edges) {
        return edges.length == 0 ? NONE : new SackBlocks(ImmutableIntArray.copyOf(edges));
    }

    /** Returns how many blocks there are. */
    public int count() {
        return edges.length() / 2;
    }

    /** Returns the first sequence number of a block. */
    public int left(int block) {
        return edges.get(2 * block);
    }

    /** Returns the sequence number behind a block. */
    public int right(int block) {
        return edges.get(2 * block + 1);
    }

    /** Returns the blocks as captures show them, for example {@code 100-200 300-400}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int block = 0; block < count(); block++) {
            text.append(block == 0 ? "" : " ")
                    .append(Integer.toUnsignedString(left(block)))
                    .append('-')
                    .append(Integer.toUnsignedString(right(block)));
        }
        return text.toString();
    }
}
