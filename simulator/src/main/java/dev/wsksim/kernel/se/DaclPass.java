package dev.wsksim.kernel.se;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the entries of a DACL, in stored order, for one set of SIDs.
 *
 * <p>An entry takes part when it is not inherit-only and its trustee is among the SIDs. For a plain request, an allow
 * entry takes its rights off what is missing, and the pass ends with success when nothing is missing: denials further
 * down are never looked at. A deny entry that has a missing right ends it with failure. For MAXIMUM_ALLOWED the pass
 * reads every entry; a right belongs to whichever entry names it first.
 *
 * <p>An allow entry for one type of object (by GUID) grants nothing, because a WSK check has no list of object types;
 * a deny entry of that kind denies. MS-DTYP leaves the second case open for a check without object types; this is the
 * stricter reading (assumption).
 *
 * <p>Sources: MS-DTYP 2.5.3.2, how-dacls-control-access-to-an-object, order-of-aces-in-a-dacl.
 */
final class DaclPass {

    /** These two are never granted by an entry. */
    private static final AccessMask NOT_BY_ENTRY = AccessMask.ACCESS_SYSTEM_SECURITY.or(AccessMask.MAXIMUM_ALLOWED);

    private final Trustees trustees;
    private final GenericMapping mapping;
    private final boolean maximum;
    private final List<String> trail;

    private AccessMask missing;
    private AccessMask granted = AccessMask.NONE;
    private AccessMask denied = AccessMask.NONE;
    private @Nullable AceReference decider;

    /**
     * Prepares a pass.
     *
     * @param missing the rights that entries have to grant
     * @param maximum true to collect all rights that can be had
     */
    DaclPass(Trustees trustees, GenericMapping mapping, AccessMask missing, boolean maximum, List<String> trail) {
        this.trustees = trustees;
        this.mapping = mapping;
        this.missing = missing;
        this.maximum = maximum;
        this.trail = trail;
    }

    /** Reads the entries; afterwards the accessors tell the outcome. */
    void run(Acl dacl) {
        int number = 0;
        for (Ace ace : dacl.aces()) {
            number++;
            if (judge(new AceReference(number, ace))) {
                return;
            }
        }
    }

    /** Returns the rights that no entry granted. */
    AccessMask missing() {
        return missing;
    }

    /** Returns the rights that entries granted. */
    AccessMask granted() {
        return granted;
    }

    /** Returns the entry that denied a missing right, or else the one that granted the last missing right. */
    Optional<AceReference> decider() {
        return Optional.ofNullable(decider);
    }

    /** Returns true when the pass is over. */
    private boolean judge(AceReference reference) {
        Ace ace = reference.ace();
        AccessMask mask = mapping.map(ace.mask()).without(NOT_BY_ENTRY);
        if (!ace.isEffective()) {
            trail.add(reference + " is inherit-only: skipped");
        } else if (!trustees.isSubjectOf(ace)) {
            trail.add(reference + " is about somebody who is not in " + trustees.name() + ": skipped");
        } else if (ace.type().denies()) {
            return deny(reference, mask);
        } else if (ace instanceof ObjectAce object && object.objectType().isPresent()) {
            trail.add(reference + " grants to one type of object only, and none was named: skipped");
        } else {
            return allow(reference, mask);
        }
        return false;
    }

    private boolean deny(AceReference reference, AccessMask mask) {
        AccessMask hit = missing.and(mask);
        denied = denied.or(mask);
        if (hit.isEmpty()) {
            trail.add(reference + " denies " + mask + ": nothing that is missing");
            return false;
        }
        trail.add(reference + " denies " + hit);
        decider = decider == null ? reference : decider;
        return !maximum;
    }

    private boolean allow(AceReference reference, AccessMask mask) {
        AccessMask given = mask.without(denied);
        AccessMask hit = missing.and(given);
        granted = granted.or(given);
        missing = missing.without(given);
        trail.add(reference + " grants " + (maximum ? given : hit));
        if (missing.isEmpty() && !maximum) {
            decider = reference;
            return true;
        }
        return false;
    }
}
