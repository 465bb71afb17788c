package dev.wsksim.kernel.se;

/**
 * Security descriptors as text, in the security descriptor definition language.
 *
 * <p>{@code O:owner G:group D:flags(ace)(ace)... S:flags(ace)...}, each part optional. No {@code D:} means no DACL,
 * {@code D:} alone an empty one, {@code D:NO_ACCESS_CONTROL} a NULL one. Letters are read in either case and written
 * in capitals; white space is allowed between parts and between entries.
 *
 * <p>{@link #parse} and {@link #format} are exact inverses for every descriptor that SDDL can express. It cannot
 * express the defaulted, untrusted, server-security and resource-manager bits, nor list flags without a list: {@code
 * format} leaves them out, as Windows does.
 *
 * <p>Not simulated, and refused by name: conditional entries (XA, XD, XU, ZA), resource attributes (RA), scoped
 * policies (SP), process trust labels (TL), access filters (FL), and SID aliases that need a domain.
 *
 * <p>Sources: security-descriptor-string-format, ace-strings, sid-strings, MS-DTYP 2.5.1.
 */
public final class Sddl {

    private Sddl() {}

    /**
     * Reads a descriptor.
     *
     * @throws SddlException with the position, when the text is wrong or uses what is not simulated
     */
    public static SecurityDescriptor parse(String text) {
        return new SddlParser(text).parse();
    }

    /** Writes a descriptor. */
    public static String format(SecurityDescriptor descriptor) {
        return SddlFormatter.descriptor(descriptor);
    }
}
