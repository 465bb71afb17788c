package dev.wsksim.net.peer;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.icmp.UnreachableKind;
import org.jspecify.annotations.Nullable;

/** What a scripted peer makes of one connection attempt. */
public sealed interface ConnectOutcome {

    /** In place of a number of SYNs: all of them. */
    int ALL = Integer.MAX_VALUE;

    /** Answers a SYN of an attempt through one of the methods of the attempt. */
    void answer(AttemptAnswers attempt);

    /**
     * The attempt succeeds.
     *
     * @param after how long after the first SYN the SYN+ACK is sent
     * @param behaviour what the peer does with this connection; null stands for what it does with all that do not say
     */
    record Accept(SimDuration after, @Nullable Behaviour behaviour) implements ConnectOutcome {

        /** Accepts, and behaves as the peer does on all its connections. */
        public Accept(SimDuration after) {
            this(after, null);
        }

        @Override
        public void answer(AttemptAnswers attempt) {
            attempt.accept(after.nanos(), behaviour);
        }

        @Override
        public String toString() {
            return "accept after " + after + (behaviour == null ? "" : ", " + behaviour);
        }
    }

    /**
     * The attempt meets RST+ACK.
     *
     * @param syns how many SYNs of the attempt are refused before one is accepted, or {@link #ALL}
     */
    record Refuse(int syns) implements ConnectOutcome {

        public Refuse {
            requirePositive(syns);
        }

        @Override
        public void answer(AttemptAnswers attempt) {
            if (attempt.synNumber() <= syns) {
                attempt.refuse();
            } else {
                attempt.accept(0, null);
            }
        }

        @Override
        public String toString() {
            return "refuse " + count(syns);
        }
    }

    /**
     * The attempt meets silence.
     *
     * @param syns how many SYNs of the attempt are ignored before one is accepted, or {@link #ALL}
     */
    record Ignore(int syns) implements ConnectOutcome {

        public Ignore {
            requirePositive(syns);
        }

        @Override
        public void answer(AttemptAnswers attempt) {
            if (attempt.synNumber() > syns) {
                attempt.accept(0, null);
            }
        }

        @Override
        public String toString() {
            return "ignore " + count(syns);
        }
    }

    /**
     * The attempt succeeds, and then the connection is reset.
     *
     * @param after how long after it was established on the peer's side
     */
    record Reset(SimDuration after) implements ConnectOutcome {

        @Override
        public void answer(AttemptAnswers attempt) {
            attempt.acceptThenReset(after.nanos());
        }

        @Override
        public String toString() {
            return "reset after " + after;
        }
    }

    /**
     * The attempt succeeds, and then the peer closes.
     *
     * @param after how long after the connection was established on the peer's side
     */
    record Close(SimDuration after) implements ConnectOutcome {

        @Override
        public void answer(AttemptAnswers attempt) {
            attempt.acceptThenClose(after.nanos());
        }

        @Override
        public String toString() {
            return "close after " + after;
        }
    }

    /**
     * Each SYN of the attempt meets an ICMP or ICMPv6 error.
     *
     * @param kind which error
     */
    record Unreachable(UnreachableKind kind) implements ConnectOutcome {

        @Override
        public void answer(AttemptAnswers attempt) {
            attempt.reportUnreachable(kind);
        }

        @Override
        public String toString() {
            return kind.toString();
        }
    }

    private static void requirePositive(int syns) {
        if (syns < 1) {
            throw new IllegalArgumentException("a number of SYNs is at least 1, but this one is " + syns);
        }
    }

    private static String count(int syns) {
        return syns == ALL ? "every SYN" : "the first " + syns + (syns == 1 ? " SYN" : " SYNs");
    }
}
