package dev.wsksim.wsk.socket;

import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpUser;
import dev.wsksim.wsk.event.WskInspectId;
import org.jspecify.annotations.Nullable;

/** A connection that has come to a listening socket and was not accepted yet; its handshake may be unfinished. */
final class Arrival implements TcpUser {

    private final ListenRole role;
    private final @Nullable WskInspectId inspectId;
    private @Nullable TcpConnection connection;

    Arrival(ListenRole role, @Nullable WskInspectId inspectId) {
        this.role = role;
        this.inspectId = inspectId;
    }

    /** Returns the inspection that let the connection in, or null where there was none. */
    @Nullable
    WskInspectId inspectId() {
        return inspectId;
    }

    void begun(TcpConnection begun) {
        connection = begun;
    }

    TcpConnection connection() {
        TcpConnection live = connection;
        if (live == null) {
            throw new AssertionError("the SYN was not answered");
        }
        return live;
    }

    @Override
    public void connected(TcpConnection established) {
        connection = established;
        role.established(this);
    }

    @Override
    public void openAbandoned(TcpConnection gone) {
        role.abandoned(this);
    }

    @Override
    public void reset(TcpConnection gone) {
        role.lost(this);
    }

    @Override
    public void timedOut(TcpConnection gone) {
        role.lost(this);
    }

    @Override
    public void closed(TcpConnection gone) {
        role.lost(this);
    }
}
