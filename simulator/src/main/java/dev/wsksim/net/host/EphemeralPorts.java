package dev.wsksim.net.host;

import java.util.function.IntPredicate;

/**
 * Hands out ports of the dynamic range to those who do not care which one they get.
 *
 * <p>The default range is that of Windows since Vista, 49152 to 65535 (RFC 6335 section 6; see the Win32 page on the
 * default dynamic port range). Assumption: the ports are tried one after the other from the beginning of the range,
 * going on where the last one was found and starting over at its end. The order in which Windows tries them is not
 * documented.
 */
public final class EphemeralPorts {

    /** The first port of the default dynamic range. */
    public static final int DEFAULT_FIRST = 49152;
    /** The last port of the default dynamic range. */
    public static final int DEFAULT_LAST = 65535;
    /** What {@link #allocate} returns when every port of the range is taken. */
    public static final int EXHAUSTED = -1;

    private final int first;
    private final int last;
    private int next;

    EphemeralPorts(int first, int last) {
        this.first = first;
        this.last = last;
        this.next = first;
    }

    /**
     * Finds a free port.
     *
     * @param isFree tells whether a port can be had; asked in order, each port at most once
     * @return the first free port, or {@link #EXHAUSTED}
     */
    public int allocate(IntPredicate isFree) {
        int port = next;
        do {
            int candidate = port;
            port = candidate == last ? first : candidate + 1;
            if (isFree.test(candidate)) {
                next = port;
                return candidate;
            }
        } while (port != next);
        return EXHAUSTED;
    }

    /** Returns the first port of the range. */
    public int first() {
        return first;
    }

    /** Returns the last port of the range. */
    public int last() {
        return last;
    }
}
