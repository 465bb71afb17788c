package dev.wsksim.kernel.se;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;

/**
 * An access token: who a process or thread acts as.
 *
 * <p>Immutable; the {@code with} methods make copies. A token without an impersonation level is a primary token.
 * Sources: access-tokens, MS-DTYP 2.5.2, restricted-tokens.
 *
 * @param user the user; counts for deny entries only when its group attributes say so
 * @param groups the groups
 * @param enabledPrivileges the privileges that are enabled
 * @param restrictingSids when not empty, the token is restricted: a second check against these SIDs must pass too
 * @param integrityLevel how trustworthy the subject is
 * @param impersonationLevel the level of an impersonation token; empty for a primary token
 */
public record AccessToken(
        TokenGroup user,
        ImmutableList<TokenGroup> groups,
        ImmutableSet<Privilege> enabledPrivileges,
        ImmutableList<Sid> restrictingSids,
        IntegrityLevel integrityLevel,
        Optional<ImpersonationLevel> impersonationLevel) {

    public AccessToken {
        checkArgument(user.countsForDeny(), "the user %s can be for deny only, but not disabled", user.sid());
        enabledPrivileges = Sets.immutableEnumSet(enabledPrivileges);
    }

    /** Makes a primary token of an ordinary user: Everyone and Authenticated Users, medium integrity, no privileges. */
    public static AccessToken ofUser(Sid user) {
        return new AccessToken(
                TokenGroup.enabled(user),
                ImmutableList.of(
                        TokenGroup.enabled(WellKnownSids.EVERYONE),
                        TokenGroup.enabled(WellKnownSids.AUTHENTICATED_USERS)),
                ImmutableSet.of(),
                ImmutableList.of(),
                IntegrityLevel.MEDIUM,
                Optional.empty());
    }

    /** Makes the primary token of LocalSystem, under which the System process and its threads run. */
    public static AccessToken localSystem() {
        return new AccessToken(
                TokenGroup.enabled(WellKnownSids.LOCAL_SYSTEM),
                ImmutableList.of(
                        TokenGroup.enabled(WellKnownSids.ADMINISTRATORS),
                        TokenGroup.enabled(WellKnownSids.EVERYONE),
                        TokenGroup.enabled(WellKnownSids.AUTHENTICATED_USERS)),
                ImmutableSet.copyOf(Privilege.values()),
                ImmutableList.of(),
                IntegrityLevel.SYSTEM,
                Optional.empty());
    }

    /** Returns a copy with these groups added. */
    public AccessToken withGroups(TokenGroup... more) {
        ImmutableList<TokenGroup> all =
                ImmutableList.<TokenGroup>builder().addAll(groups).add(more).build();
        return new AccessToken(user, all, enabledPrivileges, restrictingSids, integrityLevel, impersonationLevel);
    }

    /** Returns a copy with exactly these privileges enabled. */
    public AccessToken withPrivileges(Privilege... privileges) {
        ImmutableSet<Privilege> enabled = ImmutableSet.copyOf(privileges);
        return new AccessToken(user, groups, enabled, restrictingSids, integrityLevel, impersonationLevel);
    }

    /** Returns a copy whose user counts for deny entries only. */
    public AccessToken withDenyOnlyUser() {
        TokenGroup denied = TokenGroup.denyOnly(user.sid());
        return new AccessToken(denied, groups, enabledPrivileges, restrictingSids, integrityLevel, impersonationLevel);
    }

    /** Returns a restricted copy (CreateRestrictedToken). */
    public AccessToken restrictedTo(Sid... sids) {
        ImmutableList<Sid> restricting = ImmutableList.copyOf(sids);
        return new AccessToken(user, groups, enabledPrivileges, restricting, integrityLevel, impersonationLevel);
    }

    /** Returns a copy with this integrity level. */
    public AccessToken withIntegrity(IntegrityLevel level) {
        return new AccessToken(user, groups, enabledPrivileges, restrictingSids, level, impersonationLevel);
    }

    /** Returns an impersonation token of this level for the same user. */
    public AccessToken impersonatedAt(ImpersonationLevel level) {
        return new AccessToken(user, groups, enabledPrivileges, restrictingSids, integrityLevel, Optional.of(level));
    }

    /** Returns true for a primary token. */
    public boolean isPrimary() {
        return impersonationLevel.isEmpty();
    }

    /** Returns true when restricting SIDs make a second check necessary. */
    public boolean isRestricted() {
        return !restrictingSids.isEmpty();
    }

    /** Returns true when the privilege is enabled. */
    public boolean has(Privilege privilege) {
        return enabledPrivileges.contains(privilege);
    }

    /** Returns true when allow entries for the SID apply. */
    boolean countsForAllow(Sid sid) {
        return (user.sid().equals(sid) && user.countsForAllow())
                || groups.stream().anyMatch(group -> group.sid().equals(sid) && group.countsForAllow());
    }

    /** Returns true when deny entries for the SID apply. */
    boolean countsForDeny(Sid sid) {
        return user.sid().equals(sid)
                || groups.stream().anyMatch(group -> group.sid().equals(sid) && group.countsForDeny());
    }
}
