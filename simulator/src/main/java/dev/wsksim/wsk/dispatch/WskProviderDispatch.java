package dev.wsksim.wsk.dispatch;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ps.EProcess;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.call.AddressInfoRequest;
import dev.wsksim.wsk.call.NameInfoRequest;
import dev.wsksim.wsk.call.SocketRequest;
import dev.wsksim.wsk.call.WskControlClientCall;
import dev.wsksim.wsk.call.WskFreeAddressInfoCall;
import dev.wsksim.wsk.call.WskGetAddressInfoCall;
import dev.wsksim.wsk.call.WskGetNameInfoCall;
import dev.wsksim.wsk.call.WskServices;
import dev.wsksim.wsk.call.WskSocketCall;
import dev.wsksim.wsk.call.WskSocketConnectCall;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.control.ClientControlRequest;
import dev.wsksim.wsk.flag.ClientControlCode;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.name.AddrInfoExW;
import dev.wsksim.wsk.name.UnicodeString;
import dev.wsksim.wsk.socket.ClientTable;
import dev.wsksim.wsk.socket.SocketCallbacks;
import dev.wsksim.wsk.socket.SocketTriple;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * WSK_PROVIDER_DISPATCH: the functions that a driver reaches with its client handle, in the documented order.
 *
 * <p>Parameters come in the order of the C functions. The last three members exist from Windows 7 on, so in every
 * profile. Source: ns-wsk-_wsk_provider_dispatch.
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
            SocketFlags flags,
            @Nullable Object socketContext,
            @Nullable ClientTable dispatch,
            @Nullable EProcess owningProcess,
            @Nullable EThread owningThread,
            @Nullable SecurityDescriptorPointer securityDescriptor,
            @Nullable Irp irp) {
        return WskSocketCall.call(
                services,
                client,
                SocketTriple.of(addressFamily, socketType, protocol),
                Given.given(flags, "WskSocket", "Flags").value(),
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
            ClientControlCode controlCode,
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
                        Given.given(controlCode, "WskControlClient", "ControlCode")
                                .value(),
                        inputSize,
                        inputBuffer,
                        outputSize,
                        outputBuffer,
                        outputSizeReturned),
                irp);
    }

    /**
     * Finds the addresses of a host and the port of a service. At PASSIVE_LEVEL; statuses: {@link
     * WskGetAddressInfoCall}. On success {@code result} receives the head of a list that the driver has to give to {@link
     * #wskFreeAddressInfo}. Source: nc-wsk-pfn_wsk_get_address_info.
     */
    public NtStatus wskGetAddressInfo(
            @Nullable WskClient client,
            @Nullable UnicodeString nodeName,
            @Nullable UnicodeString serviceName,
            int nameSpace,
            @Nullable UUID provider,
            @Nullable AddrInfoExW hints,
            @Nullable Variable<AddrInfoExW> result,
            @Nullable EProcess owningProcess,
            @Nullable EThread owningThread,
            @Nullable Irp irp) {
        return WskGetAddressInfoCall.call(
                services,
                client,
                new AddressInfoRequest(nodeName, serviceName, nameSpace, provider, hints, result),
                owningProcess,
                owningThread,
                irp);
    }

    /**
     * Frees a list of addresses, of which it gets the head, once. At PASSIVE_LEVEL; no IRP, no status; what becomes of
     * other pointers: {@link WskFreeAddressInfoCall}. Source: nc-wsk-pfn_wsk_free_address_info.
     */
    public void wskFreeAddressInfo(@Nullable WskClient client, @Nullable AddrInfoExW addrInfo) {
        WskFreeAddressInfoCall.call(services, client, addrInfo);
    }

    /**
     * Finds the names of the host and the service that an address belongs to. At PASSIVE_LEVEL; statuses: {@link
     * WskGetNameInfoCall}. The driver owns the buffers, which must stay until the IRP completes and have room for the text
     * and its NUL. Source: nc-wsk-pfn_wsk_get_name_info.
     *
     * @param sockAddrLength the size of {@code sockAddr} in bytes
     * @param flags NI_ flags of {@link dev.wsksim.wsk.Ws2defNames}
     */
    public NtStatus wskGetNameInfo(
            @Nullable WskClient client,
            @Nullable SockAddr sockAddr,
            long sockAddrLength,
            @Nullable UnicodeString nodeName,
            @Nullable UnicodeString serviceName,
            int flags,
            @Nullable EProcess owningProcess,
            @Nullable EThread owningThread,
            @Nullable Irp irp) {
        return WskGetNameInfoCall.call(
                services,
                client,
                new NameInfoRequest(sockAddr, sockAddrLength, nodeName, serviceName, flags),
                owningProcess,
                owningThread,
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
                        SocketCallbacks.of(socketContext, dispatch), owningProcess, owningThread, securityDescriptor);
    }
}
