package dev.wsksim.cli.exercise;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.wsksim.WindowsHost;
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
import java.util.Objects;
import java.util.function.Function;

/** Connects to the server, sends {@code hello} and closes the socket; with a mistake, where one is asked for. */
final class GreetingDriver implements JavaDriver {
    private static final long FIFTY_MILLIS = 50_000_000;

    private final Mistake mistake;

    GreetingDriver(Mistake mistake) {
        this.mistake = mistake;
    }

    /** What may be wrong with it. */
    enum Mistake {
        /** Nothing. */
        NONE,
        /** It sends four bytes. */
        SENDS_LESS,
        /** It sends five other bytes. */
        SENDS_OTHERS,
        /** It waits for a time and not for the completion. */
        WAITS_A_WHILE,
        /** It does not free the IRP of a connect that failed. */
        KEEPS_IRP,
        /** It does not close the socket. */
        KEEPS_SOCKET
    }

    @Override
    public void run(WindowsHost host, WskProviderNpi wsk) {
        Irp connect = call(
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
        if (!connect.status().equals(NtStatus.STATUS_SUCCESS)) {
            if (mistake != Mistake.KEEPS_IRP) {
                host.io().ioFreeIrp(connect);
            }
            return;
        }
        ConnectionSocket socket = (ConnectionSocket) Objects.requireNonNull(connect.informationObject());
        host.io().ioFreeIrp(connect);
        greet(host, socket);
    }

    private void greet(WindowsHost host, ConnectionSocket socket) {
        WskProviderConnectionDispatch table = WskProviderConnectionDispatch.of(socket);
        PoolBlock memory = host.memory().nonPaged(greeting().getBytes(US_ASCII));
        Mdl mdl = host.memory().mdlOf(memory);
        host.io().ioFreeIrp(call(host, irp -> table.wskSend(socket, WskBuf.of(mdl), new SendFlags(0), irp)));
        host.memory().ioFreeMdl(mdl);
        host.memory().exFreePool(memory);
        if (mistake != Mistake.KEEPS_SOCKET) {
            host.io().ioFreeIrp(call(host, irp -> table.wskCloseSocket(socket, irp)));
        }
    }

    private String greeting() {
        return switch (mistake) {
            case SENDS_LESS -> "hell";
            case SENDS_OTHERS -> "howdy";
            default -> "hello";
        };
    }

    private Irp call(WindowsHost host, Function<Irp, NtStatus> function) {
        KEvent done = new KEvent(host.waits(), "done", EventType.SynchronizationEvent, false);
        Irp irp = host.io().ioAllocateIrp(1, false);
        host.io().ioSetCompletionRoutine(irp, (device, completed, context) -> {
            done.keSetEvent();
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        NtStatus unused = function.apply(irp);
        if (mistake == Mistake.WAITS_A_WHILE) {
            host.waits().keDelayExecutionThread(FIFTY_MILLIS);
        } else {
            host.waits().keWaitForSingleObject(done, KernelWaits.NO_TIMEOUT);
        }
        return irp;
    }
}
