package dev.wsksim.net.tcp;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpSegment;
import java.util.Optional;

/**
 * A SYN that waits for a listener's answer.
 *
 * <p>It is answered once, at once or later. An answer after the listener was closed or the host crashed has no effect,
 * and neither has accepting when another SYN of the same connection was accepted meanwhile.
 */
public final class ConnectionRequest {

    private final TcpStack stack;
    private final TcpListener listener;
    private final Packet packet;
    private final TcpSegment syn;
    private final long epoch;
    private boolean answered;

    ConnectionRequest(TcpStack stack, TcpListener listener, Packet packet, TcpSegment syn, long epoch) {
        this.stack = stack;
        this.listener = listener;
        this.packet = packet;
        this.syn = syn;
        this.epoch = epoch;
    }

    /** Returns the endpoint to which the SYN was sent; its address is never the wildcard. */
    public Endpoint local() {
        return new Endpoint(packet.destination(), syn.destinationPort());
    }

    /** Returns the endpoint from which the SYN was sent. */
    public Endpoint remote() {
        return new Endpoint(packet.source(), syn.sourcePort());
    }

    /** Returns the sequence number of the SYN; a retransmitted SYN has the same one. */
    public int initialSequence() {
        return syn.sequence();
    }

    /** Tells whether an answer would still have an effect. */
    public boolean isPending() {
        return !answered && stack.canAnswer(listener, epoch);
    }

    /**
     * Answers with SYN+ACK.
     *
     * @param user who is told when the connection is established, and from then on, or that the remote end did not
     *     finish the handshake
     * @return the connection, or nothing where the answer has no effect
     */
    public Optional<TcpConnection> accept(TcpUser user) {
        return accept(user, stack.parameters());
    }

    /** Does the same for a connection with other constants than the host's, such as its receive window. */
    public Optional<TcpConnection> accept(TcpUser user, TcpParameters parameters) {
        return answer() ? stack.accept(packet, syn, user, parameters) : Optional.empty();
    }

    /** Answers with RST+ACK. */
    public void refuse() {
        if (answer()) {
            stack.rejectStray(packet, syn);
        }
    }

    /** Answers with an ICMP error about the SYN. */
    public void reportUnreachable(UnreachableKind kind) {
        if (answer()) {
            stack.send(kind.errorAbout(packet, packet.destination(), stack.defaultHopLimit()));
        }
    }

    private boolean answer() {
        if (answered) {
            throw new IllegalStateException("the SYN from " + remote() + " was answered already");
        }
        answered = true;
        return stack.canAnswer(listener, epoch);
    }
}
