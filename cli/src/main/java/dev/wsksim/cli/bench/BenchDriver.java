package dev.wsksim.cli.bench;

import dev.wsksim.WindowsHost;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.CompletionRoutine;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.dispatch.WskProviderListenDispatch;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.ListenSocket;
import org.jspecify.annotations.Nullable;

/** A registered driver on one Windows host, with the calls that set a measurement up and one IRP for them. */
final class BenchDriver {

    static final SockAddr ANYWHERE = SockAddr.wildcard(IpFamily.IPV4, 0);

    final WindowsHost host;
    final WskProviderNpi npi;
    private final SimulationLoop loop;
    private final Irp irp;
    private boolean completed;

    private final CompletionRoutine routine = (device, done, context) -> {
        completed = true;
        return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
    };

    BenchDriver(SimulationLoop loop, WindowsHost host) {
        this.loop = loop;
        this.host = host;
        this.npi = register(host);
        this.irp = host.io().ioAllocateIrp(1, false);
    }

    private static WskProviderNpi register(WindowsHost host) {
        WskRegistration registration = new WskRegistration();
        Variable<WskProviderNpi> captured = new Variable<>();
        host.wsk().wskRegister(new WskClientNpi(null, WskClientDispatch.version(0x0100)), registration);
        host.wsk().wskCaptureProviderNpi(registration, Wsk.WSK_NO_WAIT, captured);
        WskProviderNpi npi = captured.get();
        if (npi == null) {
            throw new IllegalStateException("the provider was not captured");
        }
        return npi;
    }

    /** Allocates an IRP with this completion routine. */
    Irp irp(CompletionRoutine own) {
        Irp made = host.io().ioAllocateIrp(1, false);
        arm(made, own);
        return made;
    }

    /** Makes an IRP ready for its next use. */
    void reuse(Irp used, CompletionRoutine own) {
        host.io().ioReuseIrp(used, NtStatus.STATUS_UNSUCCESSFUL);
        arm(used, own);
    }

    private void arm(Irp made, CompletionRoutine own) {
        host.io().ioSetCompletionRoutine(made, own, null, true, true, true);
    }

    /** Allocates a buffer of non-paged pool. */
    WskBuf buffer(byte[] content) {
        return WskBuf.of(host.memory().mdlOf(host.memory().nonPaged(content)));
    }

    /** Makes a listening socket at a port. */
    ListenSocket listen(int port) {
        prepare();
        npi.dispatch()
                .wskSocket(
                        npi.client(),
                        Ws2def.AF_INET,
                        Ws2def.SOCK_STREAM,
                        Ws2def.IPPROTO_TCP,
                        SocketFlags.WSK_FLAG_LISTEN_SOCKET,
                        null,
                        null,
                        null,
                        null,
                        null,
                        irp);
        if (!(await() instanceof ListenSocket socket)) {
            throw new IllegalStateException("no listening socket was delivered");
        }
        prepare();
        WskProviderListenDispatch.of(socket).wskBind(socket, SockAddr.wildcard(IpFamily.IPV4, port), 0, irp);
        await();
        return socket;
    }

    /** Connects and returns the socket. */
    ConnectionSocket connect(SockAddr from, Endpoint to) {
        prepare();
        connect(from, to, irp);
        return connection(await());
    }

    /** Begins to connect. */
    void connect(SockAddr from, Endpoint to, Irp with) {
        npi.dispatch()
                .wskSocketConnect(
                        npi.client(),
                        Ws2def.SOCK_STREAM,
                        Ws2def.IPPROTO_TCP,
                        from,
                        SockAddr.of(to),
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        with);
    }

    /** Waits for a connection and returns the accepted socket. */
    ConnectionSocket accept(ListenSocket listening) {
        prepare();
        WskProviderListenDispatch.of(listening).wskAccept(listening, 0, null, null, null, null, irp);
        return connection(await());
    }

    /** Returns the delivered connection socket. */
    static ConnectionSocket connection(@Nullable Object delivered) {
        if (delivered instanceof ConnectionSocket socket) {
            return socket;
        }
        throw new IllegalStateException("no connection socket was delivered");
    }

    private void prepare() {
        completed = false;
        arm(irp, routine);
    }

    private @Nullable Object await() {
        while (!completed) {
            loop.step();
        }
        if (irp.status() != NtStatus.STATUS_SUCCESS) {
            throw new IllegalStateException("the IRP completed with " + irp.status());
        }
        Object delivered = irp.informationObject();
        host.io().ioReuseIrp(irp, NtStatus.STATUS_UNSUCCESSFUL);
        return delivered;
    }
}
