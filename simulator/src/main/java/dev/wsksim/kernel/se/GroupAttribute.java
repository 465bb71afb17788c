package dev.wsksim.kernel.se;

/** An attribute of a group in a token. Source: ns-ntifs-_token_groups, sid-attributes-in-an-access-token. */
public enum GroupAttribute {
    /** The group cannot be disabled. */
    SE_GROUP_MANDATORY,
    SE_GROUP_ENABLED_BY_DEFAULT,
    /** The group counts for allow and deny entries. */
    SE_GROUP_ENABLED,
    /** The group may own objects. */
    SE_GROUP_OWNER,
    /** The group counts for deny entries only. */
    SE_GROUP_USE_FOR_DENY_ONLY,
    /** The group is the logon session. */
    SE_GROUP_LOGON_ID
}
