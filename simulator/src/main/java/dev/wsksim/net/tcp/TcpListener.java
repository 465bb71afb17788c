package dev.wsksim.net.tcp;

import dev.wsksim.net.address.Endpoint;
import org.jspecify.annotations.Nullable;

/** A passive open (state LISTEN): a local endpoint at which SYNs are welcome, and the policy that judges them. */
public final class TcpListener {

    private final ListenerTable table;
    private final Endpoint local;
    private final TcpListenPolicy policy;

    @Nullable
    TcpListener nextInBucket;

    TcpListener(ListenerTable table, Endpoint local, TcpListenPolicy policy) {
        this.table = table;
        this.local = local;
        this.policy = policy;
    }

    /** Returns the endpoint, whose address may be the wildcard. */
    public Endpoint local() {
        return local;
    }

    /**
     * Ends the passive open. Connections that were accepted stay; requests that are still unanswered can be answered no
     * more.
     */
    public void close() {
        table.remove(this);
    }

    TcpListenPolicy policy() {
        return policy;
    }

    @Override
    public String toString() {
        return local + " LISTEN";
    }
}
