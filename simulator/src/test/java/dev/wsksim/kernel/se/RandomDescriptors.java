package dev.wsksim.kernel.se;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Makes random security descriptors from a seed. */
final class RandomDescriptors {

    private static final ImmutableList<Sid> KNOWN = SidAliases.fixed().values().asList();
    private static final List<ControlBit> NOT_IN_TEXT = List.of(
            ControlBit.SE_OWNER_DEFAULTED,
            ControlBit.SE_GROUP_DEFAULTED,
            ControlBit.SE_DACL_DEFAULTED,
            ControlBit.SE_SACL_DEFAULTED,
            ControlBit.SE_DACL_UNTRUSTED,
            ControlBit.SE_SERVER_SECURITY,
            ControlBit.SE_RM_CONTROL_VALID);

    private final Random random;

    RandomDescriptors(long seed) {
        random = new Random(seed);
    }

    /** Makes a descriptor that SDDL can express. */
    SecurityDescriptor inText() {
        AclSlot dacl = slot(true);
        AclSlot sacl = slot(false);
        ImmutableSet.Builder<ControlBit> control = ImmutableSet.builder();
        flags(control, SddlList.DACL, dacl);
        flags(control, SddlList.SACL, sacl);
        return new SecurityDescriptor(maybeSid(), maybeSid(), dacl, sacl, control.build(), 0);
    }

    /** Makes any descriptor, also with bits that SDDL has no letters for. */
    SecurityDescriptor any() {
        SecurityDescriptor base = inText();
        ImmutableSet.Builder<ControlBit> control =
                ImmutableSet.<ControlBit>builder().addAll(base.control());
        NOT_IN_TEXT.stream().filter(bit -> random.nextInt(3) == 0).forEach(control::add);
        ImmutableSet<ControlBit> bits = control.build();
        int resourceManager = bits.contains(ControlBit.SE_RM_CONTROL_VALID) ? random.nextInt(256) : 0;
        return new SecurityDescriptor(base.owner(), base.group(), base.dacl(), base.sacl(), bits, resourceManager);
    }

    private void flags(ImmutableSet.Builder<ControlBit> control, SddlList list, AclSlot slot) {
        if (slot.isPresent()) {
            list.flags().values().stream().filter(bit -> random.nextBoolean()).forEach(control::add);
        }
    }

    private AclSlot slot(boolean dacl) {
        return switch (random.nextInt(6)) {
            case 0 -> AclSlot.ABSENT;
            case 1 -> AclSlot.NULL;
            case 2 -> AclSlot.of(Acl.EMPTY);
            default -> AclSlot.of(acl(dacl));
        };
    }

    private Acl acl(boolean dacl) {
        List<AceType> types = List.of(AceType.values()).stream()
                .filter(type -> type.belongsInDacl() == dacl)
                .toList();
        List<Ace> aces = new ArrayList<>();
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            aces.add(ace(types.get(random.nextInt(types.size()))));
        }
        return new Acl(ImmutableList.copyOf(aces));
    }

    private Ace ace(AceType type) {
        ImmutableSet<AceFlag> flags = AceFlag.fromBits(random.nextInt(256));
        if (type == AceType.SYSTEM_MANDATORY_LABEL) {
            return new BasicAce(type, flags, mask(), Sid.of(16, random.nextInt(0x5000)));
        }
        return type.isObject()
                ? ObjectAce.of(type, flags, mask(), maybeGuid(), maybeGuid(), sid())
                : new BasicAce(type, flags, mask(), sid());
    }

    private AccessMask mask() {
        return new AccessMask(
                switch (random.nextInt(4)) {
                    case 0 -> random.nextInt();
                    case 1 -> random.nextInt(16) << 28;
                    case 2 -> random.nextInt(32) << 16;
                    default -> random.nextInt(8);
                });
    }

    private Optional<UUID> maybeGuid() {
        return random.nextBoolean() ? Optional.of(new UUID(random.nextLong(), random.nextLong())) : Optional.empty();
    }

    private Optional<Sid> maybeSid() {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(sid());
    }

    Sid sid() {
        if (random.nextBoolean()) {
            return KNOWN.get(random.nextInt(KNOWN.size()));
        }
        long authority = random.nextInt(3) == 0 ? random.nextLong() & Sid.MAX_AUTHORITY : random.nextInt(20);
        int[] subAuthorities = random.ints(1 + random.nextInt(15)).toArray();
        return new Sid(authority, ImmutableIntArray.copyOf(subAuthorities));
    }
}
