package dev.wsksim.net.peer;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.tcp.KeepAlive;
import java.util.Optional;

/** One thing that an end of a connection does, or waits for, in a scripted conversation. */
public sealed interface Act {

    /** Calls the visitor's method for this act. */
    <R> R accept(Visitor<R> visitor);

    /** Returns how long the act may take, bound included; empty where it may take as long as it likes. */
    default Optional<SimDuration> within() {
        return Optional.empty();
    }

    /**
     * Sends bytes; done when TCP has taken all of them into its send buffer.
     *
     * @param content the bytes
     */
    record Send(Content content) implements Act {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.send(this);
        }

        @Override
        public String toString() {
            return "send " + content;
        }
    }

    /**
     * Receives exactly these bytes.
     *
     * @param content the bytes
     */
    record Receive(Content content, Optional<SimDuration> within) implements Act {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.receive(this);
        }

        @Override
        public String toString() {
            return "receive " + content;
        }
    }

    /**
     * Receives so many bytes, whichever they are.
     *
     * @param count how many
     */
    record ReceiveCount(long count, Optional<SimDuration> within) implements Act {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.receiveCount(this);
        }

        @Override
        public String toString() {
            return "receive " + count + " bytes";
        }
    }

    /** Receives whatever still comes, until the remote end has closed its direction. */
    record ReceiveRest(Optional<SimDuration> within) implements Act {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.receiveRest(this);
        }

        @Override
        public String toString() {
            return "receive the rest";
        }
    }

    /** Waits until the remote end has closed its direction, with no more data before that. */
    record ExpectEnd(Optional<SimDuration> within) implements Act {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expectEnd(this);
        }

        @Override
        public String toString() {
            return "expect the end of the stream";
        }
    }

    /**
     * Waits until the connection is lost, which ends the conversation.
     *
     * @param loss in which way
     */
    record ExpectLoss(Loss loss, Optional<SimDuration> within) implements Act {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expectLoss(this);
        }

        @Override
        public String toString() {
            return "expect " + loss;
        }
    }

    /** Lets time pass; what arrives meanwhile is not read. */
    record Wait(SimDuration duration) implements Act {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.waitFor(this);
        }

        @Override
        public String toString() {
            return "wait " + duration;
        }
    }

    /** Waits for an instant; when it is over already, that is a mismatch. */
    record WaitUntil(SimTime instant) implements Act {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.waitUntil(this);
        }

        @Override
        public String toString() {
            return "wait until " + instant;
        }
    }

    /**
     * Lets TCP probe the connection when it is idle, as SO_KEEPALIVE and SIO_KEEPALIVE_VALS do.
     *
     * @param times when and how often
     */
    record Probe(KeepAlive times) implements Act {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.probe(this);
        }

        @Override
        public String toString() {
            return "keep alive";
        }
    }

    /**
     * Lets small segments wait for the acknowledgment of earlier ones, or not, as TCP_NODELAY does.
     *
     * @param on whether they wait
     */
    record Nagle(boolean on) implements Act {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nagle(this);
        }

        @Override
        public String toString() {
            return "nagle " + (on ? "on" : "off");
        }
    }

    /** Closes this end's direction with FIN, behind all that was sent; receiving goes on. */
    record Close() implements Act {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.close(this);
        }

        @Override
        public String toString() {
            return "close";
        }
    }

    /** Resets the connection with RST, which ends the conversation. */
    record Reset() implements Act {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reset(this);
        }

        @Override
        public String toString() {
            return "reset";
        }
    }

    /**
     * Sends a forged segment to the remote end, as if it came from this one.
     *
     * @param segment the segment, with numbers as this end knows them
     */
    record Inject(ForgedSegment segment) implements Act {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inject(this);
        }

        @Override
        public String toString() {
            return "inject " + segment;
        }
    }

    /**
     * Tells the remote end in an ICMP error that a segment of its did not get through.
     *
     * @param error which error; one that needs a pointer into the packet cannot be sent
     * @param mtu the MTU that {@link IcmpErrorKind#PACKET_TOO_BIG} tells; 0 with any other error
     * @param sequence the sequence number of the segment that the error quotes, as this end knows the numbers
     */
    record ReportError(IcmpErrorKind error, int mtu, SequenceReference sequence) implements Act {

        public ReportError {
            if (error.hasMtu() ? mtu < 1 : mtu != 0) {
                throw new IllegalArgumentException("the error '" + error + "' does not tell an MTU of " + mtu);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reportError(this);
        }

        @Override
        public String toString() {
            return "report " + error + " about seq " + sequence;
        }
    }

    /** How a connection can be lost. */
    enum Loss {
        /** With a RST from the remote end. */
        RESET("a reset"),
        /** Because the remote end acknowledged nothing any more. */
        TIME_OUT("a time-out");

        private final String words;

        Loss(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * One method per kind of act.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {

        /** Handles sending. */
        R send(Send act);

        /** Handles receiving certain bytes. */
        R receive(Receive act);

        /** Handles receiving any bytes. */
        R receiveCount(ReceiveCount act);

        /** Handles receiving the rest. */
        R receiveRest(ReceiveRest act);

        /** Handles the expected end of the stream. */
        R expectEnd(ExpectEnd act);

        /** Handles the expected loss of the connection. */
        R expectLoss(ExpectLoss act);

        /** Handles a pause. */
        R waitFor(Wait act);

        /** Handles a pause up to an instant. */
        R waitUntil(WaitUntil act);

        /** Handles keep-alive. */
        R probe(Probe act);

        /** Handles the Nagle algorithm. */
        R nagle(Nagle act);

        /** Handles closing. */
        R close(Close act);

        /** Handles resetting. */
        R reset(Reset act);

        /** Handles a forged segment. */
        R inject(Inject act);

        /** Handles an ICMP error. */
        R reportError(ReportError act);
    }
}
