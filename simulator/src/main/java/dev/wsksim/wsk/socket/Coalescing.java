package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2ipdef;
import dev.wsksim.wsk.data.ControlMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts several datagrams into one, in the order in which they came: those of one source address and port, all of the same
 * size but the last one, which may be smaller. A UDP_COALESCED_INFO control message tells that size.
 *
 * <p>Only datagrams that were sent the same way and have the same control messages go together (assumption). Source:
 * ipproto-udp-socket-options.
 */
final class Coalescing {

    private final ArrivedDatagram first;
    private final int most;
    private final List<ArrivedDatagram> parts = new ArrayList<>();
    private int bytes;
    private boolean closed;

    /** Begins with a datagram. */
    Coalescing(ArrivedDatagram first, int most) {
        this.first = first;
        this.most = most;
        this.bytes = first.data().length();
        this.closed = first.data().isEmpty() || isCoalesced(first);
        parts.add(first);
    }

    private static boolean isCoalesced(ArrivedDatagram datagram) {
        ImmutableList<ControlMessage> info = datagram.controlInfo();
        return !info.isEmpty() && info.get(info.size() - 1).level() == Ws2def.IPPROTO_UDP;
    }

    /** Tells whether another datagram may be the next one. */
    boolean takes(ArrivedDatagram next) {
        int size = next.data().length();
        return !closed
                && next.error() == null
                && size > 0
                && size <= first.data().length()
                && bytes + size <= most
                && next.source().equals(first.source())
                && next.kind().equals(first.kind())
                && next.controlInfo().equals(first.controlInfo());
    }

    void add(ArrivedDatagram next) {
        parts.add(next);
        bytes += next.data().length();
        closed = next.data().length() < first.data().length();
    }

    ArrivedDatagram result() {
        byte[] all = new byte[bytes];
        int at = 0;
        for (ArrivedDatagram part : parts) {
            part.data().copyTo(0, all, at, part.data().length());
            at += part.data().length();
        }
        ControlMessage size = ControlMessage.ofUlong(
                Ws2def.IPPROTO_UDP, Ws2ipdef.UDP_COALESCED_INFO, first.data().length());
        return ArrivedDatagram.of(
                first.source(),
                ByteSlice.of(all, 0, bytes),
                first.kind(),
                ImmutableList.<ControlMessage>builder()
                        .addAll(first.controlInfo())
                        .add(size)
                        .build());
    }
}
