package dev.wsksim.net.packet;

import dev.wsksim.trace.FieldVisitor;

/**
 * What few packets have in their IP header besides addresses, hop limit and payload.
 *
 * @param trafficClass the octet Type of Service or Traffic Class, from 0 to 255: six bits of DSCP (RFC 2474), and ECN in
 *     the two lowest ones (RFC 3168)
 * @param fragmentation whether routers may cut it
 * @param options the options of IPv4, of which there are at most 40 bytes, a multiple of 4; empty without any
 */
public record IpExtras(int trafficClass, Fragmentation fragmentation, ByteSlice options) {

    /** What nearly all packets have. */
    public static final IpExtras NONE = new IpExtras(0, Fragmentation.USUAL, ByteSlice.EMPTY);
    /** How many bytes of options a header of IPv4 has at most: its length has four bits and counts words. */
    public static final int MAX_OPTION_BYTES = 40;
    /** The two bits of ECN. */
    public static final int ECN_MASK = 3;
    /** The value of the ECN bits by which routers say that there is congestion. */
    public static final int CONGESTION_EXPERIENCED = 3;

    private static final int MOST = 255;
    /** In the type of an option, the bit that has every fragment carry it (RFC 791 section 3.1). */
    private static final int COPIED = 0x80;

    private static final int NO_OPERATION = 1;

    public IpExtras {
        if (trafficClass < 0 || trafficClass > MOST) {
            throw new IllegalArgumentException("a traffic class is from 0 to 255, not " + trafficClass);
        }
        if (options.length() > MAX_OPTION_BYTES || options.length() % Integer.BYTES != 0) {
            throw new IllegalArgumentException("a header cannot have " + options.length() + " bytes of options");
        }
    }

    /** Returns these, or {@link #NONE} where they are the same. */
    public static IpExtras of(int trafficClass, Fragmentation fragmentation, ByteSlice options) {
        return trafficClass == 0 && fragmentation == Fragmentation.USUAL && options.isEmpty()
                ? NONE
                : new IpExtras(trafficClass, fragmentation, options);
    }

    /** Returns what a fragment has of them; only the first one has the options that are not to be copied. */
    IpExtras forFragment(boolean first) {
        return of(trafficClass, Fragmentation.USUAL, first ? options : copied());
    }

    private ByteSlice copied() {
        byte[] bytes = options.toByteArray();
        byte[] kept = new byte[bytes.length];
        int count = 0;
        for (int at = 0; at < bytes.length && bytes[at] != 0; ) {
            int length = bytes[at] == NO_OPERATION ? 1 : Byte.toUnsignedInt(bytes[at + 1]);
            if ((bytes[at] & COPIED) != 0) {
                System.arraycopy(bytes, at, kept, count, length);
                count += length;
            }
            at += length;
        }
        return ByteSlice.of(kept, 0, (count + Integer.BYTES - 1) / Integer.BYTES * Integer.BYTES);
    }

    /** Gives what is not usual to a visitor. */
    void visit(FieldVisitor fields) {
        if (trafficClass != 0) {
            fields.number("trafficClass", trafficClass);
        }
        if (fragmentation != Fragmentation.USUAL) {
            fields.flag("dontFragment", fragmentation == Fragmentation.FORBIDDEN);
        }
        if (!options.isEmpty()) {
            fields.number("optionBytes", options.length());
        }
    }
}
