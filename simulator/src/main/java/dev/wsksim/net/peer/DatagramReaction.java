package dev.wsksim.net.peer;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.packet.ByteSlice;

/** What a scripted peer makes of one datagram. */
public sealed interface DatagramReaction {

    /** Returns how long after the datagram it happens. */
    SimDuration after();

    /**
     * The data is sent back (RFC 862).
     *
     * @param after how long after the datagram
     */
    record Echo(SimDuration after) implements DatagramReaction {

        @Override
        public String toString() {
            return "echo after " + after;
        }
    }

    /** Nothing happens (RFC 863). */
    record Discard() implements DatagramReaction {

        @Override
        public SimDuration after() {
            return SimDuration.ZERO;
        }

        @Override
        public String toString() {
            return "discard";
        }
    }

    /**
     * A line of the character generator is sent back, whatever came (RFC 864). The standard wants a random number of
     * characters from 0 to 512. Assumption: it is always one line of 72 characters with its end.
     *
     * @param after how long after the datagram
     */
    record Chargen(SimDuration after) implements DatagramReaction {

        @Override
        public String toString() {
            return "chargen after " + after;
        }
    }

    /**
     * Given data is sent back.
     *
     * @param data the data
     * @param after how long after the datagram
     */
    record Answer(ByteSlice data, SimDuration after) implements DatagramReaction {

        @Override
        public String toString() {
            return "answer of " + data + " after " + after;
        }
    }

    /**
     * An ICMP or ICMPv6 error about the datagram is sent back.
     *
     * @param kind which error
     * @param after how long after the datagram
     */
    record Unreachable(UnreachableKind kind, SimDuration after) implements DatagramReaction {

        @Override
        public String toString() {
            return kind + " after " + after;
        }
    }
}
