package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.flag.ReceiveFromFlags;
import org.jspecify.annotations.Nullable;

/**
 * What came for a datagram socket: a datagram, or the news that an earlier one could not be delivered.
 *
 * @param source who sent it, in the family of the socket; of an error, where the datagram was sent to
 * @param data its data
 * @param kind MSG_BCAST, MSG_MCAST, or no flag
 * @param controlInfo the control messages that the socket asked for
 * @param error of an error the status; null for a datagram
 */
public record ArrivedDatagram(
        Endpoint source,
        ByteSlice data,
        ReceiveFromFlags kind,
        ImmutableList<ControlMessage> controlInfo,
        @Nullable NtStatus error) {

    static ArrivedDatagram of(
            Endpoint source, ByteSlice data, ReceiveFromFlags kind, ImmutableList<ControlMessage> controlInfo) {
        return new ArrivedDatagram(source, data, kind, controlInfo, null);
    }

    static ArrivedDatagram failure(Endpoint source, NtStatus error) {
        return new ArrivedDatagram(source, ByteSlice.EMPTY, ReceiveFromFlags.NONE, ImmutableList.of(), error);
    }

    /** Returns what it counts against SO_RCVBUF: without data one byte, so that the limit bounds those too. */
    int size() {
        return Math.max(1, data.length());
    }

    /** Returns how a packet was sent to this host. */
    static ReceiveFromFlags kindOf(Packet packet, boolean isBroadcast) {
        if (packet.destination().isMulticast()) {
            return ReceiveFromFlags.MSG_MCAST;
        }
        return isBroadcast ? ReceiveFromFlags.MSG_BCAST : ReceiveFromFlags.NONE;
    }
}
