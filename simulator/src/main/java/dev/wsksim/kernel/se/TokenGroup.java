package dev.wsksim.kernel.se;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.wsksim.kernel.se.GroupAttribute.SE_GROUP_ENABLED;
import static dev.wsksim.kernel.se.GroupAttribute.SE_GROUP_ENABLED_BY_DEFAULT;
import static dev.wsksim.kernel.se.GroupAttribute.SE_GROUP_MANDATORY;
import static dev.wsksim.kernel.se.GroupAttribute.SE_GROUP_USE_FOR_DENY_ONLY;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;

/**
 * A group in a token and what it counts for.
 *
 * <p>A group that is neither enabled nor for deny only counts for nothing. Source: sid-attributes-in-an-access-token.
 *
 * @param sid the group
 * @param attributes its attributes
 */
public record TokenGroup(Sid sid, ImmutableSet<GroupAttribute> attributes) {

    public TokenGroup {
        attributes = Sets.immutableEnumSet(attributes);
        boolean enabled = attributes.contains(SE_GROUP_ENABLED);
        boolean denyOnly = attributes.contains(SE_GROUP_USE_FOR_DENY_ONLY);
        checkArgument(!(enabled && denyOnly), "group %s cannot be enabled and for deny only", sid);
        checkArgument(
                enabled || denyOnly || !attributes.contains(SE_GROUP_MANDATORY),
                "group %s is mandatory and cannot be disabled",
                sid);
    }

    /** Makes an ordinary group: mandatory and enabled. */
    public static TokenGroup enabled(Sid sid) {
        return new TokenGroup(sid, ImmutableSet.of(SE_GROUP_MANDATORY, SE_GROUP_ENABLED_BY_DEFAULT, SE_GROUP_ENABLED));
    }

    /** Makes a group that counts for deny entries only. */
    public static TokenGroup denyOnly(Sid sid) {
        return new TokenGroup(sid, ImmutableSet.of(SE_GROUP_USE_FOR_DENY_ONLY));
    }

    /** Makes a group that counts for nothing until it is enabled. */
    public static TokenGroup disabled(Sid sid) {
        return new TokenGroup(sid, ImmutableSet.of());
    }

    /** Returns true when allow entries for the group apply. */
    public boolean countsForAllow() {
        return attributes.contains(SE_GROUP_ENABLED);
    }

    /** Returns true when deny entries for the group apply. */
    public boolean countsForDeny() {
        return countsForAllow() || attributes.contains(SE_GROUP_USE_FOR_DENY_ONLY);
    }
}
