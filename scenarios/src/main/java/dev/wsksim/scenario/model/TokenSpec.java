package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;

/**
 * An access token.
 *
 * @param user the user's SID, as {@code S-1-5-18} or as a two-letter SDDL alias
 * @param groups the groups
 * @param privileges names of enabled privileges, such as SeTakeOwnershipPrivilege
 * @param restricted the restricting SIDs; empty: the token is not restricted
 * @param position where it is written
 */
public record TokenSpec(
        String user,
        ImmutableList<GroupSpec> groups,
        ImmutableList<String> privileges,
        ImmutableList<String> restricted,
        SourcePosition position) {

    /** The token of Local System: user S-1-5-18, group Administrators. */
    public static final TokenSpec SYSTEM = new TokenSpec(
            "S-1-5-18",
            ImmutableList.of(GroupSpec.enabled("S-1-5-32-544")),
            ImmutableList.of(),
            ImmutableList.of(),
            SourcePosition.NONE);
}
