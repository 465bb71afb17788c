package dev.wsksim.net.peer;

import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;

/**
 * A segment that no TCP would send now: an attacker's guess, or an old duplicate. It bears the endpoints of the
 * connection that it is sent about, and leaves the state of that connection's ends alone.
 *
 * @param flags the control bits, see {@link TcpFlags}
 * @param sequence SEG.SEQ
 * @param acknowledgment SEG.ACK, sent with {@link TcpFlags#ACK} only
 * @param window SEG.WND as the header has it
 * @param options the options
 * @param data the data
 */
public record ForgedSegment(
        int flags,
        SequenceReference sequence,
        SequenceReference acknowledgment,
        int window,
        TcpOptions options,
        ByteSlice data) {

    /** Returns a segment with these flags at a sequence number, with RCV.NXT as acknowledgment and without data. */
    public static ForgedSegment of(int flags, SequenceReference sequence) {
        return new ForgedSegment(
                flags,
                sequence,
                SequenceReference.of(SequenceReference.Base.RCV_NXT),
                0xFFFF,
                TcpOptions.NONE,
                ByteSlice.EMPTY);
    }

    /** Returns the same segment with data. */
    public ForgedSegment withData(ByteSlice newData) {
        return new ForgedSegment(flags, sequence, acknowledgment, window, options, newData);
    }

    /** Says in a few words what it is. */
    @Override
    public String toString() {
        return TcpFlags.text(flags) + " seq " + sequence
                + ((flags & TcpFlags.ACK) == 0 ? "" : " ack " + acknowledgment)
                + (data.isEmpty() ? "" : " with " + data);
    }
}
