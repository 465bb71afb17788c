package dev.wsksim.net.peer;

import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.Waiting;

/** An end of a connection whose script is not over. */
public final class WaitingEnd implements Waiting {

    private final ConversationPlayer player;
    private final ConversationObserver observer;

    WaitingEnd(ConversationPlayer player, ConversationObserver observer) {
        this.player = player;
        this.observer = observer;
    }

    /** Returns who observes the conversation. */
    public ConversationObserver observer() {
        return observer;
    }

    /** Returns the number of the act that it has come to, from 0. */
    public int act() {
        return player.act();
    }

    /** Returns since when it has been at that act. */
    public SimTime since() {
        return player.since();
    }

    /** Tells whether the connection went with its host when that crashed, so that nobody will play on. */
    public boolean isGone() {
        return player.isGone();
    }

    @Override
    public String describe() {
        return player.end() + " is to " + player.actText();
    }
}
