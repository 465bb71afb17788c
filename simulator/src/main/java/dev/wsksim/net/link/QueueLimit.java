package dev.wsksim.net.link;

/**
 * How much a queue holds, the packet that is being sent included until its last bit has left.
 *
 * @param amount how much, at least 1
 * @param unit of what
 */
public record QueueLimit(long amount, Unit unit) {

    /** The most packets that a queue may hold. */
    public static final long MOST_PACKETS = 1_000_000;

    /** What is counted. */
    public enum Unit {
        /** Bytes on the wire, from the IP header on. */
        BYTES,
        /** Packets of any size. */
        PACKETS
    }

    /** 1000 packets, as much as an interface of Linux holds by itself (txqueuelen): our assumption for all links. */
    public static final QueueLimit USUAL = ofPackets(1000);

    public QueueLimit {
        long most = unit == Unit.PACKETS ? MOST_PACKETS : Integer.MAX_VALUE;
        if (amount < 1 || amount > most) {
            throw new IllegalArgumentException("a queue holds from 1 to " + most + " " + unit + ", not " + amount);
        }
    }

    /** Returns a limit in bytes. */
    public static QueueLimit ofBytes(long bytes) {
        return new QueueLimit(bytes, Unit.BYTES);
    }

    /** Returns a limit in packets. */
    public static QueueLimit ofPackets(long packets) {
        return new QueueLimit(packets, Unit.PACKETS);
    }

    /** Returns what a packet of so many bytes counts. */
    long weight(int bytes) {
        return unit == Unit.BYTES ? bytes : 1;
    }

    @Override
    public String toString() {
        return amount + (unit == Unit.BYTES ? " bytes" : " packets");
    }
}
