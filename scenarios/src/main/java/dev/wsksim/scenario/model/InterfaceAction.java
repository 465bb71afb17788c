package dev.wsksim.scenario.model;

/** What can happen to a network interface. */
public enum InterfaceAction implements WordEnum {
    /** It gives and takes no packets any more, and its addresses are gone. */
    DOWN("down"),
    /** It works again, with its addresses. */
    UP("up"),
    /** It gets an address. */
    ADD_ADDRESS("add-address"),
    /** It loses an address. */
    REMOVE_ADDRESS("remove-address");

    private final String word;

    InterfaceAction(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /** Tells whether it needs an address. */
    public boolean hasAddress() {
        return this == ADD_ADDRESS || this == REMOVE_ADDRESS;
    }
}
