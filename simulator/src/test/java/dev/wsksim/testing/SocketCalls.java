package dev.wsksim.testing;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ps.EProcess;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.kernel.se.Sddl;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.UncachedSecurityDescriptor;
import dev.wsksim.wsk.control.SocketControlRequest;
import dev.wsksim.wsk.dispatch.WskProviderBasicDispatch;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.flag.ClientControlCode;
import dev.wsksim.wsk.flag.SocketControlCode;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.flag.WskControlSocketType;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.WskSocket;

/** Calls the functions of the three-call form, each with a fresh IRP and a recording completion routine. */
public final class SocketCalls {

    private final WskWorld world;

    SocketCalls(WskWorld world) {
        this.world = world;
    }

    /** WskSocket for a TCP connection socket with default arguments. */
    public RecordedCall create(int family) {
        return create(family, null, null, null);
    }

    /** WskSocket for a TCP connection socket with an owner and a descriptor. */
    public RecordedCall create(int family, EProcess process, EThread thread, SecurityDescriptorPointer descriptor) {
        RecordedCall call = world.prepare();
        return call.returned(world.dispatch.wskSocket(
                world.wskClient,
                family,
                Ws2def.SOCK_STREAM,
                Ws2def.IPPROTO_TCP,
                SocketFlags.WSK_FLAG_CONNECTION_SOCKET,
                null,
                null,
                process,
                thread,
                descriptor,
                call.irp()));
    }

    /** WskSocket of AF_INET with any type, protocol and flags. */
    public RecordedCall create(int socketType, int protocol, int flags) {
        RecordedCall call = world.prepare();
        return call.returned(world.dispatch.wskSocket(
                world.wskClient,
                Ws2def.AF_INET,
                socketType,
                protocol,
                new SocketFlags(flags),
                null,
                null,
                null,
                null,
                null,
                call.irp()));
    }

    /** WskSocket, waited for. */
    public ConnectionSocket made(int family) {
        return create(family).await().socket();
    }

    public RecordedCall bind(ConnectionSocket socket, String local) {
        return bind(socket, SockAddr.of(Endpoint.of(local)), 0);
    }

    public RecordedCall bind(ConnectionSocket socket, SockAddr local, int flags) {
        RecordedCall call = world.prepare();
        return call.returned(table(socket).wskBind(socket, local, flags, call.irp()));
    }

    public RecordedCall connect(ConnectionSocket socket, String remote) {
        return connect(socket, SockAddr.of(Endpoint.of(remote)), 0);
    }

    public RecordedCall connect(ConnectionSocket socket, SockAddr remote, int flags) {
        RecordedCall call = world.prepare();
        return call.returned(table(socket).wskConnect(socket, remote, flags, call.irp()));
    }

    public RecordedCall close(WskSocket socket) {
        RecordedCall call = world.prepare();
        return call.returned(WskProviderBasicDispatch.of(socket).wskCloseSocket(socket, call.irp()));
    }

    public RecordedCall localAddress(ConnectionSocket socket, Variable<SockAddr> output) {
        RecordedCall call = world.prepare();
        return call.returned(table(socket).wskGetLocalAddress(socket, output, call.irp()));
    }

    public RecordedCall remoteAddress(ConnectionSocket socket, Variable<SockAddr> output) {
        RecordedCall call = world.prepare();
        return call.returned(table(socket).wskGetRemoteAddress(socket, output, call.irp()));
    }

    /** WskControlSocket with WskSetOption and a ULONG at the level SOL_SOCKET. */
    public RecordedCall setOption(WskSocket socket, int option, long value) {
        return control(socket, SocketControlRequest.setUlong(option, value));
    }

    /** WskControlSocket with WskSetOption and SO_WSK_SECURITY. */
    public RecordedCall setSecurity(ConnectionSocket socket, SecurityDescriptorPointer descriptor) {
        return control(
                socket,
                new SocketControlRequest(
                        Wsk.WSK_SET_OPTION,
                        Wsk.SO_WSK_SECURITY,
                        Ws2def.SOL_SOCKET,
                        Wsk.SIZE_OF_POINTER,
                        new Variable<>(descriptor),
                        0,
                        null,
                        null));
    }

    /** WskControlSocket with WskGetOption at the level SOL_SOCKET. */
    public RecordedCall getOption(WskSocket socket, int option, long outputSize, Variable<?> output) {
        return control(
                socket,
                new SocketControlRequest(
                        Wsk.WSK_GET_OPTION, option, Ws2def.SOL_SOCKET, 0, null, outputSize, output, null));
    }

    public RecordedCall control(WskSocket socket, SocketControlRequest request) {
        RecordedCall call = world.prepare();
        return call.returned(controlWith(socket, request, call.irp()));
    }

    public NtStatus controlWith(WskSocket socket, SocketControlRequest request, Irp irp) {
        return WskProviderBasicDispatch.of(socket)
                .wskControlSocket(
                        socket,
                        new WskControlSocketType(request.requestType()),
                        new SocketControlCode(request.controlCode()),
                        request.level(),
                        request.inputSize(),
                        request.input(),
                        request.outputSize(),
                        request.output(),
                        request.outputSizeReturned(),
                        irp);
    }

    /** WSK_CACHE_SD of a descriptor in SDDL text. */
    public CachedSecurityDescriptor cache(String sddl) {
        Variable<Object> cached = new Variable<>();
        NtStatus status = world.dispatch.wskControlClient(
                world.wskClient,
                ClientControlCode.WSK_CACHE_SD,
                Wsk.SIZE_OF_POINTER,
                new Variable<>(uncached(sddl)),
                Wsk.SIZE_OF_POINTER,
                cached,
                null,
                null);
        if (status != NtStatus.STATUS_SUCCESS) {
            throw new AssertionError("WSK_CACHE_SD: " + status);
        }
        return (CachedSecurityDescriptor) cached.get();
    }

    /** WSK_RELEASE_SD. */
    public NtStatus release(SecurityDescriptorPointer descriptor) {
        return world.dispatch.wskControlClient(
                world.wskClient,
                ClientControlCode.WSK_RELEASE_SD,
                Wsk.SIZE_OF_POINTER,
                new Variable<>(descriptor),
                0,
                null,
                null,
                null);
    }

    public static UncachedSecurityDescriptor uncached(String sddl) {
        return new UncachedSecurityDescriptor(Sddl.parse(sddl));
    }

    private static WskProviderConnectionDispatch table(ConnectionSocket socket) {
        return WskProviderConnectionDispatch.of(socket);
    }
}
