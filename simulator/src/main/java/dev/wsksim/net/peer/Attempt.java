package dev.wsksim.net.peer;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.peer.PeerConversation.Ending;
import dev.wsksim.net.tcp.ConnectionRequest;

/**
 * One connection attempt: all the SYNs between the same two endpoints with the same initial sequence number, and the
 * outcome that they share.
 */
final class Attempt implements AttemptAnswers {

    private final SimulationLoop loop;
    private final ConnectOutcome outcome;
    private final PeerConversation plain;
    private ConnectionRequest current;
    private ConnectionRequest accepting;
    private boolean acceptBegan;
    private int syns;

    Attempt(SimulationLoop loop, ConnectOutcome outcome, PeerConversation plain, ConnectionRequest first) {
        this.loop = loop;
        this.outcome = outcome;
        this.plain = plain;
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
    public void accept(long afterNanos) {
        if (afterNanos == 0) {
            current.accept(plain);
            return;
        }
        // The earlier request still stands, unless its host crashed meanwhile.
        if (acceptBegan && accepting.isPending()) {
            return;
        }
        ConnectionRequest request = current;
        acceptBegan = true;
        accepting = request;
        loop.schedule(afterNanos, () -> request.accept(plain));
    }

    @Override
    public void acceptThenReset(long afterNanos) {
        current.accept(new PeerConversation(loop, Ending.RESET, afterNanos));
    }

    @Override
    public void acceptThenClose(long afterNanos) {
        current.accept(new PeerConversation(loop, Ending.CLOSE, afterNanos));
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
