package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.wsk.NtStatusMapping;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.sharing.BindDecision;
import dev.wsksim.wsk.socket.ConnectObserver;
import dev.wsksim.wsk.socket.ConnectionRole;
import dev.wsksim.wsk.socket.SocketCategory;
import dev.wsksim.wsk.socket.SocketTriple;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskSocketConnect: creates a connection socket, binds it to LocalAddress, connects it to RemoteAddress and hands it
 * over, in one request with one IRP.
 *
 * <p>The family of LocalAddress is the family of the socket. Any stage may fail; the one status does not tell which,
 * but the trace does. After a failure no socket exists, so there is nothing to close. There is no handle while the
 * connect is under way: cancelling the IRP is the only way to give it up.
 *
 * <p>Statuses: see {@link NtStatusMapping} for the connect stage and the bind matrix for the bind stage. Not on the
 * page, so assumptions: STATUS_INVALID_HANDLE for a bad client and STATUS_INVALID_PARAMETER for a NULL IRP, both
 * without touching an IRP (seen with WskSocket); STATUS_INVALID_PARAMETER for a NULL address, families that differ, and
 * Flags other than 0 (OQ-28); STATUS_CANCELLED after IoCancelIrp (OQ-26).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_socket_connect.
 */
public final class WskSocketConnectCall extends SocketCreatingCall implements ConnectObserver {

    private final @Nullable SockAddr localAddress;
    private final @Nullable SockAddr remoteAddress;
    private final int flags;
    private @Nullable WskSocket socket;

    private WskSocketConnectCall(
            WskServices services,
            @Nullable WskClient client,
            SocketTriple triple,
            @Nullable SockAddr localAddress,
            @Nullable SockAddr remoteAddress,
            int flags,
            SocketRequest request,
            @Nullable Irp irp) {
        super(services, WskFunction.WskSocketConnect, client, triple, request, irp);
        this.localAddress = localAddress;
        this.remoteAddress = remoteAddress;
        this.flags = flags;
    }

    /** Plays a call of WskSocketConnect up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable WskClient client,
            int socketType,
            int protocol,
            @Nullable SockAddr localAddress,
            @Nullable SockAddr remoteAddress,
            int flags,
            SocketRequest request,
            @Nullable Irp irp) {
        int family = localAddress == null ? 0 : localAddress.saFamily();
        SocketTriple triple = SocketTriple.of(family, socketType, protocol);
        return new WskSocketConnectCall(services, client, triple, localAddress, remoteAddress, flags, request, irp)
                .run();
    }

    @Override
    void start() {
        Endpoint local = endpoint(localAddress);
        Endpoint remote = endpoint(remoteAddress);
        if (refuseParameters() || refuseRequest()) {
            return;
        }
        if (local == null || remote == null) {
            Binding.refuseMalformed(this, local == null ? "LocalAddress" : "RemoteAddress");
            return;
        }
        useDescriptor();
        if (triple().isTcp()) {
            WskSocket created = createSocket(SocketCategory.CONNECTION);
            socket = created;
            bindAndConnect(created, local, remote);
        } else {
            settleUnconnectable();
        }
    }

    private boolean refuseParameters() {
        if (localAddress == null || remoteAddress == null) {
            refuse(
                    NtStatus.STATUS_INVALID_PARAMETER,
                    (localAddress == null ? "LocalAddress" : "RemoteAddress") + " is NULL (assumption)");
        } else if (flags != 0) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "Flags is " + flags + ", but it is reserved (assumption, OQ-28)");
        } else if (localAddress.saFamily() != remoteAddress.saFamily()) {
            refuse(
                    NtStatus.STATUS_INVALID_PARAMETER,
                    "RemoteAddress is not of the family of LocalAddress, which is the socket's (assumption)");
        } else {
            return false;
        }
        return true;
    }

    private void settleUnconnectable() {
        NtStatus status = chooseStatus(WskDecisions.UNCONNECTABLE_TRANSPORT_STATUS);
        settle(status, "bind stage: a connection socket needs SOCK_STREAM and IPPROTO_TCP, not " + triple());
    }

    private void bindAndConnect(WskSocket created, Endpoint local, Endpoint remote) {
        BindDecision decision = Binding.bind(environment(), created, local);
        if (decision.binding() == null) {
            fail(decision.status(), "bind stage", decision.reason());
            return;
        }
        ConnectFailure failure = role(created).connect(remote, this);
        if (failure != null) {
            fail(NtStatusMapping.of(failure), "connect stage", failure.sentence());
        }
    }

    @Override
    public void connected() {
        WskSocket created = createdSocket();
        settle(NtStatus.STATUS_SUCCESS, created.number(), created, "connect stage: the handshake is complete");
    }

    @Override
    public void connectFailed(ConnectFailure failure) {
        fail(NtStatusMapping.of(failure), "connect stage", failure.sentence());
    }

    private void fail(NtStatus status, String stage, String reason) {
        discardSocket("WskSocketConnect failed");
        boolean traced = environment().trace().isActive();
        settle(status, traced ? stage + ": " + reason : stage);
    }

    @Override
    void abandon() {
        role(createdSocket()).abandonConnect();
        discardSocket("WskSocketConnect was cancelled");
    }

    private void discardSocket(String why) {
        WskSocket created = createdSocket();
        socket = null;
        SocketClosing.free(services(), created, why);
    }

    private WskSocket createdSocket() {
        WskSocket created = socket;
        if (created == null) {
            throw new AssertionError("WskSocketConnect has no socket at this stage");
        }
        return created;
    }

    private static ConnectionRole role(WskSocket created) {
        ConnectionRole role = created.connectionRole();
        if (role == null) {
            throw new AssertionError("a connection socket connects");
        }
        return role;
    }

    private static @Nullable Endpoint endpoint(@Nullable SockAddr address) {
        return address == null ? null : Binding.endpoint(address);
    }

    @Override
    CallArguments arguments() {
        return withRequest(clientArguments()
                .socketType(triple().socketType())
                .protocol(triple().protocol())
                .localAddress(localAddress)
                .remoteAddress(remoteAddress)
                .number("Flags", flags));
    }
}
