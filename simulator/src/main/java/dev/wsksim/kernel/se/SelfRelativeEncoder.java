package dev.wsksim.kernel.se;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.UUID;

/** Writes one descriptor in the self-relative form. Layouts: MS-DTYP 2.4.2.2, 2.4.4, 2.4.5, 2.4.6. */
final class SelfRelativeEncoder {

    private final SecurityDescriptor descriptor;
    private final ByteBuffer out;

    SelfRelativeEncoder(SecurityDescriptor descriptor) {
        this.descriptor = descriptor;
        int size = SelfRelative.HEADER_SIZE
                + descriptor.owner().map(Sid::size).orElse(0)
                + descriptor.group().map(Sid::size).orElse(0)
                + descriptor.sacl().acl().map(Acl::size).orElse(0)
                + descriptor.dacl().acl().map(Acl::size).orElse(0);
        this.out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] encode() {
        out.put((byte) SelfRelative.REVISION)
                .put((byte) descriptor.resourceManagerControl())
                .putShort((short) (descriptor.controlWord() | ControlBit.SE_SELF_RELATIVE))
                .position(SelfRelative.HEADER_SIZE);
        int ownerAt = sid(descriptor.owner());
        int groupAt = sid(descriptor.group());
        int saclAt = acl(descriptor.sacl());
        int daclAt = acl(descriptor.dacl());
        out.putInt(4, ownerAt).putInt(8, groupAt).putInt(12, saclAt).putInt(16, daclAt);
        return out.array();
    }

    /** Writes a SID and returns its offset, or 0 when there is none. */
    private int sid(Optional<Sid> sid) {
        int at = out.position();
        sid.ifPresent(this::sid);
        return sid.isPresent() ? at : 0;
    }

    private void sid(Sid sid) {
        out.put((byte) 1).put((byte) sid.subAuthorities().length());
        for (int shift = 40; shift >= 0; shift -= 8) {
            out.put((byte) (sid.authority() >>> shift));
        }
        sid.subAuthorities().forEach(out::putInt);
    }

    private int acl(AclSlot slot) {
        int at = out.position();
        slot.acl().ifPresent(this::acl);
        return slot.acl().isPresent() ? at : 0;
    }

    private void acl(Acl acl) {
        out.put((byte) acl.revision()).put((byte) 0);
        out.putShort((short) acl.size()).putShort((short) acl.aces().size()).putShort((short) 0);
        acl.aces().forEach(this::ace);
    }

    private void ace(Ace ace) {
        out.put((byte) ace.type().code())
                .put((byte) AceFlag.toBits(ace.flags()))
                .putShort((short) ace.size());
        out.putInt(ace.mask().bits());
        if (ace instanceof ObjectAce object) {
            out.putInt(object.objectFlags());
            object.objectType().ifPresent(this::guid);
            object.inheritedObjectType().ifPresent(this::guid);
        }
        sid(ace.sid());
    }

    /** The first three fields of a GUID are little-endian numbers, the rest is bytes in order (MS-DTYP 2.3.4.2). */
    private void guid(UUID guid) {
        long high = guid.getMostSignificantBits();
        out.putInt((int) (high >>> 32)).putShort((short) (high >>> 16)).putShort((short) high);
        out.putLong(Long.reverseBytes(guid.getLeastSignificantBits()));
    }
}
