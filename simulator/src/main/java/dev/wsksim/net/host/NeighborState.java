package dev.wsksim.net.host;

import java.util.Locale;

/** What a host knows of a neighbour (RFC 4861 section 7.3.2, as far as it is modelled). */
public enum NeighborState {
    /** It was asked for and has not answered yet. */
    INCOMPLETE,
    /** It has answered, or asked, not long ago. */
    REACHABLE,
    /** It did not answer. */
    FAILED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
