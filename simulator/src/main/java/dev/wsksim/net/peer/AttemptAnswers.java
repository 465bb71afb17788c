package dev.wsksim.net.peer;

import dev.wsksim.net.icmp.UnreachableKind;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a {@link ConnectOutcome} can answer one SYN of a connection attempt; using none of them ignores it.
 */
public interface AttemptAnswers {

    /** Returns which SYN of the attempt it is, counted from 1. */
    int synNumber();

    /**
     * Answers with SYN+ACK after a delay; further SYNs meanwhile change nothing.
     *
     * @param behaviour what the peer does with the connection; null stands for what it does unless an outcome says
     *     otherwise
     */
    void accept(long afterNanos, @Nullable Behaviour behaviour);

    /** Answers with SYN+ACK, and with RST so long after the connection is established. */
    void acceptThenReset(long afterNanos);

    /** Answers with SYN+ACK, and with FIN so long after the connection is established. */
    void acceptThenClose(long afterNanos);

    /** Answers with RST+ACK. */
    void refuse();

    /** Answers with an ICMP error. */
    void reportUnreachable(UnreachableKind kind);
}
