package dev.wsksim.scenario.model;

/** What can happen to one direction of a link. */
public enum LinkAction implements WordEnum {
    /** Packets sent from now on are lost. */
    DOWN("down"),
    /** Packets pass again. */
    UP("up");

    private final String word;

    LinkAction(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
