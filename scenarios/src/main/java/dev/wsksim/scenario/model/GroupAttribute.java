package dev.wsksim.scenario.model;

/** The SE_GROUP_ attributes of a group in a token. */
public enum GroupAttribute implements WordEnum {
    /** SE_GROUP_MANDATORY. */
    MANDATORY("mandatory"),
    /** SE_GROUP_ENABLED_BY_DEFAULT. */
    ENABLED_BY_DEFAULT("enabled-by-default"),
    /** SE_GROUP_ENABLED: allow and deny entries for the group count. */
    ENABLED("enabled"),
    /** SE_GROUP_OWNER. */
    OWNER("owner"),
    /** SE_GROUP_USE_FOR_DENY_ONLY: only deny entries for the group count. */
    DENY_ONLY("deny-only");

    private final String word;

    GroupAttribute(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
