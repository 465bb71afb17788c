package dev.wsksim.scenario.model;

/** What a driver does when the time of its wait is up. */
public enum WhenTimeIsUp implements WordEnum {
    /** The wait should not have lasted so long: a finding. */
    FINDING("finding"),
    /** It calls IoCancelIrp for each request that is still pending, and goes on waiting for its completion. */
    CANCEL("cancel");

    private final String word;

    WhenTimeIsUp(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
