package dev.wsksim.net.peer;

import dev.wsksim.net.tcp.TcpUser;
import org.jspecify.annotations.Nullable;

/** Finds for each behaviour who plays it: one for all connections where nothing is remembered, or one for each. */
final class BehaviourPlayers {

    private static final int ECHO_ROOM = 16_384;

    private final PeerContext context;
    private @Nullable Discarding discarding;
    private byte @Nullable [] echoRoom;

    BehaviourPlayers(PeerContext context) {
        this.context = context;
    }

    /** Returns the user of the next connection that behaves so. */
    TcpUser userFor(Behaviour behaviour) {
        if (behaviour instanceof Behaviour.Discard) {
            return discarding();
        }
        if (behaviour instanceof Behaviour.Echo) {
            return new Echoing(echoRoom());
        }
        if (behaviour instanceof Behaviour.Chargen) {
            return new Generating();
        }
        if (behaviour instanceof Behaviour.SlowReader slow) {
            return new SlowlyReading(context.loop(), slow);
        }
        if (behaviour instanceof Behaviour.Conversation script) {
            return new Conversing(context, script);
        }
        if (behaviour instanceof Behaviour.NeverReads) {
            return new NotReading();
        }
        throw new AssertionError("nobody plays " + behaviour);
    }

    private Discarding discarding() {
        Discarding known = discarding;
        if (known == null) {
            known = new Discarding();
            discarding = known;
        }
        return known;
    }

    private byte[] echoRoom() {
        byte[] known = echoRoom;
        if (known == null) {
            known = new byte[ECHO_ROOM];
            echoRoom = known;
        }
        return known;
    }
}
