package dev.wsksim.wsk.dispatch;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ps.EProcess;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.call.SocketRequest;
import dev.wsksim.wsk.call.WskControlClientCall;
import dev.wsksim.wsk.call.WskServices;
import dev.wsksim.wsk.call.WskSocketCall;
import dev.wsksim.wsk.call.WskSocketConnectCall;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.control.ClientControlRequest;
import dev.wsksim.wsk.socket.ClientTable;
import dev.wsksim.wsk.socket.SocketCallbacks;
import dev.wsksim.wsk.socket.SocketTriple;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import org.jspecify.annotations.Nullable;

/**
 * WSK_PROVIDER_DISPATCH: the functions that a driver reaches with its client handle, in the documented order.
 *
 * <p>Parameters come in the order of the C functions. The members of Windows 7, for name resolution, are not simulated
 * yet. Source: ns-wsk-_wsk_provider_dispatch.
 */
public final class WskProviderDispatch {

    private final WskServices services;
    private final int version;

    /**
     * Makes the table.
     *
     * @param version the version of the interface that the provider will use, made with MAKE_WSK_VERSION
     */
    public WskProviderDispatch(WskServices services, int version) {
        this.services = services;
        services.sockets().provideDispatches(category -> switch (category) {
            case BASIC -> new WskProviderBasicDispatch(services);
            case LISTEN -> new WskProviderListenDispatch(services);
            case CONNECTION -> new WskProviderConnectionDispatch(services);
            case DATAGRAM -> new WskProviderDatagramDispatch(services);
            case STREAM -> new WskProviderStreamDispatch(services);
        });
        this.version = version;
    }

    /** Returns {@code Version}. */
    public int version() {
        return version;
    }

    /**
     * Creates a socket. At or below DISPATCH_LEVEL; statuses and ownership: {@link WskSocketCall}. Source:
     * nc-wsk-pfn_wsk_socket.
     */
    public NtStatus wskSocket(
            @Nullable WskClient client,
            int addressFamily,
            int socketType,
            int protocol,
            int flags,
            @Nullable Object socketContext,
            @Nullable ClientTable dispatch,
            @Nullable EProcess owningProcess,
            @Nullable EThread owningThread,
            @Nullable SecurityDescriptorPointer securityDescriptor,
            @Nullable Irp irp) {
        return WskSocketCall.call(
                services,
                client,
                new SocketTriple(addressFamily, socketType, protocol),
                flags,
                request(socketContext, dispatch, owningProcess, owningThread, securityDescriptor),
                irp);
    }

    /**
     * Creates, binds and connects a socket in one request. At or below DISPATCH_LEVEL; statuses and ownership: {@link
     * WskSocketConnectCall}. Source: nc-wsk-pfn_wsk_socket_connect.
     */
    public NtStatus wskSocketConnect(
            @Nullable WskClient client,
            int socketType,
            int protocol,
            @Nullable SockAddr localAddress,
            @Nullable SockAddr remoteAddress,
            int flags,
            @Nullable Object socketContext,
            @Nullable WskClientConnectionDispatch dispatch,
            @Nullable EProcess owningProcess,
            @Nullable EThread owningThread,
            @Nullable SecurityDescriptorPointer securityDescriptor,
            @Nullable Irp irp) {
        return WskSocketConnectCall.call(
                services,
                client,
                socketType,
                protocol,
                localAddress,
                remoteAddress,
                flags,
                request(socketContext, dispatch, owningProcess, owningThread, securityDescriptor),
                irp);
    }

    /**
     * Performs a client control operation. At or below DISPATCH_LEVEL; statuses: {@link WskControlClientCall}. Source:
     * nc-wsk-pfn_wsk_control_client.
     */
    public NtStatus wskControlClient(
            @Nullable WskClient client,
            int controlCode,
            long inputSize,
            @Nullable Variable<?> inputBuffer,
            long outputSize,
            @Nullable Variable<?> outputBuffer,
            @Nullable Variable<Long> outputSizeReturned,
            @Nullable Irp irp) {
        return WskControlClientCall.call(
                services,
                client,
                new ClientControlRequest(
                        controlCode, inputSize, inputBuffer, outputSize, outputBuffer, outputSizeReturned),
                irp);
    }

    private static SocketRequest request(
            @Nullable Object socketContext,
            @Nullable ClientTable dispatch,
            @Nullable EProcess owningProcess,
            @Nullable EThread owningThread,
            @Nullable SecurityDescriptorPointer securityDescriptor) {
        boolean plain = socketContext == null
                && dispatch == null
                && owningProcess == null
                && owningThread == null
                && securityDescriptor == null;
        return plain
                ? SocketRequest.PLAIN
                : new SocketRequest(
                        new SocketCallbacks(socketContext, dispatch), owningProcess, owningThread, securityDescriptor);
    }
}
