package dev.wsksim.kernel.se;

import static dev.wsksim.kernel.NtStatus.STATUS_ACCESS_DENIED;
import static dev.wsksim.kernel.NtStatus.STATUS_BAD_IMPERSONATION_LEVEL;
import static dev.wsksim.kernel.NtStatus.STATUS_PRIVILEGE_NOT_HELD;
import static dev.wsksim.kernel.NtStatus.STATUS_SUCCESS;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a subject gets the rights it asks for, and says which step and which entry decided (SeAccessCheck).
 *
 * <p>The steps, in order:
 *
 * <ol>
 *   <li>Generic rights in the request are mapped. A request in kernel mode is granted at once; a request for nothing
 *       is denied (assumption: MS-DTYP would grant it, but a request that maps to no right must not look like a
 *       pass).
 *   <li>The token is the thread's impersonation token if there is one, else the process's. An impersonation token
 *       below SecurityImpersonation fails with STATUS_BAD_IMPERSONATION_LEVEL.
 *   <li>ACCESS_SYSTEM_SECURITY needs SeSecurityPrivilege, else STATUS_PRIVILEGE_NOT_HELD; no entry can grant it.
 *   <li>WRITE_OWNER is granted outright by SeTakeOwnershipPrivilege.
 *   <li>The mandatory label takes rights away from subjects of lower integrity ({@link MandatoryPolicy}).
 *   <li>Without a DACL, or with a NULL one, everything is granted.
 *   <li>The owner gets READ_CONTROL and WRITE_DAC, unless an effective entry for OWNER RIGHTS takes the place of
 *       that.
 *   <li>The entries are read in stored order ({@link DaclPass}); whatever is missing at the end is denied, so an
 *       empty DACL denies everything but the owner's rights.
 *   <li>A restricted token must also pass with its restricting SIDs alone.
 *   <li>MAXIMUM_ALLOWED collects what can be had; the rights that were asked for by name must be among it, and it
 *       must not be nothing (assumption).
 * </ol>
 *
 * <p>Generic rights in entries are mapped too, as Windows does when a descriptor is assigned to an object; that WSK
 * does so with a cached descriptor is an assumption. Audits are not raised. Conditional entries cannot occur: they
 * are refused when a descriptor is read.
 *
 * <p>Sources: MS-DTYP 2.5.3.2 (whose text has WRITE_OWNER once where WRITE_DAC is meant), nf-ntifs-seaccesscheck,
 * how-dacls-control-access-to-an-object, null-dacls-and-empty-dacls, order-of-aces-in-a-dacl, restricted-tokens.
 */
public final class AccessCheck {

    private static final AccessMask OWNER_GRANT = AccessMask.READ_CONTROL.or(AccessMask.WRITE_DAC);

    private final SecuritySubjectContext subject;
    private final AccessToken token;
    private final SecurityDescriptor object;
    private final GenericMapping mapping;
    /** The rights asked for by name, mapped. */
    private final AccessMask wanted;

    private final boolean maximum;
    private final List<String> trail = new ArrayList<>();
    private AccessMask granted = AccessMask.NONE;

    private AccessCheck(
            SecuritySubjectContext subject, SecurityDescriptor object, AccessMask desired, GenericMapping mapping) {
        this.subject = subject;
        this.token = subject.effectiveToken();
        this.object = object;
        this.mapping = mapping;
        this.wanted = mapping.map(desired).without(AccessMask.MAXIMUM_ALLOWED);
        this.maximum = desired.intersects(AccessMask.MAXIMUM_ALLOWED);
    }

    /**
     * Checks access.
     *
     * @param subject who asks
     * @param object the security descriptor of what is asked for
     * @param desired the rights asked for; generic rights are mapped here
     * @param mapping what generic rights mean for this type of object
     * @param mode whether the kernel itself asks
     */
    public static AccessCheckResult check(
            SecuritySubjectContext subject,
            SecurityDescriptor object,
            AccessMask desired,
            GenericMapping mapping,
            ProcessorMode mode) {
        AccessCheck check = new AccessCheck(subject, object, desired, mapping);
        return mode == ProcessorMode.KERNEL_MODE ? check.inKernelMode() : check.inUserMode();
    }

    private AccessCheckResult inKernelMode() {
        AccessMask all = maximum ? wanted.or(mapping.all()) : wanted;
        return grant(AccessCheckStep.KERNEL_MODE, all, Optional.empty(), "a request in kernel mode is not checked");
    }

    private AccessCheckResult inUserMode() {
        if (wanted.isEmpty() && !maximum) {
            return deny(AccessCheckStep.EMPTY_REQUEST, Optional.empty(), "no right was requested");
        }
        Optional<ImpersonationLevel> low =
                subject.client().flatMap(AccessToken::impersonationLevel).filter(level -> !level.allowsAccessCheck());
        if (low.isPresent()) {
            return fail(
                    STATUS_BAD_IMPERSONATION_LEVEL,
                    AccessCheckStep.IMPERSONATION_LEVEL,
                    Optional.empty(),
                    "the thread impersonates at " + low.get() + ", below SecurityImpersonation");
        }
        return privileges();
    }

    private AccessCheckResult privileges() {
        AccessCheckStep step = AccessCheckStep.TAKE_OWNERSHIP;
        if (wanted.intersects(AccessMask.ACCESS_SYSTEM_SECURITY)) {
            if (!token.has(Privilege.SE_SECURITY)) {
                return fail(
                        STATUS_PRIVILEGE_NOT_HELD,
                        AccessCheckStep.SYSTEM_SECURITY,
                        Optional.empty(),
                        "ACCESS_SYSTEM_SECURITY needs " + Privilege.SE_SECURITY);
            }
            step = AccessCheckStep.SYSTEM_SECURITY;
            grantByPrivilege(AccessMask.ACCESS_SYSTEM_SECURITY, Privilege.SE_SECURITY);
        }
        if (wanted.intersects(AccessMask.WRITE_OWNER) && token.has(Privilege.SE_TAKE_OWNERSHIP)) {
            step = AccessCheckStep.TAKE_OWNERSHIP;
            grantByPrivilege(AccessMask.WRITE_OWNER, Privilege.SE_TAKE_OWNERSHIP);
        }
        if (missing().isEmpty() && !maximum) {
            return grant(step, granted, Optional.empty(), "privileges granted all that was requested");
        }
        return label();
    }

    private void grantByPrivilege(AccessMask right, Privilege privilege) {
        granted = granted.or(right);
        trail.add(privilege + " grants " + right);
    }

    private AccessCheckResult label() {
        MandatoryPolicy policy = MandatoryPolicy.of(object, token, mapping);
        AccessMask forbidden = missing().without(policy.allowed());
        if (!forbidden.isEmpty()) {
            return deny(AccessCheckStep.MANDATORY_LABEL, policy.label(), policy.describe() + " forbids " + forbidden);
        }
        Optional<Acl> dacl = object.dacl().acl();
        return dacl.isEmpty() ? noDacl(policy.allowed()) : dacl(dacl.get(), policy.allowed());
    }

    private AccessCheckResult noDacl(AccessMask allowed) {
        AccessMask all = maximum ? mapping.all().and(allowed).or(granted).or(wanted) : wanted;
        String reason = object.dacl().isNull() ? "a NULL DACL grants everything" : "no DACL grants everything";
        return grant(AccessCheckStep.NO_DACL, all, Optional.empty(), reason);
    }

    private AccessCheckResult dacl(Acl dacl, AccessMask allowed) {
        AccessMask implicit = implicitGrant(dacl);
        AccessMask byPrivilege = granted;
        granted = granted.or(implicit.and(wanted));
        if (missing().isEmpty() && !maximum) {
            return grant(
                    AccessCheckStep.OWNER, granted, Optional.empty(), "the owner has these rights without an entry");
        }
        DaclPass first = pass(Trustees.ofToken(token, object.owner()), dacl);
        if (!first.missing().isEmpty()) {
            return denied(first, false);
        }
        AccessMask collected = first.granted();
        Optional<AceReference> decider = first.decider();
        if (token.isRestricted()) {
            DaclPass second = pass(Trustees.restricting(token, object.owner()), dacl);
            if (!second.missing().isEmpty()) {
                return denied(second, true);
            }
            collected = collected.and(second.granted());
            decider = second.decider();
        }
        return maximum ? maximum(collected.or(implicit).and(allowed).or(byPrivilege)) : grantByEntry(decider);
    }

    /**
     * Returns what the owner gets without being named; with a restricted token the owner must be in both sets of
     * SIDs.
     */
    private AccessMask implicitGrant(Acl dacl) {
        boolean isOwner = Trustees.ofToken(token, object.owner()).includesOwner()
                && (!token.isRestricted()
                        || Trustees.restricting(token, object.owner()).includesOwner());
        if (!isOwner) {
            return AccessMask.NONE;
        }
        boolean replaced = dacl.aces().stream()
                .anyMatch(ace -> ace.isEffective() && ace.sid().equals(WellKnownSids.OWNER_RIGHTS));
        trail.add(
                replaced
                        ? "the subject is the owner, but an entry for OWNER RIGHTS replaces the implicit rights"
                        : "the subject is the owner: READ_CONTROL and WRITE_DAC are granted");
        return replaced ? AccessMask.NONE : OWNER_GRANT;
    }

    private DaclPass pass(Trustees trustees, Acl dacl) {
        DaclPass pass = new DaclPass(trustees, mapping, missing(), maximum, trail);
        pass.run(dacl);
        return pass;
    }

    private AccessCheckResult denied(DaclPass pass, boolean restricted) {
        Optional<AceReference> by = pass.decider();
        AccessCheckStep step = by.isPresent() ? AccessCheckStep.DENY_ACE : AccessCheckStep.END_OF_DACL;
        String reason = by.map(ace -> ace + " denied ").orElse("no entry granted ") + pass.missing();
        return restricted
                ? deny(AccessCheckStep.RESTRICTED_SIDS, by, "checked against the restricting SIDs, " + reason)
                : deny(step, by, reason);
    }

    private AccessCheckResult grantByEntry(Optional<AceReference> decider) {
        AccessCheckStep step = token.isRestricted() ? AccessCheckStep.RESTRICTED_SIDS : AccessCheckStep.ALLOW_ACE;
        String reason =
                decider.map(ace -> ace + " granted the last missing right").orElse("entries granted all");
        return grant(step, wanted, decider, reason);
    }

    private AccessCheckResult maximum(AccessMask collected) {
        return collected.isEmpty()
                ? deny(AccessCheckStep.MAXIMUM_ALLOWED, Optional.empty(), "no right could be granted")
                : grant(
                        AccessCheckStep.MAXIMUM_ALLOWED,
                        collected,
                        Optional.empty(),
                        "the most that can be had is " + collected);
    }

    private AccessMask missing() {
        return wanted.without(granted);
    }

    private AccessCheckResult grant(
            AccessCheckStep step, AccessMask rights, Optional<AceReference> ace, String reason) {
        trail.add("granted " + rights + ": " + reason);
        return new AccessCheckResult(STATUS_SUCCESS, rights, step, ace, reason, ImmutableList.copyOf(trail));
    }

    private AccessCheckResult deny(AccessCheckStep step, Optional<AceReference> ace, String reason) {
        return fail(STATUS_ACCESS_DENIED, step, ace, reason);
    }

    private AccessCheckResult fail(NtStatus status, AccessCheckStep step, Optional<AceReference> ace, String reason) {
        trail.add("denied: " + reason);
        return new AccessCheckResult(status, AccessMask.NONE, step, ace, reason, ImmutableList.copyOf(trail));
    }
}
