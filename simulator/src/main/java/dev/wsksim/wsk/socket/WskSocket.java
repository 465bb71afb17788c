package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.se.Acl;
import dev.wsksim.kernel.se.AclSlot;
import dev.wsksim.kernel.se.SecurityDescriptor;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.sharing.SharingOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * WSK_SOCKET: the provider's object for a socket, with all that is common to the categories.
 *
 * <p>Allocated by the provider, handed to the driver in {@code IoStatus.Information}, freed by the provider when the
 * IRP of WskCloseSocket is completed. Its one public field in C is {@code Dispatch}. Source: ns-wsk-_wsk_socket.
 */
public abstract sealed class WskSocket permits ConnectionSocket {

    /**
     * The descriptor of a socket that was given none: it lets nobody share (an empty discretionary list). Source:
     * nc-wsk-pfn_wsk_socket.
     */
    public static final SecurityDescriptor NO_SHARING = SecurityDescriptor.NONE.withDacl(AclSlot.of(Acl.EMPTY));

    private final int number;
    private final WskClient client;
    private final SocketTriple triple;
    private final OwningContext owner;
    private final ProviderTable dispatch;
    private final List<PendingRequest> pending = new ArrayList<>(2);
    private SocketState state = SocketState.CREATED;
    private @Nullable SecurityDescriptorPointer securityDescriptor;
    private boolean reuseAddr;
    private boolean exclusiveAddrUse;
    private @Nullable Runnable whenIdle;

    WskSocket(
            int number,
            WskClient client,
            SocketTriple triple,
            OwningContext owner,
            @Nullable SecurityDescriptorPointer securityDescriptor,
            ProviderTable dispatch) {
        this.number = number;
        this.client = client;
        this.triple = triple;
        this.owner = owner;
        this.securityDescriptor = securityDescriptor;
        this.dispatch = dispatch;
    }

    /** Returns the socket's number on its host, from 1. */
    public int number() {
        return number;
    }

    /** Returns the client that created the socket. */
    public WskClient client() {
        return client;
    }

    /** Returns family, type and protocol. */
    public SocketTriple triple() {
        return triple;
    }

    /** Returns {@code Socket->Dispatch}. */
    public ProviderTable dispatch() {
        return dispatch;
    }

    /** Returns whose security context counts at the bind. */
    public OwningContext owner() {
        return owner;
    }

    /** Returns where the socket is in its life. */
    public SocketState state() {
        return state;
    }

    /** Returns the descriptor that the driver gave, or null for the default one. */
    public @Nullable SecurityDescriptorPointer securityDescriptor() {
        return securityDescriptor;
    }

    /** Replaces the descriptor, as SO_WSK_SECURITY does before the bind. */
    public void setSecurityDescriptor(SecurityDescriptorPointer descriptor) {
        securityDescriptor = descriptor;
    }

    /** Returns the value of SO_REUSEADDR. */
    public boolean reuseAddr() {
        return reuseAddr;
    }

    /** Sets SO_REUSEADDR. */
    public void setReuseAddr(boolean value) {
        reuseAddr = value;
    }

    /** Returns the value of SO_EXCLUSIVEADDRUSE. */
    public boolean exclusiveAddrUse() {
        return exclusiveAddrUse;
    }

    /** Sets SO_EXCLUSIVEADDRUSE. */
    public void setExclusiveAddrUse(boolean value) {
        exclusiveAddrUse = value;
    }

    /** Notes that a request began whose IRP will be completed later. */
    public void requestPended(PendingRequest request) {
        pending.add(request);
    }

    /** Notes that such a request's IRP is being completed. */
    public void requestCompleted(PendingRequest request) {
        pending.remove(request);
    }

    /** Lets a close that waits go on, if this was the last request that it waited for. */
    public void goOnClosing() {
        Runnable next = whenIdle;
        if (next != null && pending.isEmpty()) {
            whenIdle = null;
            next.run();
        }
    }

    /** Returns the requests whose IRPs are pending, the oldest first. */
    public ImmutableList<PendingRequest> pendingRequests() {
        return ImmutableList.copyOf(pending);
    }

    /**
     * Begins the close: nothing may be called any more; {@code idle} runs once, from {@link #goOnClosing}, when nothing
     * is pending.
     */
    public void beginClose(Runnable idle) {
        state = SocketState.CLOSING;
        whenIdle = idle;
    }

    /** Ends the close: the memory of WSK_SOCKET is gone. */
    public void free() {
        state = SocketState.CLOSED;
    }

    void setState(SocketState newState) {
        state = newState;
    }

    SharingOption sharingOption() {
        return SharingOption.of(reuseAddr, exclusiveAddrUse);
    }

    SecurityDescriptor effectiveSecurityDescriptor() {
        SecurityDescriptorPointer given = securityDescriptor;
        return given == null ? NO_SHARING : given.descriptor();
    }

    @Override
    public String toString() {
        return "socket " + number;
    }
}
