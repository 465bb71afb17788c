package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.OwningContext;
import dev.wsksim.wsk.socket.ProviderTable;
import dev.wsksim.wsk.socket.SocketTriple;
import org.jspecify.annotations.Nullable;

/** The first stage of WskSocket and of WskSocketConnect: judges what a socket is asked for and makes it. */
final class SocketCreation {

    private final WskServices services;
    private final WskClient client;
    private final SocketRequest request;

    SocketCreation(WskServices services, WskClient client, SocketRequest request) {
        this.services = services;
        this.client = client;
        this.request = request;
    }

    /** Returns STATUS_SUCCESS when the client may create sockets, or the status that is returned without touching the IRP. */
    static NtStatus judgeClient(@Nullable WskClient client) {
        return client == null || !client.isCaptured() ? NtStatus.STATUS_INVALID_HANDLE : NtStatus.STATUS_SUCCESS;
    }

    /** Refuses the call when the transport list does not have the transport, or the descriptor is not a cached one; tells whether it did. */
    boolean refuse(WskCall call, SocketTriple triple) {
        if (!services.offers(triple.addressFamily(), triple.socketType(), triple.protocol())) {
            call.refuse(statusAt(call), "create stage: the transport list has no " + triple);
            return true;
        }
        SecurityDescriptorPointer descriptor = request.securityDescriptor();
        if (descriptor != null && !(descriptor instanceof CachedSecurityDescriptor cached && cached.isLive())) {
            call.refuse(
                    NtStatus.STATUS_INVALID_SECURITY_DESCR,
                    "create stage: SecurityDescriptor is not one that WSK_CACHE_SD returned (assumption: no page says what happens)");
            return true;
        }
        return false;
    }

    private NtStatus statusAt(WskCall call) {
        WskEnvironment environment = services.environment();
        int answer = environment.decisions().choose(WskDecisions.UNLISTED_TRANSPORT_STATUS, call.irpNumber());
        return NtStatus.byName(WskDecisions.UNLISTED_TRANSPORT_STATUS.optionName(answer))
                .orElseThrow();
    }

    /** Makes a connection socket. */
    ConnectionSocket createConnectionSocket(SocketTriple triple, ProviderTable dispatch) {
        OwningContext owner = OwningContext.of(
                request.owningProcess(),
                request.owningThread(),
                services.environment().processor().currentThread());
        ConnectionSocket socket = services.sockets()
                .createConnectionSocket(
                        client, triple, request.callbacks(), owner, request.securityDescriptor(), dispatch);
        if (services.environment().trace().isActive()) {
            services.environment()
                    .trace()
                    .emit(new SocketEvent(socket.number(), "created", "connection socket, " + triple));
        }
        return socket;
    }

    /** Notes that the request now depends on the descriptor it named. */
    void descriptorUseBegan() {
        if (request.securityDescriptor() instanceof CachedSecurityDescriptor cached) {
            cached.useBegan();
        }
    }

    /** Notes that the request's IRP is completed. */
    void descriptorUseEnded() {
        if (request.securityDescriptor() instanceof CachedSecurityDescriptor cached) {
            cached.useEnded();
        }
    }
}
