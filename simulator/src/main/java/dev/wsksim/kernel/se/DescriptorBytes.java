package dev.wsksim.kernel.se;

import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_ACL;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_SID;
import static dev.wsksim.kernel.NtStatus.STATUS_UNKNOWN_REVISION;

import com.google.common.primitives.ImmutableIntArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/**
 * The bytes of a descriptor, read by offset: numbers, GUIDs and SIDs. The caller checks bounds with {@link
 * #requireAcl}.
 */
final class DescriptorBytes {

    private static final int SID_HEADER_SIZE = 8;

    private final ByteBuffer bytes;

    DescriptorBytes(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int length() {
        return bytes.capacity();
    }

    int u8(int at) {
        return Byte.toUnsignedInt(bytes.get(at));
    }

    int u16(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    int i32(int at) {
        return bytes.getInt(at);
    }

    /** Fails with STATUS_INVALID_ACL unless {@code size} bytes are there before {@code end}. */
    void requireAcl(int at, int size, int end) throws SecurityFormatException {
        if (size > end - at) {
            throw new SecurityFormatException(
                    STATUS_INVALID_ACL, at, size + " bytes are needed and " + (end - at) + " are there");
        }
    }

    /** The first three fields of a GUID are little-endian numbers, the rest is bytes in order (MS-DTYP 2.3.4.2). */
    UUID guid(int at) {
        long high = Integer.toUnsignedLong(i32(at)) << 32 | (long) u16(at + 4) << 16 | u16(at + 6);
        return new UUID(high, Long.reverseBytes(bytes.getLong(at + 8)));
    }

    /** Reads the SID that starts at an offset and ends at {@code end} or before. */
    Sid sid(int at, int end) throws SecurityFormatException {
        if (end - at < SID_HEADER_SIZE) {
            throw new SecurityFormatException(STATUS_INVALID_SID, at, "there is no room for a SID");
        }
        if (u8(at) != 1) {
            throw new SecurityFormatException(STATUS_UNKNOWN_REVISION, at, "the SID's revision is " + u8(at));
        }
        int count = u8(at + 1);
        if (count < 1 || count > Sid.MAX_SUB_AUTHORITIES || end - at < SID_HEADER_SIZE + 4 * count) {
            throw new SecurityFormatException(
                    STATUS_INVALID_SID, at, "the SID cannot have " + count + " sub-authorities");
        }
        ImmutableIntArray.Builder subAuthorities = ImmutableIntArray.builder(count);
        for (int i = 0; i < count; i++) {
            subAuthorities.add(i32(at + SID_HEADER_SIZE + 4 * i));
        }
        return new Sid(authority(at + 2), subAuthorities.build());
    }

    /** The authority is the one big-endian number in a descriptor. */
    private long authority(int at) {
        long authority = 0;
        for (int i = 0; i < 6; i++) {
            authority = authority << 8 | u8(at + i);
        }
        return authority;
    }
}
