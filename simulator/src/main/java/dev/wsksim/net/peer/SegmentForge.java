package dev.wsksim.net.peer;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.tcp.TcpConnection;

/** Makes packets about a connection that its own TCP does not send. */
final class SegmentForge {

    private SegmentForge() {}

    /**
     * Sends a forged segment.
     *
     * @param end the end that it is to look like coming from, and whose numbers it counts by
     * @param from the host that sends it, the end's own or that of an attacker
     */
    static void inject(TcpConnection end, Host from, ForgedSegment forged) {
        TcpSegment segment = new TcpSegment(
                end.local().port(),
                end.remote().port(),
                forged.sequence().resolve(end),
                (forged.flags() & TcpFlags.ACK) == 0
                        ? 0
                        : forged.acknowledgment().resolve(end),
                forged.flags(),
                forged.window(),
                forged.options(),
                forged.data());
        from.send(packet(end.local(), end.remote(), from, segment));
    }

    /** Sends an ICMP error about a segment that the remote end of a connection may have sent. */
    static void reportError(TcpConnection end, Host from, Act.ReportError act) {
        TcpSegment quoted = new TcpSegment(
                end.remote().port(),
                end.local().port(),
                act.sequence().resolve(end),
                end.sndUna(),
                TcpFlags.ACK,
                0,
                TcpOptions.NONE,
                ByteSlice.EMPTY);
        Packet offending = packet(end.remote(), end.local(), from, quoted);
        IcmpError error = act.error().hasMtu()
                ? IcmpError.packetTooBig(offending, act.mtu())
                : IcmpError.about(offending, act.error());
        from.send(error.from(end.local().address(), from.defaultHopLimit()));
    }

    private static Packet packet(Endpoint source, Endpoint destination, Host from, TcpSegment segment) {
        return new Packet(source.address(), destination.address(), from.defaultHopLimit(), segment);
    }
}
