package dev.wsksim.kernel.se;

import static dev.wsksim.kernel.NtStatus.STATUS_BAD_DESCRIPTOR_FORMAT;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_ACL;
import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_SECURITY_DESCR;
import static dev.wsksim.kernel.NtStatus.STATUS_UNKNOWN_REVISION;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** Reads one descriptor in the self-relative form; entries are read by {@link AceDecoder}. */
final class SelfRelativeDecoder {

    private static final int ALIGNMENT = 4;

    private final DescriptorBytes in;

    SelfRelativeDecoder(byte[] bytes) {
        in = new DescriptorBytes(bytes);
    }

    SecurityDescriptor decode() throws SecurityFormatException {
        int control = header();
        Optional<Sid> owner = sid(4);
        Optional<Sid> group = sid(8);
        AclSlot sacl = list(SddlList.SACL, 12, (control & ControlBit.SE_SACL_PRESENT) != 0);
        AclSlot dacl = list(SddlList.DACL, 16, (control & ControlBit.SE_DACL_PRESENT) != 0);
        ImmutableSet<ControlBit> bits = ControlBit.fromBits(control);
        return new SecurityDescriptor(owner, group, dacl, sacl, bits, resourceManagerControl(bits));
    }

    private int header() throws SecurityFormatException {
        if (in.length() < SelfRelative.HEADER_SIZE) {
            throw new SecurityFormatException(
                    STATUS_INVALID_SECURITY_DESCR, in.length(), "the header needs 20 bytes, not " + in.length());
        }
        if (in.u8(0) != SelfRelative.REVISION) {
            throw new SecurityFormatException(
                    STATUS_UNKNOWN_REVISION, 0, "the descriptor's revision is " + in.u8(0) + " instead of 1");
        }
        int control = in.u16(2);
        if ((control & ControlBit.SE_SELF_RELATIVE) == 0) {
            throw new SecurityFormatException(STATUS_BAD_DESCRIPTOR_FORMAT, 2, "SE_SELF_RELATIVE is not set");
        }
        return control;
    }

    private int resourceManagerControl(ImmutableSet<ControlBit> bits) throws SecurityFormatException {
        if (in.u8(1) != 0 && !bits.contains(ControlBit.SE_RM_CONTROL_VALID)) {
            throw new SecurityFormatException(
                    STATUS_INVALID_SECURITY_DESCR, 1, "a reserved byte is not zero and SE_RM_CONTROL_VALID is not set");
        }
        return in.u8(1);
    }

    private Optional<Sid> sid(int field) throws SecurityFormatException {
        int offset = offset(field);
        return offset == 0 ? Optional.empty() : Optional.of(in.sid(offset, in.length()));
    }

    /** Reads an offset field: 0, or a multiple of 4 behind the header and inside the bytes. */
    private int offset(int field) throws SecurityFormatException {
        int offset = in.i32(field);
        boolean good =
                offset == 0 || (offset >= SelfRelative.HEADER_SIZE && offset < in.length() && offset % ALIGNMENT == 0);
        if (!good) {
            throw new SecurityFormatException(
                    STATUS_INVALID_SECURITY_DESCR,
                    field,
                    "offset " + Integer.toUnsignedString(offset) + " is not a place in the descriptor");
        }
        return offset;
    }

    private AclSlot list(SddlList list, int field, boolean present) throws SecurityFormatException {
        int offset = offset(field);
        if (!present && offset != 0) {
            throw new SecurityFormatException(
                    STATUS_INVALID_SECURITY_DESCR, field, "SE_" + list + "_PRESENT is not set, but there is an offset");
        }
        if (offset == 0) {
            return present ? AclSlot.NULL : AclSlot.ABSENT;
        }
        return AclSlot.of(acl(list, offset));
    }

    private Acl acl(SddlList list, int at) throws SecurityFormatException {
        in.requireAcl(at, Acl.HEADER_SIZE, in.length());
        int revision = in.u8(at);
        if (revision < Acl.REVISION || revision > Acl.REVISION_DS) {
            throw new SecurityFormatException(STATUS_UNKNOWN_REVISION, at, "the ACL's revision is " + revision);
        }
        int size = in.u16(at + 2);
        boolean sound = in.u8(at + 1) == 0 && in.u16(at + 6) == 0 && size >= Acl.HEADER_SIZE && size % ALIGNMENT == 0;
        if (!sound) {
            throw new SecurityFormatException(STATUS_INVALID_ACL, at, "the ACL's header is malformed");
        }
        in.requireAcl(at, size, in.length());
        return new Acl(aces(list, at, at + size, revision));
    }

    private ImmutableList<Ace> aces(SddlList list, int aclAt, int end, int revision) throws SecurityFormatException {
        ImmutableList.Builder<Ace> aces = ImmutableList.builder();
        int at = aclAt + Acl.HEADER_SIZE;
        for (int left = in.u16(aclAt + 4); left > 0; left--) {
            AceDecoder decoder = new AceDecoder(in, at, end);
            aces.add(decoder.decode(list, revision));
            at += decoder.size();
        }
        return aces.build();
    }
}
