package dev.wsksim.net.ip;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.codec.PacketEncoder;

/**
 * Cuts packets into fragments (RFC 791 section 3.2, RFC 8200 section 4.5).
 *
 * <p>The pieces are of the true bytes, checksum included, so that a receiver finds out when one was damaged. A fragment
 * of IPv4 can be cut again; routers do so.
 */
public final class Fragmenter {

    private Fragmenter() {}

    /**
     * Returns fragments of a packet, each as large as can be.
     *
     * @param packet a packet that may be fragmented
     * @param identification what the fragments have in common, unless the packet is one already
     * @param mtu the most bytes that a fragment may have, IP header included
     */
    public static ImmutableList<Packet> cut(Packet packet, int identification, int mtu) {
        if (packet.payload() instanceof IpFragment fragment) {
            return pieces(packet, fragment, mtu);
        }
        int length = packet.payload().wireBytes();
        byte[] bytes = PacketEncoder.encode(packet, 0);
        ByteSlice data = ByteSlice.of(bytes, bytes.length - length, length);
        int protocol = packet.payload().protocol();
        return pieces(packet, new IpFragment(packet.family(), identification, protocol, 0, false, data), mtu);
    }

    private static ImmutableList<Packet> pieces(Packet packet, IpFragment whole, int mtu) {
        int headers = packet.wireBytes() - packet.payload().wireBytes();
        int room = mtu - headers - (packet.family() == IpFamily.IPV6 ? IpFragment.HEADER_BYTES_6 : 0);
        int most = room / IpFragment.UNIT * IpFragment.UNIT;
        if (most <= 0) {
            throw new IllegalArgumentException(
                    "no fragment of " + packet.describe() + " has at most " + mtu + " bytes");
        }
        ImmutableList.Builder<Packet> packets = ImmutableList.builder();
        int length = whole.data().length();
        for (int from = 0; from < length; ) {
            int bytes = length - from <= room ? length - from : most;
            boolean more = from + bytes < length || whole.moreFragments();
            IpFragment piece = new IpFragment(
                    whole.family(),
                    whole.identification(),
                    whole.carriedProtocol(),
                    whole.offset() + from,
                    more,
                    whole.data().slice(from, bytes));
            packets.add(packet.fragment(piece));
            from += bytes;
        }
        return packets.build();
    }
}
