package dev.wsksim.export;

import dev.wsksim.trace.TraceRecord;
import java.util.Optional;

/**
 * Where packets are captured.
 *
 * <p>Each packet is captured at most once at a point, since whoever meets it twice in one file takes the second for a
 * retransmission.
 */
public sealed interface CapturePoint permits HostCapturePoint, LinkCapturePoint {

    /**
     * Returns the point at which a host's own capture tool sits: it sees the packets that the host sends, when it sends
     * them, whatever becomes of them; and those that reach it, when they reach it. A packet that was lost on its way to
     * the host is not there. Packets to itself are seen once, when they are sent.
     */
    static CapturePoint atHost(String host) {
        return new HostCapturePoint(host);
    }

    /**
     * Returns the point that taps the link between two hosts, in both directions, each where packets enter it: all
     * packets are seen when they are sent, those that the link then loses included. Out is from the first host.
     */
    static CapturePoint onLink(String host, String otherHost) {
        return new LinkCapturePoint(host, otherHost);
    }

    /** Returns a short name, as of an interface. */
    String name();

    /** Says in one line what is seen. */
    String description();

    /** Returns which way the packet went of which the record speaks, or nothing where that is not seen here. */
    Optional<CaptureDirection> sees(TraceRecord record);
}
