package dev.wsksim.net.host;

/**
 * Counts the changes of a network's addresses, interfaces and links, so that whoever keeps what follows from them can
 * tell whether it still holds.
 */
public final class Topology {

    private int version;
    private int hosts;

    /** Makes a count for a new network. */
    public Topology() {}

    /** Counts one more host, and returns its number from 1 on. */
    int hostAdded() {
        return ++hosts;
    }

    int version() {
        return version;
    }

    void changed() {
        version++;
    }
}
