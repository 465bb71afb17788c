package dev.wsksim.kernel.se;

import static dev.wsksim.kernel.NtStatus.STATUS_BAD_DESCRIPTOR_FORMAT;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_ACL;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_SECURITY_DESCR;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_SID;
import static dev.wsksim.kernel.NtStatus.STATUS_NOT_SUPPORTED;
import static dev.wsksim.kernel.NtStatus.STATUS_UNKNOWN_REVISION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.io.BaseEncoding;
import dev.wsksim.kernel.NtStatus;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Malformed bytes are refused with offset and status.
 *
 * <p>Most cases change a byte of this descriptor, {@code O:SYD:(A;;GA;;;BA)}:
 *
 * <pre>
 *  0 header    01 00 0480 | 14000000 owner | 00000000 group | 00000000 SACL | 20000000 DACL
 * 20 owner     01 01 000000000005 12000000
 * 32 DACL      02 00 2000 0100 0000
 * 40 entry     00 00 1800 00000010
 * 48 trustee   01 02 000000000005 20000000 20020000
 * 64
 * </pre>
 */
class SelfRelativeDecodeTest {

    private static final BaseEncoding HEX = BaseEncoding.base16().lowerCase();
    private static final String BASE = "O:SYD:(A;;GA;;;BA)";
    private static final String OBJECT = "D:(OA;;GA;00299570-246d-11d0-a768-00aa006e0529;;SY)";

    @Test
    void decode_untouched_isAccepted() throws Exception {
        assertThat(Sddl.format(SelfRelative.decode(base()))).isEqualTo(BASE);
    }

    @Test
    void decode_everyTruncation_isRefused() {
        for (int length = 0; length < base().length; length++) {
            byte[] cut = Arrays.copyOf(base(), length);
            assertThat(catchThrowableOfType(SecurityFormatException.class, () -> SelfRelative.decode(cut)))
                    .as("%s bytes", length)
                    .isNotNull();
        }
    }

    @Test
    void decode_shortHeader_isAnInvalidDescriptor() {
        refused(Arrays.copyOf(base(), 19), STATUS_INVALID_SECURITY_DESCR, 19);
        refused(new byte[0], STATUS_INVALID_SECURITY_DESCR, 0);
    }

    @Test
    void decode_wrongRevisions_areUnknownRevisions() {
        refused(with(0, 2), STATUS_UNKNOWN_REVISION, 0);
        refused(with(20, 2), STATUS_UNKNOWN_REVISION, 20);
        refused(with(32, 1), STATUS_UNKNOWN_REVISION, 32);
        refused(with(32, 5), STATUS_UNKNOWN_REVISION, 32);
        refused(with(48, 0), STATUS_UNKNOWN_REVISION, 48);
    }

    @Test
    void decode_absoluteForm_isABadDescriptorFormat() {
        refused(with(3, 0x00), STATUS_BAD_DESCRIPTOR_FORMAT, 2);
    }

    @Test
    void decode_reservedByteOfHeader_isRefusedUnlessDeclared() throws Exception {
        refused(with(1, 7), STATUS_INVALID_SECURITY_DESCR, 1);
        byte[] declared = with(1, 7);
        declared[3] = (byte) 0xC0;
        SecurityDescriptor descriptor = SelfRelative.decode(declared);
        assertThat(descriptor.resourceManagerControl()).isEqualTo(7);
        assertThat(descriptor.control()).containsExactly(ControlBit.SE_RM_CONTROL_VALID);
    }

    @Test
    void decode_badOffsets_areInvalidDescriptors() {
        refused(with(4, 16), STATUS_INVALID_SECURITY_DESCR, 4);
        refused(with(4, 22), STATUS_INVALID_SECURITY_DESCR, 4);
        refused(with(4, 64), STATUS_INVALID_SECURITY_DESCR, 4);
        refused(with(7, 0x80), STATUS_INVALID_SECURITY_DESCR, 4);
        refused(with(8, 1), STATUS_INVALID_SECURITY_DESCR, 8);
        refused(with(19, 0xFF), STATUS_INVALID_SECURITY_DESCR, 16);
    }

    @Test
    void decode_offsetWithoutPresentBit_isAnInvalidDescriptor() {
        refused(with(2, 0), STATUS_INVALID_SECURITY_DESCR, 16);
        refused(with(12, 32), STATUS_INVALID_SECURITY_DESCR, 12);
    }

    @Test
    void decode_badSids_areInvalidSids() {
        refused(with(21, 0), STATUS_INVALID_SID, 20);
        refused(with(21, 16), STATUS_INVALID_SID, 20);
        refused(with(21, 15), STATUS_INVALID_SID, 20);
        refused(with(4, 60), STATUS_INVALID_SID, 60);
        refused(with(49, 3), STATUS_INVALID_SID, 48);
    }

    @Test
    void decode_badAclHeaders_areInvalidAcls() {
        refused(with(33, 1), STATUS_INVALID_ACL, 32);
        refused(with(38, 1), STATUS_INVALID_ACL, 32);
        refused(with(34, 4), STATUS_INVALID_ACL, 32);
        refused(with(34, 0x1E), STATUS_INVALID_ACL, 32);
        refused(with(34, 0x24), STATUS_INVALID_ACL, 32);
        refused(with(36, 2), STATUS_INVALID_ACL, 64);
        refused(with(16, 60), STATUS_INVALID_ACL, 60);
    }

    @Test
    void decode_badEntries_areInvalidAcls() {
        refused(with(42, 0), STATUS_INVALID_ACL, 40);
        refused(with(42, 0x16), STATUS_INVALID_ACL, 40);
        refused(with(42, 0x1C), STATUS_INVALID_ACL, 40);
        refused(with(42, 4), STATUS_INVALID_ACL, 40);
        refused(with(49, 1), STATUS_INVALID_ACL, 40);
        refused(with(40, 2), STATUS_INVALID_ACL, 40);
        refused(with(40, 5), STATUS_INVALID_ACL, 40);
        refused(with(40, 0x16), STATUS_INVALID_ACL, 40);
        refused(with(40, 4), STATUS_INVALID_ACL, 40);
    }

    @Test
    void decode_badObjectEntries_areInvalidAcls() {
        byte[] flags = SelfRelative.encode(Sddl.parse(OBJECT));
        flags[36] = 4;
        refused(flags, STATUS_INVALID_ACL, 28);
        byte[] moreGuids = SelfRelative.encode(Sddl.parse(OBJECT));
        moreGuids[36] = 3;
        refused(moreGuids, STATUS_INVALID_ACL, 28);
        byte[] oldRevision = SelfRelative.encode(Sddl.parse(OBJECT));
        oldRevision[20] = 2;
        refused(oldRevision, STATUS_INVALID_ACL, 28);
    }

    @Test
    void decode_labelForAnAccount_isAnInvalidAcl() {
        byte[] bytes = SelfRelative.encode(Sddl.parse("S:(ML;;NW;;;LW)"));
        bytes[20 + 8 + 8 + 7] = 5;
        refused(bytes, STATUS_INVALID_ACL, 28);
    }

    @Test
    void decode_entriesThatAreNotSimulated_areRefusedByName() {
        refused(with(40, 0x09), STATUS_NOT_SUPPORTED, 40);
        refused(with(40, 0x12), STATUS_NOT_SUPPORTED, 40);
        refused(with(41, 0x20), STATUS_NOT_SUPPORTED, 41);
        SecurityFormatException error =
                catchThrowableOfType(SecurityFormatException.class, () -> SelfRelative.decode(with(40, 0x09)));
        assertThat(error.isUnsupported()).isTrue();
        assertThat(error).hasMessage("at byte 40: entries of type 0x09 are not simulated (STATUS_NOT_SUPPORTED)");
    }

    @Test
    void decode_objectEntryWithoutGuid_becomesABasicEntry() throws Exception {
        byte[] bytes = HEX.decode("0100048000000000000000000000000014000000" + "0400200001000000" + "05001800"
                + "00000010" + "00000000" + "010100000000000512000000");
        assertThat(Sddl.format(SelfRelative.decode(bytes))).isEqualTo("D:(A;;GA;;;SY)");
    }

    @Test
    void decode_freeSpaceGapsAndForeignOrder_areAccepted() throws Exception {
        // DACL first, with 8 bytes of free space, then a gap of 4 bytes, then the owner, then 3 trailing bytes
        byte[] bytes = HEX.decode("010004803c000000000000000000000014000000"
                + "0200240001000000" + "0000140001000000" + "010100000000000100000000" + "aaaaaaaabbbbbbbb"
                + "cccccccc"
                + "010100000000000512000000"
                + "dddddd");
        assertThat(Sddl.format(SelfRelative.decode(bytes))).isEqualTo("O:SYD:(A;;0x1;;;WD)");
    }

    @Test
    void decode_randomBytes_throwNothingElse() {
        long seed = 4711;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            decodeOrRefuse(bytes);
        }
    }

    @Test
    void decode_mutilatedDescriptors_throwNothingElse() {
        long seed = 4712;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        RandomDescriptors descriptors = new RandomDescriptors(seed);
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = SelfRelative.encode(descriptors.any());
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                bytes[random.nextInt(bytes.length)] =
                        (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(40));
            }
            accepted += decodeOrRefuse(bytes) ? 1 : 0;
        }
        assertThat(accepted).isBetween(1_000, 19_000);
    }

    /** Whatever is accepted must be in canonical form after one more round. */
    private static boolean decodeOrRefuse(byte[] bytes) {
        try {
            SecurityDescriptor descriptor = SelfRelative.decode(bytes);
            assertThat(SelfRelative.decode(SelfRelative.encode(descriptor))).isEqualTo(descriptor);
            return true;
        } catch (SecurityFormatException e) {
            assertThat(e.offset()).isBetween(0, bytes.length);
            assertThat(e.status().isError()).isTrue();
            return false;
        }
    }

    private static byte[] base() {
        return SelfRelative.encode(Sddl.parse(BASE));
    }

    private static byte[] with(int offset, int value) {
        byte[] bytes = base();
        bytes[offset] = (byte) value;
        return bytes;
    }

    private static void refused(byte[] bytes, NtStatus status, int offset) {
        SecurityFormatException error =
                catchThrowableOfType(SecurityFormatException.class, () -> SelfRelative.decode(bytes));
        assertThat(error).isNotNull();
        assertThat(error.status()).as(error.getMessage()).isEqualTo(status);
        assertThat(error.offset()).as(error.getMessage()).isEqualTo(offset);
    }
}
