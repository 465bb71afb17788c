package dev.wsksim.net.ip;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The path MTUs that a host has learned from errors, by destination (RFC 1191 section 6.3, RFC 8201 section 5.2).
 *
 * <p>Each is forgotten ten minutes after it was learned last, so that a path that has become wider is used (RFC 1191
 * section 6.3, RFC 8201 section 5.3).
 */
public final class PathMtus {

    /** How long a path MTU is believed, in nanoseconds. */
    public static final long AGE_NANOS = 600_000_000_000L;
    /** No path MTU of IPv4 is believed to be less (RFC 791 section 3.2). */
    public static final int MIN_MTU_4 = 68;
    /** An error that tells less is not believed over IPv6, where every link has as much (RFC 8201 section 4). */
    public static final int MIN_MTU_6 = 1280;

    /** The plateaus of RFC 1191 section 7.1, for routers that do not tell the MTU. */
    private static final int[] PLATEAUS = {32000, 17914, 8166, 4352, 2002, 1492, 1006, 508, 296, MIN_MTU_4};

    /** The most destinations that are remembered; the one learned first makes room. Assumption. */
    private static final int MAX_ENTRIES = 4096;

    private record Entry(int mtu, long learnedNanos) {}

    private final Map<IpAddress, Entry> entries = new LinkedHashMap<>();
    /** No entry was learned before this time. */
    private long oldestNanos;

    /** Makes a cache that knows nothing. */
    public PathMtus() {}

    /** Returns the path MTU to a destination, or another number where none was learned. */
    public int find(IpAddress destination, int otherwise) {
        Entry entry = entries.isEmpty() ? null : entries.get(destination);
        return entry == null ? otherwise : entry.mtu();
    }

    /**
     * Learns from an error that a packet of so many bytes was too big for a hop with an MTU.
     *
     * @param nextHopMtu what the error says, 0 where the router did not know better (RFC 1191 section 5)
     * @param before the path MTU so far
     * @return whether the path MTU is less than before
     */
    public boolean learn(IpAddress destination, int nextHopMtu, int packetBytes, int before, long nowNanos) {
        boolean ipv4 = destination.family() == IpFamily.IPV4;
        int told = nextHopMtu == 0 && ipv4 ? plateauBelow(packetBytes) : nextHopMtu;
        int mtu = ipv4 ? Math.max(told, MIN_MTU_4) : told;
        if (mtu >= before || (!ipv4 && mtu < MIN_MTU_6)) {
            return false;
        }
        entries.remove(destination);
        if (entries.size() >= MAX_ENTRIES) {
            entries.remove(entries.keySet().iterator().next());
        }
        entries.put(destination, new Entry(mtu, nowNanos));
        oldestNanos = entries.size() == 1 ? nowNanos : oldestNanos;
        return true;
    }

    /** Forgets what was learned too long ago; tells whether anything was. */
    public boolean forgetOld(long nowNanos) {
        if (entries.isEmpty() || nowNanos - oldestNanos < AGE_NANOS) {
            return false;
        }
        boolean any = entries.values().removeIf(entry -> nowNanos - entry.learnedNanos() >= AGE_NANOS);
        // Entries stand in the order in which they were learned.
        oldestNanos = entries.isEmpty() ? 0 : entries.values().iterator().next().learnedNanos();
        return any;
    }

    /** Forgets everything, as a host that starts again does. */
    public void clear() {
        entries.clear();
    }

    private static int plateauBelow(int bytes) {
        for (int plateau : PLATEAUS) {
            if (plateau < bytes) {
                return plateau;
            }
        }
        return MIN_MTU_4;
    }
}
