package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableSortedSet;

/**
 * A group of a token.
 *
 * @param sid the group's SID, as {@code S-1-5-32-544} or as a two-letter SDDL alias
 * @param attributes how the group counts
 * @param position where it is written
 */
public record GroupSpec(String sid, ImmutableSortedSet<GroupAttribute> attributes, SourcePosition position) {
    /** The attributes of a group that is written without any: it counts fully. */
    public static final ImmutableSortedSet<GroupAttribute> DEFAULT_ATTRIBUTES =
            ImmutableSortedSet.of(GroupAttribute.MANDATORY, GroupAttribute.ENABLED_BY_DEFAULT, GroupAttribute.ENABLED);

    /** Returns a group that counts fully. */
    public static GroupSpec enabled(String sid) {
        return new GroupSpec(sid, DEFAULT_ATTRIBUTES, SourcePosition.NONE);
    }
}
