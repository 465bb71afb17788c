package dev.wsksim.wsk.socket;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.sharing.BindDecision;
import org.jspecify.annotations.Nullable;

/** A socket of the listening category: listens from its bind on. Source: winsock-kernel-socket-categories. */
public final class ListenSocket extends WskSocket {

    private final LocalAddress address;
    private @Nullable ListenRole role;
    private boolean conditionalAccept;

    ListenSocket(SocketSetup setup) {
        super(setup);
        address = new LocalAddress();
    }

    @Override
    public SocketCategory category() {
        return SocketCategory.LISTEN;
    }

    @Override
    public LocalAddress localAddress() {
        return address;
    }

    /** Returns the part that listens, from the bind on. */
    @Override
    public @Nullable ListenRole listenRole() {
        return role;
    }

    /** Returns the value of SO_CONDITIONAL_ACCEPT. */
    public boolean conditionalAccept() {
        return conditionalAccept;
    }

    /** Sets SO_CONDITIONAL_ACCEPT, which counts at the bind. Source: so-conditional-accept. */
    public void setConditionalAccept(boolean value) {
        conditionalAccept = value;
    }

    @Override
    @Nullable
    BindDecision judgeBind(Endpoint wanted) {
        return ListenRole.judge(this, wanted);
    }

    @Override
    void bound(LocalAddress bound) {
        ListenRole made = new ListenRole(this, bound, conditionalAccept);
        role = made;
        made.listen();
    }

    @Override
    public void eventsEnabled() {
        if (role != null) {
            role.eventsEnabled();
        }
    }

    @Override
    void died() {
        if (role != null) {
            role.die();
        }
    }

    @Override
    public void tearDown() {
        if (role != null) {
            role.tearDown();
        }
        address.release();
    }
}
