package dev.wsksim.net.link;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpSegment;
import java.util.Optional;

/**
 * Picks packets by what is written in their headers, before any damage; whatever is left out is not looked at.
 *
 * @param protocol the protocol number of what is carried, of a fragment that of the whole packet, or {@link #ANYTHING}
 * @param tcpFlags exactly the control bits that a segment has to have, or {@link #ANYTHING}
 * @param source the address that sends
 * @param destination the address that receives
 * @param sourcePort the port that sends, or {@link #ANYTHING}; packets without ports have none
 * @param destinationPort the port that receives, or {@link #ANYTHING}
 * @param data whether there is data behind the header of the transport
 * @param sequence sequence numbers of which a TCP segment occupies at least one, counted from the SYN of its connection;
 *     known only to those who have seen that SYN
 */
public record PacketMatch(
        int protocol,
        int tcpFlags,
        Optional<IpAddress> source,
        Optional<IpAddress> destination,
        int sourcePort,
        int destinationPort,
        DataPresence data,
        Optional<SequenceRange> sequence) {

    /** In place of a number: it may be anything. */
    public static final int ANYTHING = -1;

    /** Matches any packet. */
    public static final PacketMatch ANY = new PacketMatch(
            ANYTHING,
            ANYTHING,
            Optional.empty(),
            Optional.empty(),
            ANYTHING,
            ANYTHING,
            DataPresence.ANY,
            Optional.empty());

    /**
     * Returns what matches the segments with exactly the named bits, for example {@code SYN} or {@code SYN+ACK}, or
     * nothing for an unknown name.
     */
    public static Optional<PacketMatch> parse(String flagsText) {
        return TcpFlags.parse(flagsText).stream().mapToObj(PacketMatch::ofFlags).findFirst();
    }

    /** Returns what matches the segments with exactly these control bits. */
    public static PacketMatch ofFlags(int flags) {
        return ANY.withTcpFlags(flags);
    }

    /** Returns this match for one protocol only. */
    public PacketMatch withProtocol(int number) {
        return new PacketMatch(number, tcpFlags, source, destination, sourcePort, destinationPort, data, sequence);
    }

    /** Returns this match for segments with exactly these control bits only. */
    public PacketMatch withTcpFlags(int flags) {
        return new PacketMatch(protocol, flags, source, destination, sourcePort, destinationPort, data, sequence);
    }

    /** Returns this match for packets from this address only. */
    public PacketMatch withSource(IpAddress address) {
        return new PacketMatch(
                protocol, tcpFlags, Optional.of(address), destination, sourcePort, destinationPort, data, sequence);
    }

    /** Returns this match for packets to this address only. */
    public PacketMatch withDestination(IpAddress address) {
        return new PacketMatch(
                protocol, tcpFlags, source, Optional.of(address), sourcePort, destinationPort, data, sequence);
    }

    /** Returns this match for packets between these ports only; each may be {@link #ANYTHING}. */
    public PacketMatch withPorts(int newSourcePort, int newDestinationPort) {
        return new PacketMatch(
                protocol, tcpFlags, source, destination, newSourcePort, newDestinationPort, data, sequence);
    }

    /** Returns this match for packets with, or without, data only. */
    public PacketMatch withData(DataPresence presence) {
        return new PacketMatch(
                protocol, tcpFlags, source, destination, sourcePort, destinationPort, presence, sequence);
    }

    /** Returns this match for segments that occupy one of these sequence numbers only. */
    public PacketMatch withSequence(SequenceRange range) {
        return new PacketMatch(
                protocol, tcpFlags, source, destination, sourcePort, destinationPort, data, Optional.of(range));
    }

    /** Tells whether a packet is picked, as far as it can be told without its connection's SYN. */
    boolean matchesHeaders(Packet packet) {
        PacketPayload payload = TransportFields.undamaged(packet.payload());
        return (protocol == ANYTHING || TransportFields.protocol(payload) == protocol)
                && (tcpFlags == ANYTHING || (payload instanceof TcpSegment segment && segment.flags() == tcpFlags))
                && (source.isEmpty() || packet.source().equals(source.get()))
                && (destination.isEmpty() || packet.destination().equals(destination.get()))
                && (sourcePort == ANYTHING || TransportFields.sourcePort(payload) == sourcePort)
                && (destinationPort == ANYTHING || TransportFields.destinationPort(payload) == destinationPort)
                && (data == DataPresence.ANY || TransportFields.data(payload).isEmpty() == (data == DataPresence.NONE));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                tcpFlags != ANYTHING
                        ? TcpFlags.text(tcpFlags)
                        : protocol == ANYTHING ? "packet" : "packet of protocol " + protocol);
        source.ifPresent(address -> text.append(" from ").append(address));
        destination.ifPresent(address -> text.append(" to ").append(address));
        if (sourcePort != ANYTHING) {
            text.append(" from port ").append(sourcePort);
        }
        if (destinationPort != ANYTHING) {
            text.append(" to port ").append(destinationPort);
        }
        if (data != DataPresence.ANY) {
            text.append(data == DataPresence.SOME ? " with data" : " without data");
        }
        sequence.ifPresent(range -> text.append(" with sequence number ").append(range));
        return text.toString();
    }
}
