package dev.wsksim.wsk.socket;

import dev.wsksim.engine.Event;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.wsk.event.EventFlag;

/**
 * The ideal send backlog of a connection: how many bytes of sends should be outstanding for full throughput.
 *
 * <p>Where it comes from is not documented. Assumption (OQ-41): twice what the connection may have on its way, which is
 * the smaller of congestion window and send window, rounded up to a power of two, at least 64 KiB; it never falls.
 * Source: nc-wsk-pfn_wsk_send_backlog_event, sio-wsk-query-ideal-send-backlog.
 */
final class SendBacklog implements Event {

    private static final long SMALLEST = 65_536;

    private final ConnectionRole role;
    private final TcpConnection connection;
    private long ideal = SMALLEST;
    private long told = SMALLEST;
    private boolean due;

    SendBacklog(ConnectionRole role, TcpConnection connection) {
        this.role = role;
        this.connection = connection;
    }

    /** Returns the size in bytes. */
    long ideal() {
        update();
        return ideal;
    }

    /** Looks whether the size has changed, and lets WskSendBacklogEvent be called. */
    void update() {
        long onTheWay = 2L * Math.min(connection.cwnd(), connection.sndWnd());
        if (onTheWay > ideal) {
            ideal = Long.highestOneBit(onTheWay - 1) << 1;
        }
        if (ideal != told && !due && role.socket().isEnabled(EventFlag.WSK_EVENT_SEND_BACKLOG)) {
            due = true;
            role.environment().loop().schedule(0, this);
        }
    }

    @Override
    public void fire() {
        due = false;
        if (role.isUsable() && role.socket().isEnabled(EventFlag.WSK_EVENT_SEND_BACKLOG)) {
            told = ideal;
            role.indicator().sendBacklog(ideal);
        }
    }
}
