package dev.wsksim.net.host;

/**
 * Counts the changes of a network's addresses, interfaces and links, so that whoever keeps what follows from them can
 * tell whether it still holds.
 */
public final class Topology {

    private int version;

    /** Makes a count for a new network. */
    public Topology() {}

    int version() {
        return version;
    }

    void changed() {
        version++;
    }
}
