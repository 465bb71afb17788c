package dev.wsksim.net.peer;

import dev.wsksim.net.tcp.TcpConnection;

/**
 * A sequence or acknowledgment number, said relative to what an end of a connection knows at that moment.
 *
 * @param base the variable of RFC 9293 section 3.3.1 that it counts from
 * @param offset how much is added, modulo 2 to the power of 32
 */
public record SequenceReference(Base base, long offset) {

    /** The variables that a number can count from. */
    public enum Base {
        /** Nothing: the offset is the number. */
        ZERO("0"),
        /** Initial send sequence number. */
        ISS("iss"),
        /** Initial receive sequence number. */
        IRS("irs"),
        /** The oldest number that is not acknowledged. */
        SND_UNA("sndUna"),
        /** The next number to be sent. */
        SND_NXT("sndNxt"),
        /** The next number expected. */
        RCV_NXT("rcvNxt");

        private final String label;

        Base(String label) {
            this.label = label;
        }

        /** Returns the name, as in {@code sndNxt}. */
        @Override
        public String toString() {
            return label;
        }
    }

    /** Returns the variable itself. */
    public static SequenceReference of(Base base) {
        return new SequenceReference(base, 0);
    }

    /** Returns the number as the end knows it now. */
    int resolve(TcpConnection end) {
        int from = switch (base) {
            case ZERO -> 0;
            case ISS -> end.iss();
            case IRS -> end.irs();
            case SND_UNA -> end.sndUna();
            case SND_NXT -> end.sndNxt();
            case RCV_NXT -> end.rcvNxt();
        };
        return from + (int) offset;
    }

    /** Returns it as it is written, for example {@code rcvNxt+10}. */
    @Override
    public String toString() {
        if (base == Base.ZERO) {
            return Long.toString(offset);
        }
        return offset == 0 ? base.toString() : base + (offset < 0 ? "" : "+") + offset;
    }
}
