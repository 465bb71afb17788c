import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.wsksim.WindowsHost;
import dev.wsksim.cli.exercise.JavaDriver;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ke.EventType;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.PoolBlock;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.socket.ConnectionSocket;
import java.util.function.Function;

/** Connects to the server, tries again while it refuses, and says hello. */
public final class Retrier implements JavaDriver {
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_NANOS = 100_000_000;

    @Override
    public void run(WindowsHost host, WskProviderNpi wsk) {
        Irp connect = connect(host, wsk);
        if (connect.status().equals(NtStatus.STATUS_SUCCESS)) {
            ConnectionSocket socket = (ConnectionSocket) connect.informationObject();
            host.io().ioFreeIrp(connect);
            greet(host, socket);
        }
        // TODO: where the server refuses, try again after PAUSE_NANOS, ATTEMPTS times in all
    }

    private static Irp connect(WindowsHost host, WskProviderNpi wsk) {
        return call(
                host,
                irp -> wsk.dispatch()
                        .wskSocketConnect(
                                wsk.client(),
                                Ws2def.SOCK_STREAM,
                                Ws2def.IPPROTO_TCP,
                                SockAddr.of(Endpoint.of("0.0.0.0:0")),
                                SockAddr.of(Endpoint.of("192.0.2.20:7777")),
                                0,
                                null,
                                null,
                                null,
                                null,
                                null,
                                irp));
    }

    private static void greet(WindowsHost host, ConnectionSocket socket) {
        WskProviderConnectionDispatch table = WskProviderConnectionDispatch.of(socket);
        PoolBlock memory = host.memory().nonPaged("hello".getBytes(US_ASCII));
        Mdl mdl = host.memory().mdlOf(memory);
        Irp send = call(host, irp -> table.wskSend(socket, WskBuf.of(mdl), new SendFlags(0), irp));
        host.io().ioFreeIrp(send);
        host.memory().ioFreeMdl(mdl);
        host.memory().exFreePool(memory);
        Irp close = call(host, irp -> table.wskCloseSocket(socket, irp));
        host.io().ioFreeIrp(close);
    }

    /** Makes a call with an IRP of its own, and waits until the IRP is back. */
    private static Irp call(WindowsHost host, Function<Irp, NtStatus> function) {
        KEvent done = new KEvent(host.waits(), "done", EventType.SynchronizationEvent, false);
        Irp irp = host.io().ioAllocateIrp(1, false);
        host.io().ioSetCompletionRoutine(irp, (device, completed, context) -> {
            done.keSetEvent();
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        function.apply(irp);
        host.waits().keWaitForSingleObject(done, KernelWaits.NO_TIMEOUT);
        return irp;
    }
}
