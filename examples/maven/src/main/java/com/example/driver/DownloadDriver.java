package com.example.driver;

import dev.wsksim.WindowsHost;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.PoolBlock;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.socket.ConnectionSocket;
import java.io.ByteArrayOutputStream;

/**
 * The driver under test: connects to a server, receives until the server has sent everything, and closes the socket.
 *
 * <p>It never waits: when a call is over it makes the next one, with one IRP that is used again for every call. So it must not matter
 * to it whether a call completes before it returns, or when, or at which IRQL.
 */
public final class DownloadDriver {

    private final WindowsHost host;
    private final WskProviderNpi npi;
    private final Irp irp;
    private final PoolBlock memory;
    private final Mdl mdl;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private NtStatus outcome = NtStatus.STATUS_PENDING;
    private ConnectionSocket socket;
    private Runnable whenOver = () -> {};
    private boolean over;
    private boolean looping;

    /** Takes an IRP, and non-paged memory to receive into. */
    public DownloadDriver(WindowsHost host, WskProviderNpi npi, int bufferBytes) {
        this.host = host;
        this.npi = npi;
        irp = host.io().ioAllocateIrp(1, false);
        memory = host.memory().nonPaged(new byte[bufferBytes]);
        mdl = host.memory().mdlOf(memory);
    }

    /** Begins the download. */
    public void start(String server) {
        prepare(this::connected);
        npi.dispatch()
                .wskSocketConnect(
                        npi.client(),
                        Ws2def.SOCK_STREAM,
                        Ws2def.IPPROTO_TCP,
                        SockAddr.of(Endpoint.of("0.0.0.0:0")),
                        SockAddr.of(Endpoint.of(server)),
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        irp);
    }

    /** Returns STATUS_PENDING until the download is over, and then how it went. */
    public NtStatus outcome() {
        return outcome;
    }

    /** Returns what was received by now. */
    public byte[] received() {
        return received.toByteArray();
    }

    /**
     * The completion routine of every call. It runs inside the call where that completes before it returns; then it only notes that the call
     * is over, and the loop below, which has made the call, goes on. Otherwise calls would pile up inside each other.
     */
    private NtStatus completed() {
        over = true;
        if (!looping) {
            looping = true;
            while (over) {
                over = false;
                whenOver.run();
            }
            looping = false;
        }
        return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
    }

    private void prepare(Runnable then) {
        whenOver = then;
        host.io().ioSetCompletionRoutine(irp, (device, completed, context) -> completed());
    }

    private void connected() {
        if (irp.status() == NtStatus.STATUS_SUCCESS) {
            socket = (ConnectionSocket) irp.informationObject();
            receive();
        } else {
            end(irp.status());
        }
    }

    private void receive() {
        host.io().ioReuseIrp(irp, NtStatus.STATUS_UNSUCCESSFUL);
        prepare(this::arrived);
        WskProviderConnectionDispatch.of(socket).wskReceive(socket, WskBuf.of(mdl), ReceiveFlags.NONE, irp);
    }

    private void arrived() {
        NtStatus status = irp.status();
        if (status == NtStatus.STATUS_SUCCESS && irp.information() > 0) {
            received.writeBytes(memory.read(0, (int) irp.information()));
            receive();
            return;
        }
        host.io().ioReuseIrp(irp, NtStatus.STATUS_UNSUCCESSFUL);
        prepare(() -> end(status));
        WskProviderConnectionDispatch.of(socket).wskCloseSocket(socket, irp);
    }

    /** Gives everything back that was taken in the beginning. */
    private void end(NtStatus status) {
        host.memory().ioFreeMdl(mdl);
        host.memory().exFreePool(memory);
        host.io().ioFreeIrp(irp);
        outcome = status;
    }
}
