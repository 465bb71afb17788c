package dev.wsksim.testing;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ps.EProcess;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;

/** The twelve arguments of WskSocketConnect: right ones, unless a test changes them. */
public final class ConnectArguments {

    private final WskWorld world;
    private WskClient client;
    private int socketType = Ws2def.SOCK_STREAM;
    private int protocol = Ws2def.IPPROTO_TCP;
    private SockAddr local = SockAddr.wildcard(IpFamily.IPV4, 0);
    private SockAddr remote = SockAddr.of(WskWorld.SERVER);
    private int flags;
    private Object context;
    private WskClientConnectionDispatch dispatch;
    private EProcess process;
    private EThread thread;
    private SecurityDescriptorPointer descriptor;

    ConnectArguments(WskWorld world) {
        this.world = world;
        this.client = world.wskClient;
    }

    public ConnectArguments client(WskClient value) {
        client = value;
        return this;
    }

    public ConnectArguments transport(int newSocketType, int newProtocol) {
        socketType = newSocketType;
        protocol = newProtocol;
        return this;
    }

    public ConnectArguments local(SockAddr value) {
        local = value;
        return this;
    }

    public ConnectArguments local(String endpoint) {
        return local(SockAddr.of(Endpoint.of(endpoint)));
    }

    public ConnectArguments remote(SockAddr value) {
        remote = value;
        return this;
    }

    public ConnectArguments remote(String endpoint) {
        return remote(SockAddr.of(Endpoint.of(endpoint)));
    }

    public ConnectArguments ipv6() {
        return local(SockAddr.wildcard(IpFamily.IPV6, 0)).remote(SockAddr.of(WskWorld.SERVER6));
    }

    public ConnectArguments flags(int value) {
        flags = value;
        return this;
    }

    public ConnectArguments callbacks(Object newContext, WskClientConnectionDispatch newDispatch) {
        context = newContext;
        dispatch = newDispatch;
        return this;
    }

    public ConnectArguments owner(EProcess newProcess, EThread newThread) {
        process = newProcess;
        thread = newThread;
        return this;
    }

    public ConnectArguments descriptor(SecurityDescriptorPointer value) {
        descriptor = value;
        return this;
    }

    /** Calls the function with a fresh IRP. */
    public RecordedCall call() {
        return call(world.prepare());
    }

    /** Calls the function with a prepared IRP. */
    public RecordedCall call(RecordedCall prepared) {
        return prepared.returned(callWith(prepared.irp()));
    }

    /** Calls the function with any IRP, or none. */
    public NtStatus callWith(Irp irp) {
        return world.dispatch.wskSocketConnect(
                client,
                socketType,
                protocol,
                local,
                remote,
                flags,
                context,
                dispatch,
                process,
                thread,
                descriptor,
                irp);
    }
}
