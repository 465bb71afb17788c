package dev.wsksim.net.packet;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.trace.FieldVisitor;

/**
 * An echo request or echo reply (RFC 792, RFC 4443 section 4).
 *
 * @param family the version of the Internet Protocol that it belongs to
 * @param isReply whether it is the reply
 * @param identifier tells the requests of one sender from those of another, from 0 to 65535
 * @param sequence tells one request from another, from 0 to 65535
 * @param data what a reply has to bring back
 */
public record IcmpEcho(IpFamily family, boolean isReply, int identifier, int sequence, ByteSlice data)
        implements IcmpMessage {

    private static final int REQUEST_4 = 8;
    private static final int REPLY_4 = 0;
    private static final int REQUEST_6 = 128;
    private static final int REPLY_6 = 129;

    /** Returns an echo request. */
    public static IcmpEcho request(IpFamily family, int identifier, int sequence, ByteSlice data) {
        return new IcmpEcho(family, false, identifier, sequence, data);
    }

    /** Returns the reply to this request: the same identifier, sequence number and data. */
    public IcmpEcho reply() {
        return new IcmpEcho(family, true, identifier, sequence, data);
    }

    /** Returns the same message with other data. */
    public IcmpEcho withData(ByteSlice newData) {
        return new IcmpEcho(family, isReply, identifier, sequence, newData);
    }

    /** Returns the type of replies or requests in a family's numbering. */
    public static int type(IpFamily family, boolean isReply) {
        if (family == IpFamily.IPV4) {
            return isReply ? REPLY_4 : REQUEST_4;
        }
        return isReply ? REPLY_6 : REQUEST_6;
    }

    @Override
    public int type() {
        return type(family, isReply);
    }

    @Override
    public int code() {
        return 0;
    }

    @Override
    public int wireBytes() {
        return HEADER_BYTES + data.length();
    }

    @Override
    public void deliver(Packet packet, PayloadReceiver receiver) {
        receiver.receiveEcho(packet, this);
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("type", type());
        fields.number("code", code());
        fields.text("meaning", meaning());
        fields.number("identifier", identifier);
        fields.number("sequence", sequence);
        fields.number("length", data.length());
        if (!data.isEmpty()) {
            fields.number("crc32c", data.crc32c());
        }
    }

    @Override
    public String describe(IpAddress source, IpAddress destination) {
        return source + " > " + destination + " " + meaning() + " id " + identifier + " seq " + sequence + " length "
                + data.length();
    }

    private String meaning() {
        return isReply ? "echo reply" : "echo request";
    }
}
