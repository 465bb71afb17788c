package dev.wsksim.net.link;

/** Whether a packet has to carry data to be picked. */
public enum DataPresence {
    /** It may or may not. */
    ANY,
    /** At least one byte. */
    SOME,
    /** None. */
    NONE
}
