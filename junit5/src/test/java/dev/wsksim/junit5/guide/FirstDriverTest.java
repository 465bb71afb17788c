package dev.wsksim.junit5.guide;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.junit5.WsksimTest;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ke.EventType;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.PoolBlock;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.peer.ScriptedPeer;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.socket.ConnectionSocket;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

class FirstDriverTest {

    private final Simulation simulation;
    private final WindowsHost client;

    FirstDriverTest(Simulation simulation, WindowsHost client) {
        this.simulation = simulation;
        this.client = client;
    }

    /** An echo service at port 7 of the server. */
    @BeforeEach
    void serveEcho(Host server) {
        new ScriptedPeer(
                simulation.loop(),
                simulation.trace(),
                server,
                7,
                List.of(new ConnectOutcome.Accept(SimDuration.ZERO, null)),
                new Behaviour.Echo());
    }

    /** Makes a call with an IRP, and waits for its completion as a thread of the driver does. */
    private Irp await(Function<Irp, NtStatus> call) {
        KEvent done = new KEvent(client.waits(), "done", EventType.SynchronizationEvent, false);
        Irp irp = client.io().ioAllocateIrp(1, false);
        client.io().ioSetCompletionRoutine(irp, (device, completed, context) -> {
            done.keSetEvent();
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        call.apply(irp);
        client.waits().keWaitForSingleObject(done, KernelWaits.NO_TIMEOUT);
        return irp;
    }

    private void succeeds(Function<Irp, NtStatus> call) {
        Irp irp = await(call);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        client.io().ioFreeIrp(irp);
    }

    @WsksimTest
    void echo_comesBackAfterOneRoundTrip(WskProviderNpi provider) {
        // WskSocketConnect, whose IRP delivers the socket
        Irp connect = await(irp -> provider.dispatch()
                .wskSocketConnect(
                        provider.client(),
                        Ws2def.SOCK_STREAM,
                        Ws2def.IPPROTO_TCP,
                        SockAddr.of(Endpoint.of("0.0.0.0:0")),
                        SockAddr.of(Endpoint.of("192.0.2.20:7")),
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        irp));
        assertThat(connect.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(simulation.loop().now()).hasToString("10ms");
        ConnectionSocket socket = (ConnectionSocket) connect.informationObject();
        client.io().ioFreeIrp(connect);
        WskProviderConnectionDispatch table = WskProviderConnectionDispatch.of(socket);

        // WskSend and WskReceive, out of one piece of non-paged memory
        PoolBlock memory = client.memory().nonPaged("hello".getBytes(US_ASCII));
        Mdl mdl = client.memory().mdlOf(memory);
        succeeds(irp -> table.wskSend(socket, WskBuf.of(mdl), SendFlags.WSK_FLAG_NODELAY, irp));
        succeeds(irp -> table.wskReceive(socket, WskBuf.of(mdl), ReceiveFlags.WSK_FLAG_WAITALL, irp));
        assertThat(simulation.loop().now()).hasToString("20ms");
        client.memory().ioFreeMdl(mdl);
        client.memory().exFreePool(memory);

        succeeds(irp -> table.wskCloseSocket(socket, irp));
    }
}
