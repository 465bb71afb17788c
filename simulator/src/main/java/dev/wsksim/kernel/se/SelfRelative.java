package dev.wsksim.kernel.se;

/**
 * Security descriptors as bytes, in the self-relative form.
 *
 * <p>A 20-byte header with four offsets, then the parts. {@link #encode} writes them in the order of the header
 * (owner, group, SACL, DACL) without gaps. {@link #decode} takes them in any order, with gaps and with free space at
 * the end of a list, so bytes that are not in this canonical order come back in it. Everything else is strict:
 * reserved bytes are zero, offsets are multiples of 4 and lie behind the header, a list that is not present has no
 * offset, sizes match contents.
 *
 * <p>Where several statuses could be meant we choose by the part that is wrong; NT's own order of checks is not
 * documented (assumption). Source: MS-DTYP 2.4.6, nf-ntifs-rtlvalidrelativesecuritydescriptor.
 */
public final class SelfRelative {

    static final int HEADER_SIZE = 20;
    static final int REVISION = 1;

    private SelfRelative() {}

    /** Writes a descriptor. */
    public static byte[] encode(SecurityDescriptor descriptor) {
        return new SelfRelativeEncoder(descriptor).encode();
    }

    /**
     * Reads a descriptor.
     *
     * @throws SecurityFormatException with offset and status, when the bytes are malformed or hold what is not
     *     simulated
     */
    public static SecurityDescriptor decode(byte[] bytes) throws SecurityFormatException {
        return new SelfRelativeDecoder(bytes).decode();
    }
}
