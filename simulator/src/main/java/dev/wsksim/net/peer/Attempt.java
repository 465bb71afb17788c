package dev.wsksim.net.peer;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.peer.PeerConversation.Ending;
import dev.wsksim.net.tcp.ConnectionRequest;
import dev.wsksim.net.tcp.TcpUser;
import org.jspecify.annotations.Nullable;

/**
 * One connection attempt: all the SYNs between the same two endpoints with the same initial sequence number, and the
 * outcome that they share.
 */
final class Attempt implements AttemptAnswers {

    private final SimulationLoop loop;
    private final ConnectOutcome outcome;
    private final UserChoice users;
    private final Admission admission;
    private ConnectionRequest current;
    private ConnectionRequest accepting;
    private boolean acceptBegan;
    private int syns;

    /** Makes the user of an accepted connection. */
    @FunctionalInterface
    interface UserChoice {
        /** Returns a user who behaves so; null stands for what the peer does unless an outcome says otherwise. */
        TcpUser userFor(@Nullable Behaviour behaviour);
    }

    /** Accepts connections. */
    @FunctionalInterface
    interface Admission {
        /** Answers a SYN with SYN+ACK, unless there is no room for the connection. */
        void accept(ConnectionRequest request, TcpUser user);
    }

    Attempt(
            SimulationLoop loop,
            ConnectOutcome outcome,
            UserChoice users,
            Admission admission,
            ConnectionRequest first) {
        this.loop = loop;
        this.outcome = outcome;
        this.users = users;
        this.admission = admission;
        this.current = first;
        this.accepting = first;
    }

    /** Answers the next SYN of the attempt. */
    void synArrived(ConnectionRequest request) {
        current = request;
        syns++;
        outcome.answer(this);
    }

    @Override
    public int synNumber() {
        return syns;
    }

    @Override
    public void accept(long afterNanos, @Nullable Behaviour behaviour) {
        if (afterNanos == 0) {
            admission.accept(current, users.userFor(behaviour));
            return;
        }
        // The earlier request still stands, unless its host crashed meanwhile.
        if (acceptBegan && accepting.isPending()) {
            return;
        }
        ConnectionRequest request = current;
        acceptBegan = true;
        accepting = request;
        loop.schedule(afterNanos, () -> admission.accept(request, users.userFor(behaviour)));
    }

    @Override
    public void acceptThenReset(long afterNanos) {
        acceptThen(Ending.RESET, afterNanos);
    }

    @Override
    public void acceptThenClose(long afterNanos) {
        acceptThen(Ending.CLOSE, afterNanos);
    }

    private void acceptThen(Ending ending, long afterNanos) {
        TcpUser reader = users.userFor(new Behaviour.Discard());
        admission.accept(current, new PeerConversation(loop, reader, ending, afterNanos));
    }

    @Override
    public void refuse() {
        current.refuse();
    }

    @Override
    public void reportUnreachable(UnreachableKind kind) {
        current.reportUnreachable(kind);
    }
}
