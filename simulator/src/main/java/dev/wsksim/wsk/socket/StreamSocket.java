package dev.wsksim.wsk.socket;

import dev.wsksim.wsk.sharing.BindDecision;
import org.jspecify.annotations.Nullable;

/**
 * A socket of the stream category: bound first, and then committed to the connection role by WskConnect or to the
 * listening role by WskListen. Source: winsock-kernel-socket-categories, nc-wsk-pfn_wsk_listen, nc-wsk-pfn_wsk_connect.
 */
public final class StreamSocket extends WskSocket {

    private final LocalAddress address;
    private final ConnectionRole role;
    private @Nullable ListenRole listening;

    StreamSocket(SocketSetup setup) {
        super(setup);
        address = new LocalAddress();
        role = new ConnectionRole(this, address);
    }

    @Override
    public SocketCategory category() {
        return SocketCategory.STREAM;
    }

    @Override
    public LocalAddress localAddress() {
        return address;
    }

    @Override
    public ConnectionRole connectionRole() {
        return role;
    }

    /** Returns the part that listens, from WskListen on. */
    @Override
    public @Nullable ListenRole listenRole() {
        return listening;
    }

    /**
     * Commits the bound socket to the listening role.
     *
     * @return null when it listens, or why it cannot
     */
    public @Nullable BindDecision listen() {
        BindDecision refused = ListenRole.judge(this, address.requireEndpoint());
        if (refused == null) {
            ListenRole made = new ListenRole(this, address, false);
            listening = made;
            made.listen();
        }
        return refused;
    }

    @Override
    public void eventDisabled() {
        role.indicateDisconnectSoon();
    }

    @Override
    public void eventsEnabled() {
        if (listening == null) {
            role.eventsEnabled();
        } else {
            listening.eventsEnabled();
        }
    }

    @Override
    void died() {
        if (listening == null) {
            role.die();
        } else {
            listening.die();
        }
    }

    @Override
    public void tearDown() {
        role.tearDown();
        if (listening != null) {
            listening.tearDown();
        }
        address.release();
    }
}
