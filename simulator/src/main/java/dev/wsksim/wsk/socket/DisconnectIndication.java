package dev.wsksim.wsk.socket;

import dev.wsksim.engine.Event;
import dev.wsksim.wsk.event.EventFlag;

/**
 * What WskDisconnectEvent has still to tell of one connection: that the peer has closed it, or has reset it.
 *
 * <p>It tells in an event of its own, and of a graceful disconnect only behind what WskReceiveEvent is still to be
 * given (assumption, OQ-125). What the driver itself has ended is not told.
 *
 * <p>Source: nc-wsk-pfn_wsk_disconnect_event.
 */
final class DisconnectIndication implements Event {

    private final ConnectionRole role;
    private boolean gracefulUntold;
    private boolean abortiveUntold;
    private boolean due;

    DisconnectIndication(ConnectionRole role) {
        this.role = role;
    }

    /** Has a graceful disconnect of the peer to tell. */
    void graceful() {
        gracefulUntold = true;
    }

    /** Has an abortive disconnect to tell, and no graceful one any more. */
    void abortive() {
        gracefulUntold = false;
        abortiveUntold = true;
    }

    /** Has nothing to tell any more. */
    void forget() {
        gracefulUntold = false;
        abortiveUntold = false;
    }

    /** Lets WskDisconnectEvent be called, if there is something to tell and nothing before it. */
    void soon() {
        if (!due && mayIndicate()) {
            due = true;
            role.environment().loop().schedule(0, this);
        }
    }

    @Override
    public void fire() {
        due = false;
        if (mayIndicate()) {
            boolean abortive = abortiveUntold;
            forget();
            role.indicator().disconnected(abortive);
        }
    }

    private boolean mayIndicate() {
        boolean untold = gracefulUntold || abortiveUntold;
        if (!untold || !role.isUsable() || !role.socket().isEnabled(EventFlag.WSK_EVENT_DISCONNECT)) {
            return false;
        }
        return abortiveUntold || !role.hasToIndicate();
    }
}
