package dev.wsksim.wsk.control;

/**
 * struct tcp_keepalive, 12 bytes: whether and when an idle connection is probed. Source: sio-keepalive-vals of the Win32
 * pages.
 *
 * @param onOff 0 for off
 * @param keepAliveTime milliseconds without a segment before the first probe
 * @param keepAliveInterval milliseconds between unanswered probes
 */
public record TcpKeepaliveVals(long onOff, long keepAliveTime, long keepAliveInterval) {

    /** The size of the structure in bytes. */
    public static final long SIZE = 12;
}
