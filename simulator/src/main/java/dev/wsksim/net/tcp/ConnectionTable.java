package dev.wsksim.net.tcp;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * All connections of a host, found by their two endpoints.
 *
 * <p>A hash table with open addressing and linear probing, at most half full, so that a look-up allocates nothing. A
 * removal moves later entries of the same run back instead of leaving marks (Knuth, volume 3, section 6.4, algorithm
 * R), so connections that come and go never slow it down. A list through the connections themselves gives them in the
 * order of their creation.
 */
final class ConnectionTable {

    private static final int INITIAL_SLOTS = 16;
    /** In place of a hash: the slot is empty. */
    private static final int EMPTY = 0;

    private static final int ROW_BITS = 4;
    private static final int ROW_MASK = (1 << ROW_BITS) - 1;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private @Nullable TcpConnection[] slots = new TcpConnection[INITIAL_SLOTS];
    /** The hashes of the connections in the slots, so that a look-up touches no connection but the one it finds. */
    private int[] hashes = new int[INITIAL_SLOTS];

    private int size;
    private @Nullable TcpConnection oldest;
    private @Nullable TcpConnection newest;

    /**
     * Returns a hash that puts 16 ports in a row next to each other. Connections mostly come with one ephemeral port
     * after the other, and so find their slots in the cache however large the table is.
     */
    static int hash(IpAddress local, int localPort, IpAddress remote, int remotePort) {
        int lower = Math.min(localPort, remotePort);
        int higher = Math.max(localPort, remotePort);
        long mixed = (remote.high() ^ remote.low()) + 31 * (local.high() ^ local.low());
        mixed = (mixed * MIX + ((long) lower << 16 | higher >>> ROW_BITS)) * MIX;
        int row = (int) (mixed >>> 32) << ROW_BITS;
        int hash = row | (higher & ROW_MASK);
        return hash == EMPTY ? 1 : hash;
    }

    int size() {
        return size;
    }

    @Nullable
    TcpConnection find(IpAddress local, int localPort, IpAddress remote, int remotePort) {
        int hash = hash(local, localPort, remote, remotePort);
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = slot + 1 & mask) {
            if (hashes[slot] != hash && hashes[slot] != EMPTY) {
                continue;
            }
            TcpConnection candidate = slots[slot];
            if (candidate == null || isBetween(candidate, local, localPort, remote, remotePort)) {
                return candidate;
            }
        }
    }

    private static boolean isBetween(
            TcpConnection candidate, IpAddress local, int localPort, IpAddress remote, int remotePort) {
        return candidate.local().port() == localPort
                && candidate.remote().port() == remotePort
                && candidate.remote().address().equals(remote)
                && candidate.local().address().equals(local);
    }

    /** Adds a connection; there is none between its endpoints yet. */
    void add(TcpConnection connection) {
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        place(connection);
        size++;
        connection.olderInTable = newest;
        if (newest == null) {
            oldest = connection;
        } else {
            newest.newerInTable = connection;
        }
        newest = connection;
    }

    /** Removes a connection that is in the table. */
    void remove(TcpConnection connection) {
        int mask = slots.length - 1;
        int slot = connection.hash & mask;
        while (slots[slot] != connection) {
            if (slots[slot] == null) {
                throw new AssertionError("connection " + connection + " is not in the table");
            }
            slot = slot + 1 & mask;
        }
        closeGap(slot, mask);
        size--;
        unlink(connection);
    }

    /** Returns all connections in the order of their creation. */
    ImmutableList<TcpConnection> inOrder() {
        ImmutableList.Builder<TcpConnection> all = ImmutableList.builderWithExpectedSize(size);
        for (TcpConnection connection = oldest; connection != null; connection = connection.newerInTable) {
            all.add(connection);
        }
        return all.build();
    }

    private void place(TcpConnection connection) {
        int mask = slots.length - 1;
        int slot = connection.hash & mask;
        while (hashes[slot] != EMPTY) {
            slot = slot + 1 & mask;
        }
        slots[slot] = connection;
        hashes[slot] = connection.hash;
    }

    private void grow() {
        slots = new TcpConnection[2 * slots.length];
        hashes = new int[slots.length];
        for (TcpConnection connection = oldest; connection != null; connection = connection.newerInTable) {
            place(connection);
        }
    }

    private void closeGap(int emptied, int mask) {
        int gap = emptied;
        int slot = gap;
        while (true) {
            slots[gap] = null;
            hashes[gap] = EMPTY;
            do {
                slot = slot + 1 & mask;
                if (hashes[slot] == EMPTY) {
                    return;
                }
            } while ((slot - hashes[slot] & mask) < (slot - gap & mask));
            slots[gap] = slots[slot];
            hashes[gap] = hashes[slot];
            gap = slot;
        }
    }

    private void unlink(TcpConnection connection) {
        TcpConnection older = connection.olderInTable;
        TcpConnection newer = connection.newerInTable;
        if (older == null) {
            oldest = newer;
        } else {
            older.newerInTable = newer;
        }
        if (newer == null) {
            newest = older;
        } else {
            newer.olderInTable = older;
        }
        connection.olderInTable = null;
        connection.newerInTable = null;
    }
}
