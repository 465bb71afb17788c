package dev.wsksim.net.packet;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.trace.FieldVisitor;

/**
 * One TCP segment, by meaning (RFC 9293 section 3.1).
 *
 * @param sourcePort the sender's port
 * @param destinationPort the receiver's port
 * @param sequence SEG.SEQ, an unsigned number of 32 bits
 * @param acknowledgment SEG.ACK, an unsigned number of 32 bits, significant with {@link TcpFlags#ACK}
 * @param flags the control bits, see {@link TcpFlags}
 * @param window SEG.WND as the header has it, before any scaling
 * @param options the options
 * @param data the data that it carries
 */
public record TcpSegment(
        int sourcePort,
        int destinationPort,
        int sequence,
        int acknowledgment,
        int flags,
        int window,
        TcpOptions options,
        ByteSlice data)
        implements PacketPayload {

    /** The protocol number of TCP. */
    public static final int PROTOCOL = 6;

    private static final int HEADER_BYTES = 20;

    /** Returns the same segment with other data. */
    public TcpSegment withData(ByteSlice newData) {
        return new TcpSegment(sourcePort, destinationPort, sequence, acknowledgment, flags, window, options, newData);
    }

    /** Tells whether this control bit is set. */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Returns SEG.LEN: the data and one for each of SYN and FIN (RFC 9293 section 3.4). */
    public int length() {
        return data.length() + (flags & TcpFlags.FIN) + ((flags & TcpFlags.SYN) >> 1);
    }

    /** Returns the control bits by name, for example {@code SYN+ACK}. */
    public String flagsText() {
        return TcpFlags.text(flags);
    }

    @Override
    public boolean setsDontFragment() {
        return true;
    }

    @Override
    public int protocol() {
        return PROTOCOL;
    }

    @Override
    public int wireBytes() {
        return HEADER_BYTES + options.length() + data.length();
    }

    @Override
    public String label() {
        return flagsText();
    }

    @Override
    public void deliver(Packet packet, PayloadReceiver receiver) {
        receiver.receiveTcp(packet, this);
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("sourcePort", sourcePort);
        fields.number("destinationPort", destinationPort);
        fields.text("flags", flagsText());
        fields.number("seq", Integer.toUnsignedLong(sequence));
        if (has(TcpFlags.ACK)) {
            fields.number("ack", Integer.toUnsignedLong(acknowledgment));
        }
        fields.number("win", window);
        visitOptions(fields);
        fields.number("length", data.length());
        if (!data.isEmpty()) {
            fields.number("crc32c", data.crc32c());
        }
    }

    private void visitOptions(FieldVisitor fields) {
        if (options.maxSegmentSize() != TcpOptions.ABSENT) {
            fields.number("mss", options.maxSegmentSize());
        }
        if (options.windowScale() != TcpOptions.ABSENT) {
            fields.number("wscale", options.windowScale());
        }
        if (options.sackPermitted()) {
            fields.flag("sackOK", true);
        }
        if (options.timestamps()) {
            fields.number("TSval", Integer.toUnsignedLong(options.timestampValue()));
            fields.number("TSecr", Integer.toUnsignedLong(options.timestampEcho()));
        }
        if (options.sackBlocks().count() > 0) {
            fields.text("sack", options.sackBlocks().toString());
        }
    }

    @Override
    public String describe(IpAddress source, IpAddress destination) {
        StringBuilder text = new StringBuilder(80)
                .append(new Endpoint(source, sourcePort))
                .append(" > ")
                .append(new Endpoint(destination, destinationPort))
                .append(" seq ")
                .append(Integer.toUnsignedString(sequence));
        if (has(TcpFlags.ACK)) {
            text.append(" ack ").append(Integer.toUnsignedString(acknowledgment));
        }
        if (!data.isEmpty()) {
            text.append(" length ").append(data.length());
        }
        return text.toString();
    }
}
