package dev.wsksim.scenario.model;

/** What a peer does with data. */
public enum PeerData implements WordEnum {
    /** It reads and forgets. */
    DISCARD("discard");

    private final String word;

    PeerData(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
