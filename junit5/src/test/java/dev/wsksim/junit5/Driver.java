package dev.wsksim.junit5;

import dev.wsksim.WindowsHost;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ke.EventType;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.socket.ConnectionSocket;
import java.util.function.Function;

/** The driver of the tests of this module: connects, and closes what it got. */
record Driver(WindowsHost host, WskProviderNpi npi) {
    /** Makes a call with an IRP and waits until it is completed; the IRP is the caller's to free. */
    Irp await(Function<Irp, NtStatus> call) {
        KEvent done = new KEvent(host.waits(), "done", EventType.SynchronizationEvent, false);
        Irp irp = host.io().ioAllocateIrp(1, false);
        host.io().ioSetCompletionRoutine(irp, (device, completed, context) -> {
            done.keSetEvent();
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        call.apply(irp);
        host.waits().keWaitForSingleObject(done, KernelWaits.NO_TIMEOUT);
        return irp;
    }

    /** Calls WskSocketConnect with an IRP. */
    NtStatus connect(String remote, Irp irp) {
        return npi.dispatch()
                .wskSocketConnect(
                        npi.client(),
                        Ws2def.SOCK_STREAM,
                        Ws2def.IPPROTO_TCP,
                        SockAddr.of(Endpoint.of("0.0.0.0:0")),
                        SockAddr.of(Endpoint.of(remote)),
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        irp);
    }

    /** Connects, and closes the socket if it got one; returns with what the connect completed. */
    NtStatus connectAndClose(String remote) {
        Irp connect = await(irp -> connect(remote, irp));
        NtStatus status = connect.status();
        if (status == NtStatus.STATUS_SUCCESS) {
            ConnectionSocket socket = (ConnectionSocket) connect.informationObject();
            Irp close = await(irp -> WskProviderConnectionDispatch.of(socket).wskCloseSocket(socket, irp));
            host.io().ioFreeIrp(close);
        }
        host.io().ioFreeIrp(connect);
        return status;
    }
}
