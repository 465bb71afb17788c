package dev.wsksim.net.peer;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import java.util.List;

/**
 * What a scripted end does with a connection once it is established.
 *
 * <p>Unless it says otherwise, an end closes its direction when the remote end has closed and all data is read.
 */
public sealed interface Behaviour {

    /** Reads and forgets (RFC 863). */
    record Discard() implements Behaviour {

        @Override
        public String toString() {
            return "discard";
        }
    }

    /** Sends everything back (RFC 862). */
    record Echo() implements Behaviour {

        @Override
        public String toString() {
            return "echo";
        }
    }

    /**
     * Sends the lines of RFC 864 as fast as the connection takes them, and forgets what it reads, until the remote end
     * closes.
     */
    record Chargen() implements Behaviour {

        @Override
        public String toString() {
            return "chargen";
        }
    }

    /** Reads nothing, so that its receive window closes. It does not see the end of the stream and never closes. */
    record NeverReads() implements Behaviour {

        @Override
        public String toString() {
            return "never reads";
        }
    }

    /**
     * Reads now and then, and forgets what it reads.
     *
     * @param bytes how many bytes it reads at most in one go, at least 1
     * @param every how much time lies between data and its being read, and between one go and the next; more than zero
     */
    record SlowReader(int bytes, SimDuration every) implements Behaviour {

        public SlowReader {
            if (bytes < 1 || every.nanos() < 1) {
                throw new IllegalArgumentException(
                        "a slow reader reads at least 1 byte at a time, and not all the time");
            }
        }

        @Override
        public String toString() {
            return "reads " + bytes + " bytes every " + every;
        }
    }

    /**
     * Plays a script. After its last act the end reads nothing more, and closes when the remote end does.
     *
     * @param acts what it does, in order
     * @param observer who is told when the remote end does not play along
     */
    record Conversation(ImmutableList<Act> acts, ConversationObserver observer) implements Behaviour {

        /** Returns a conversation of these acts. */
        public static Conversation of(ConversationObserver observer, List<? extends Act> acts) {
            return new Conversation(ImmutableList.copyOf(acts), observer);
        }

        @Override
        public String toString() {
            return "a conversation of " + acts.size() + (acts.size() == 1 ? " act" : " acts");
        }
    }
}
