package dev.wsksim.scenario.model;

import dev.wsksim.engine.SimDuration;
import java.util.Optional;
import java.util.OptionalInt;

/** How a peer meets one connection attempt. An attempt is one connect by the client, however many SYNs it sends. */
public sealed interface ConnectOutcome {
    /** Returns where the outcome is written. */
    SourcePosition position();

    /** Calls the visitor's method for this outcome. */
    <R> R accept(Visitor<R> visitor);

    /**
     * The connection is accepted.
     *
     * @param after how long after the first SYN the SYN-ACK is sent
     * @param data what the peer does with this connection; absent: what it does with all of them
     * @param position where it is written
     */
    record Accept(SimDuration after, Optional<PeerData> data, SourcePosition position) implements ConnectOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.accepted(this);
        }
    }

    /**
     * SYNs are answered with RST.
     *
     * @param first so many SYNs of the attempt, the next one is accepted; absent: all
     * @param position where it is written
     */
    record Refuse(OptionalInt first, SourcePosition position) implements ConnectOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refused(this);
        }
    }

    /**
     * SYNs are not answered.
     *
     * @param first so many SYNs of the attempt, the next one is accepted; absent: all
     * @param position where it is written
     */
    record Ignore(OptionalInt first, SourcePosition position) implements ConnectOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ignored(this);
        }
    }

    /**
     * The connection is accepted and then reset.
     *
     * @param after how long after the handshake the RST is sent
     * @param position where it is written
     */
    record Reset(SimDuration after, SourcePosition position) implements ConnectOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reset(this);
        }
    }

    /**
     * The connection is accepted and then closed gracefully.
     *
     * @param after how long after the handshake the FIN is sent
     * @param position where it is written
     */
    record Close(SimDuration after, SourcePosition position) implements ConnectOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closed(this);
        }
    }

    /**
     * SYNs are answered with an ICMP or ICMPv6 error.
     *
     * @param code the error
     * @param position where it is written
     */
    record Unreachable(UnreachableCode code, SourcePosition position) implements ConnectOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unreachable(this);
        }
    }

    /**
     * One method per outcome.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** Handles an accepted attempt. */
        R accepted(Accept outcome);

        /** Handles a refused attempt. */
        R refused(Refuse outcome);

        /** Handles an ignored attempt. */
        R ignored(Ignore outcome);

        /** Handles an attempt that is accepted, then reset. */
        R reset(Reset outcome);

        /** Handles an attempt that is accepted, then closed. */
        R closed(Close outcome);

        /** Handles an attempt that meets an ICMP error. */
        R unreachable(Unreachable outcome);
    }
}
