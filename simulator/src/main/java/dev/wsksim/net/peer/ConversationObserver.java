package dev.wsksim.net.peer;

/** Learns how a scripted conversation goes. */
@FunctionalInterface
public interface ConversationObserver {

    /** Takes no notice. */
    ConversationObserver NONE = mismatch -> {};

    /**
     * The conversation took another course than the script, which is given up: from now on the end reads and forgets,
     * and closes when the remote end does.
     */
    void mismatch(Mismatch mismatch);
}
