package dev.wsksim.net.peer;

import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpUser;
import org.jspecify.annotations.Nullable;

/** Plays {@link Behaviour.Conversation} on one connection, from the moment when it is established. */
final class Conversing implements TcpUser {

    private final PeerContext context;
    private final Behaviour.Conversation script;
    /** Null until the connection is established. */
    private @Nullable ConversationPlayer player;

    Conversing(PeerContext context, Behaviour.Conversation script) {
        this.context = context;
        this.script = script;
    }

    @Override
    public void connected(TcpConnection connection) {
        ConversationPlayer made = new ConversationPlayer(context, script, connection);
        player = made;
        made.begin();
    }

    @Override
    public void dataArrived(TcpConnection connection) {
        goOn();
    }

    @Override
    public void spaceFreed(TcpConnection connection) {
        goOn();
    }

    private void goOn() {
        ConversationPlayer known = player;
        if (known != null) {
            known.goOn();
        }
    }

    @Override
    public void remoteClosed(TcpConnection connection) {
        goOn();
    }

    @Override
    public void closed(TcpConnection connection) {
        ConversationPlayer known = player;
        if (known != null) {
            known.closed();
        }
    }

    @Override
    public void reset(TcpConnection connection) {
        lost(Act.Loss.RESET);
    }

    @Override
    public void timedOut(TcpConnection connection) {
        lost(Act.Loss.TIME_OUT);
    }

    private void lost(Act.Loss loss) {
        ConversationPlayer known = player;
        if (known != null) {
            known.lost(loss);
        }
    }
}
