package dev.wsksim.scenario.run;

import dev.wsksim.WindowsHost;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.scenario.model.WskService;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.dispatch.WskProviderListenDispatch;
import dev.wsksim.wsk.flag.DisconnectFlags;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.ListenSocket;
import java.util.function.Consumer;

/**
 * A tidy driver on a peer's own WSK: listens with WskAccept, serves each connection with WskReceive and WskSend, and
 * disconnects and closes when the client has disconnected.
 */
final class WskServer {

    private static final int BUFFER = 4096;

    private final WindowsHost host;
    private final WskProviderNpi npi;

    WskServer(WindowsHost host) {
        this.host = host;
        WskRegistration registration = new WskRegistration();
        Variable<WskProviderNpi> captured = new Variable<>();
        host.wsk()
                .wskRegister(new WskClientNpi(null, WskClientDispatch.version(Wsk.makeWskVersion(1, 0))), registration);
        host.wsk().wskCaptureProviderNpi(registration, Wsk.WSK_NO_WAIT, captured);
        WskProviderNpi interfaces = captured.get();
        if (interfaces == null) {
            throw new AssertionError("WSK is ready from the beginning");
        }
        this.npi = interfaces;
    }

    /** Listens at a port of both families. */
    void listen(int port, WskService service) {
        for (IpFamily family : IpFamily.values()) {
            npi.dispatch()
                    .wskSocket(
                            npi.client(),
                            family == IpFamily.IPV4 ? Ws2def.AF_INET : Ws2def.AF_INET6,
                            Ws2def.SOCK_STREAM,
                            Ws2def.IPPROTO_TCP,
                            SocketFlags.WSK_FLAG_LISTEN_SOCKET,
                            null,
                            null,
                            null,
                            null,
                            null,
                            irp(done -> {
                                if (done.informationObject() instanceof ListenSocket socket) {
                                    bind(socket, SockAddr.wildcard(family, port), service);
                                }
                            }));
        }
    }

    private void bind(ListenSocket socket, SockAddr local, WskService service) {
        WskProviderListenDispatch.of(socket).wskBind(socket, local, 0, irp(done -> accept(socket, service)));
    }

    private void accept(ListenSocket socket, WskService service) {
        WskProviderListenDispatch.of(socket).wskAccept(socket, 0, null, null, null, null, irp(done -> {
            if (done.informationObject() instanceof ConnectionSocket accepted) {
                receive(accepted, service, host.memory().mdlOf(host.memory().nonPaged(new byte[BUFFER])));
                accept(socket, service);
            }
        }));
    }

    private void receive(ConnectionSocket socket, WskService service, Mdl mdl) {
        WskProviderConnectionDispatch table = WskProviderConnectionDispatch.of(socket);
        table.wskReceive(socket, WskBuf.of(mdl), ReceiveFlags.NONE, irp(done -> {
            if (done.status() != NtStatus.STATUS_SUCCESS) {
                close(socket);
            } else if (done.information() == 0) {
                table.wskDisconnect(socket, null, DisconnectFlags.NONE, irp(disconnected -> close(socket)));
            } else if (service == WskService.ECHO) {
                WskBuf received = new WskBuf(mdl, 0, done.information());
                table.wskSend(socket, received, SendFlags.NONE, irp(sent -> receive(socket, service, mdl)));
            } else {
                receive(socket, service, mdl);
            }
        }));
    }

    private void close(ConnectionSocket socket) {
        WskProviderConnectionDispatch.of(socket).wskCloseSocket(socket, irp(done -> {}));
    }

    /** An IRP that frees itself when it is completed, after this was done. */
    private Irp irp(Consumer<Irp> whenDone) {
        Irp irp = host.io().ioAllocateIrp(1, false);
        host.io()
                .ioSetCompletionRoutine(
                        irp,
                        (device, done, context) -> {
                            whenDone.accept(done);
                            host.io().ioFreeIrp(done);
                            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
                        },
                        null,
                        true,
                        true,
                        true);
        return irp;
    }
}
