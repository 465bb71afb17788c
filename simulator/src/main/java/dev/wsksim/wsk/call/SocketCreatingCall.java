package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.data.ParameterMemory;
import dev.wsksim.wsk.socket.ClientTable;
import dev.wsksim.wsk.socket.ClientTableMisfit;
import dev.wsksim.wsk.socket.OwningContext;
import dev.wsksim.wsk.socket.SocketCategory;
import dev.wsksim.wsk.socket.SocketTriple;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * A call in flight of WskSocket or WskSocketConnect: judges what a socket is asked for, and makes it.
 *
 * <p>A client that is NULL or holds no capture fails the call with STATUS_INVALID_HANDLE, without touching the IRP
 * (seen with a NULL client). A transport that is not in the list has no documented status, so that is a decision. A
 * descriptor that is not a cached one is STATUS_INVALID_SECURITY_DESCR (assumption).
 */
abstract class SocketCreatingCall extends WskCall {

    private final @Nullable WskClient passedClient;
    private final SocketTriple triple;
    private final SocketRequest request;
    private boolean usesDescriptor;

    SocketCreatingCall(
            WskServices services,
            WskFunction function,
            @Nullable WskClient passedClient,
            SocketTriple triple,
            SocketRequest request,
            @Nullable Irp passedIrp) {
        super(services, function, passedIrp);
        this.passedClient = passedClient;
        this.triple = triple;
        this.request = request;
    }

    @Override
    final NtStatus judgeHandles() {
        boolean usable = passedClient != null && passedClient.isCaptured();
        return usable ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_INVALID_HANDLE;
    }

    @Override
    final WskClient client() {
        WskClient client = passedClient;
        if (client == null) {
            throw new AssertionError("the client was judged before");
        }
        return client;
    }

    /** Returns the family, type and protocol asked for. */
    final SocketTriple triple() {
        return triple;
    }

    /** Tells whether the transport asked for is in the transport list. */
    final boolean isListedTransport() {
        return services().offers(triple.addressFamily(), triple.socketType(), triple.protocol());
    }

    /**
     * Refuses the call when the transport is not listed, or the descriptor is not a cached one; tells whether it did.
     */
    final boolean refuseRequest() {
        if (!isListedTransport()) {
            refuse(
                    chooseStatus(WskDecisions.UNLISTED_TRANSPORT_STATUS),
                    "create stage: the transport list has no " + triple);
            return true;
        }
        SecurityDescriptorPointer descriptor = request.securityDescriptor();
        if (descriptor != null && !(descriptor instanceof CachedSecurityDescriptor cached && cached.isLive())) {
            refuse(
                    NtStatus.STATUS_INVALID_SECURITY_DESCR,
                    "create stage: SecurityDescriptor is not one that WSK_CACHE_SD returned"
                            + " (assumption: no page says what happens)");
            return true;
        }
        return false;
    }

    /** Notes that the descriptor is needed from now on until the IRP is completed. */
    final void useDescriptor() {
        if (request.securityDescriptor() instanceof CachedSecurityDescriptor cached) {
            usesDescriptor = true;
            cached.useBegan();
        }
    }

    /** Makes a socket. */
    final WskSocket createSocket(SocketCategory category) {
        ParameterMemory.judgeContext(
                environment().trace(),
                function().name(),
                "SocketContext",
                request.callbacks().socketContext());
        OwningContext owner = services()
                .sockets()
                .owner(
                        request.owningProcess(),
                        request.owningThread(),
                        environment().processor().currentThread());
        WskSocket socket = services()
                .sockets()
                .create(category, client(), triple, request.callbacks(), owner, request.securityDescriptor());
        if (environment().trace().isActive()) {
            String detail = category.text() + ", " + triple;
            environment().trace().emit(new SocketEvent(SocketEvent.Change.CREATED, socket.number(), detail));
            reportMisfit(socket, category);
        }
        return socket;
    }

    private void reportMisfit(WskSocket socket, SocketCategory category) {
        ClientTable table = request.callbacks().dispatch();
        String wanted = category.clientTable();
        if (table != null && !wanted.isEmpty() && !table.structure().equals(wanted)) {
            environment().trace().emit(new ClientTableMisfit(socket.number(), table.structure(), wanted));
        }
    }

    @Override
    final void completing() {
        if (usesDescriptor && request.securityDescriptor() instanceof CachedSecurityDescriptor cached) {
            cached.useEnded();
        }
    }

    /** Collects arguments that begin with the client; {@link #withRequest} ends them. */
    final CallArguments clientArguments() {
        return new CallArguments().client(passedClient).transport(triple);
    }

    /** Adds the arguments that the two functions have in common at the end. */
    final CallArguments withRequest(CallArguments arguments) {
        return arguments
                .context("SocketContext", request.callbacks().socketContext())
                .pointer("Dispatch", request.callbacks().dispatch())
                .pointer("OwningProcess", request.owningProcess())
                .pointer("OwningThread", request.owningThread())
                .securityDescriptor(request.securityDescriptor())
                .pointer("Irp", passedIrp());
    }
}
