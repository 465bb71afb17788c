package dev.wsksim.kernel.se;

import java.util.Locale;

/**
 * An ACCESS_MASK: 32 bits, each a right.
 *
 * <p>Bits 0 to 15 depend on the object type; the constants are the bits that mean the same everywhere. Sources:
 * access-mask, MS-DTYP 2.4.3.
 *
 * @param bits the rights
 */
public record AccessMask(int bits) {

    public static final AccessMask NONE = new AccessMask(0);
    public static final AccessMask DELETE = new AccessMask(0x0001_0000);
    public static final AccessMask READ_CONTROL = new AccessMask(0x0002_0000);
    public static final AccessMask WRITE_DAC = new AccessMask(0x0004_0000);
    public static final AccessMask WRITE_OWNER = new AccessMask(0x0008_0000);
    public static final AccessMask SYNCHRONIZE = new AccessMask(0x0010_0000);
    public static final AccessMask ACCESS_SYSTEM_SECURITY = new AccessMask(0x0100_0000);
    public static final AccessMask MAXIMUM_ALLOWED = new AccessMask(0x0200_0000);
    public static final AccessMask GENERIC_ALL = new AccessMask(0x1000_0000);
    public static final AccessMask GENERIC_EXECUTE = new AccessMask(0x2000_0000);
    public static final AccessMask GENERIC_WRITE = new AccessMask(0x4000_0000);
    public static final AccessMask GENERIC_READ = new AccessMask(0x8000_0000);

    /** All bits that depend on the object type. */
    public static final AccessMask SPECIFIC_RIGHTS_ALL = new AccessMask(0x0000_FFFF);
    /** DELETE, READ_CONTROL, WRITE_DAC, WRITE_OWNER and SYNCHRONIZE. */
    public static final AccessMask STANDARD_RIGHTS_ALL = new AccessMask(0x001F_0000);
    /** The four generic bits. */
    public static final AccessMask GENERIC_BITS = new AccessMask(0xF000_0000);

    /** Returns the rights in this mask or in the other. */
    public AccessMask or(AccessMask other) {
        return new AccessMask(bits | other.bits);
    }

    /** Returns the rights in both masks. */
    public AccessMask and(AccessMask other) {
        return new AccessMask(bits & other.bits);
    }

    /** Returns the rights in this mask that are not in the other. */
    public AccessMask without(AccessMask other) {
        return new AccessMask(bits & ~other.bits);
    }

    /** Returns true when this mask has every right of the other. */
    public boolean containsAll(AccessMask other) {
        return (other.bits & ~bits) == 0;
    }

    /** Returns true when the masks share a right. */
    public boolean intersects(AccessMask other) {
        return (bits & other.bits) != 0;
    }

    /** Returns true when no right is set. */
    public boolean isEmpty() {
        return bits == 0;
    }

    /** Returns the mask as C source writes it, such as {@code 0x10000000}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "0x%08X", bits);
    }
}
