package dev.wsksim.kernel.se;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.UUID;

/** Writes descriptors and entries in SDDL. */
final class SddlFormatter {

    private SddlFormatter() {}

    static String descriptor(SecurityDescriptor descriptor) {
        StringBuilder text = new StringBuilder();
        descriptor.owner().ifPresent(sid -> text.append("O:").append(sid(sid)));
        descriptor.group().ifPresent(sid -> text.append("G:").append(sid(sid)));
        list(text, SddlList.DACL, descriptor.dacl(), descriptor.control());
        list(text, SddlList.SACL, descriptor.sacl(), descriptor.control());
        return text.toString();
    }

    private static void list(StringBuilder text, SddlList list, AclSlot slot, ImmutableSet<ControlBit> control) {
        if (!slot.isPresent()) {
            return;
        }
        text.append(list.letter()).append(':');
        list.flags().forEach((letters, bit) -> text.append(control.contains(bit) ? letters : ""));
        if (slot.isNull()) {
            text.append(SddlList.NO_ACCESS_CONTROL);
        }
        slot.acl().ifPresent(acl -> acl.aces().forEach(ace -> text.append(ace(ace))));
    }

    static String ace(Ace ace) {
        StringBuilder text = new StringBuilder("(").append(ace.type().sddl()).append(';');
        ace.flags().forEach(flag -> text.append(flag.sddl()));
        text.append(';').append(SddlRights.format(ace.type(), ace.mask())).append(';');
        if (ace instanceof ObjectAce object) {
            text.append(guid(object.objectType())).append(';').append(guid(object.inheritedObjectType()));
        } else {
            text.append(';');
        }
        return text.append(';').append(sid(ace.sid())).append(')').toString();
    }

    private static String guid(Optional<UUID> guid) {
        return guid.map(UUID::toString).orElse("");
    }

    private static String sid(Sid sid) {
        return sid.alias().orElseGet(sid::toString);
    }
}
