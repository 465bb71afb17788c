package dev.wsksim.kernel.se;

import java.util.List;
import java.util.Optional;

/**
 * What the mandatory label of an object leaves to a subject of lower integrity.
 *
 * <p>An object without a label counts as medium with no-write-up. When the subject's level is at least the object's,
 * everything is left to the DACL; otherwise only the generic groups of rights that the label's policy does not
 * forbid, and WRITE_OWNER for a holder of SeRelabelPrivilege. Source: MS-DTYP 2.5.3.3, mandatory-integrity-control.
 *
 * @param allowed the rights that the label leaves
 * @param label the label's entry in the SACL, if there is one
 */
record MandatoryPolicy(AccessMask allowed, Optional<AceReference> label) {

    private static final int NO_WRITE_UP = 1;
    private static final int NO_READ_UP = 2;
    private static final int NO_EXECUTE_UP = 4;

    static MandatoryPolicy of(SecurityDescriptor object, AccessToken subject, GenericMapping mapping) {
        Optional<AceReference> label = findLabel(object);
        int level = label.map(entry -> entry.ace().sid().rid()).orElse(IntegrityLevel.MEDIUM.rid());
        if (Integer.compareUnsigned(subject.integrityLevel().rid(), level) >= 0) {
            return new MandatoryPolicy(new AccessMask(~0), label);
        }
        int policy = label.map(entry -> entry.ace().mask().bits()).orElse(NO_WRITE_UP);
        AccessMask allowed = AccessMask.NONE
                .or((policy & NO_READ_UP) == 0 ? mapping.read() : AccessMask.NONE)
                .or((policy & NO_WRITE_UP) == 0 ? mapping.write() : AccessMask.NONE)
                .or((policy & NO_EXECUTE_UP) == 0 ? mapping.execute() : AccessMask.NONE)
                .or(subject.has(Privilege.SE_RELABEL) ? AccessMask.WRITE_OWNER : AccessMask.NONE);
        return new MandatoryPolicy(allowed, label);
    }

    /** Returns the first effective label; Windows puts at most one into a SACL. */
    private static Optional<AceReference> findLabel(SecurityDescriptor object) {
        List<Ace> aces = object.sacl().acl().orElse(Acl.EMPTY).aces();
        for (int i = 0; i < aces.size(); i++) {
            Ace ace = aces.get(i);
            if (ace.type() == AceType.SYSTEM_MANDATORY_LABEL && ace.isEffective()) {
                return Optional.of(new AceReference(i + 1, ace));
            }
        }
        return Optional.empty();
    }

    String describe() {
        return label.map(AceReference::toString)
                .orElse("the label that an object without one has (medium, no write up)");
    }
}
