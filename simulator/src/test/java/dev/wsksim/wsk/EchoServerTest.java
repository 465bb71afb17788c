package dev.wsksim.wsk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.CompletionRoutine;
import dev.wsksim.kernel.io.IoManager;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ke.EventType;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.PoolBlock;
import dev.wsksim.kernel.mm.PoolType;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.peer.Act;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.Content;
import dev.wsksim.net.peer.Mismatch;
import dev.wsksim.net.peer.ScriptedClient;
import dev.wsksim.wsk.control.WskEventCallbackControl;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.dispatch.WskProviderListenDispatch;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.flag.DisconnectFlags;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.flag.SocketControlCode;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.flag.WskControlSocketType;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.WskClientListenDispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A whole driver against the Java interface, as somebody would write it who tests a design: an echo server that accepts in WskAcceptEvent and goes on in
 * completion routines.
 *
 * <pre>
 *   client 192.0.2.10  ── 5 ms each way ──  server 192.0.2.20 (Windows), the driver listens at port 7
 * </pre>
 */
class EchoServerTest {

    private static final int PORT = 7;

    private final Simulation simulation = Wsksim.simulation(Configuration.DEFAULT);
    private final WindowsHost server = simulation.addWindowsHost(host("server", "192.0.2.20"));
    private final Host client = simulation.network().addHost(host("client", "192.0.2.10"));
    private final List<Mismatch> mismatches = new ArrayList<>();

    EchoServerTest() {
        LinkConfiguration fiveMillis = LinkConfiguration.ofLatency(SimDuration.ofMillis(5));
        simulation.network().link(client, server.net(), fiveMillis);
        simulation.network().link(server.net(), client, fiveMillis);
    }

    private static HostConfiguration host(String name, String address) {
        return HostConfiguration.of(name, HostAddress.parse(address).orElseThrow());
    }

    /** The driver. */
    private static final class EchoServer {

        private final WindowsHost windows;
        private final IoManager io;
        private final WskRegistration registration = new WskRegistration();
        private final ListenSocket listening;
        private int connections;

        /** DriverEntry. */
        EchoServer(WindowsHost windows) {
            this.windows = windows;
            this.io = windows.io();
            WskClientDispatch version = WskClientDispatch.version(Wsk.makeWskVersion(1, 0));
            requireSuccess(windows.wsk().wskRegister(new WskClientNpi(null, version), registration));
            Variable<WskProviderNpi> npi = new Variable<>();
            requireSuccess(windows.wsk().wskCaptureProviderNpi(registration, Wsk.WSK_INFINITE_WAIT, npi));
            listening = (ListenSocket) listeningSocket(npi.get());
            windows.wsk().wskReleaseProviderNpi(registration);
            WskProviderListenDispatch table = WskProviderListenDispatch.of(listening);
            SockAddr any = SockAddr.of(Endpoint.of("0.0.0.0:" + PORT));
            wait(irp -> table.wskBind(listening, any, 0, irp));
            requireSuccess(table.wskControlSocket(
                    listening,
                    WskControlSocketType.WskSetOption,
                    SocketControlCode.SO_WSK_EVENT_CALLBACK,
                    Ws2def.SOL_SOCKET,
                    WskEventCallbackControl.SIZE,
                    new Variable<>(WskEventCallbackControl.of(EventFlag.WSK_EVENT_ACCEPT)),
                    0,
                    null,
                    null,
                    null));
        }

        private @Nullable Object listeningSocket(WskProviderNpi npi) {
            WskClientListenDispatch callbacks = new WskClientListenDispatch(
                    (context, flags, local, remote, accepted, acceptedContext, acceptedDispatch) -> accept(accepted),
                    null,
                    null);
            return wait(irp -> npi.dispatch()
                    .wskSocket(
                            npi.client(),
                            Ws2def.AF_INET,
                            Ws2def.SOCK_STREAM,
                            Ws2def.IPPROTO_TCP,
                            SocketFlags.WSK_FLAG_LISTEN_SOCKET,
                            this,
                            callbacks,
                            null,
                            null,
                            null,
                            irp));
        }

        /** WskAcceptEvent. */
        private NtStatus accept(@Nullable ConnectionSocket socket) {
            if (socket == null) {
                return NtStatus.STATUS_REQUEST_NOT_ACCEPTED;
            }
            connections++;
            new Connection(socket).receive();
            return NtStatus.STATUS_SUCCESS;
        }

        /** DriverUnload: WskDeregister waits for the connections that are still open. */
        void unload() {
            wait(irp -> WskProviderListenDispatch.of(listening).wskCloseSocket(listening, irp));
            windows.wsk().wskDeregister(registration);
        }

        /** A call that is given an IRP. */
        private interface Call {
            NtStatus with(Irp irp);
        }

        /** Makes a call, waits for its completion, and returns the pointer of IoStatus.Information. */
        private @Nullable Object wait(Call call) {
            KEvent done = new KEvent(windows.waits(), "done", EventType.SynchronizationEvent, false);
            Irp irp = io.ioAllocateIrp(1, false);
            io.ioSetCompletionRoutine(irp, (device, completed, context) -> {
                done.keSetEvent();
                return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
            });
            call.with(irp);
            windows.waits().keWaitForSingleObject(done, KernelWaits.NO_TIMEOUT);
            requireSuccess(irp.status());
            Object result = irp.informationObject();
            io.ioFreeIrp(irp);
            return result;
        }

        private static void requireSuccess(NtStatus status) {
            assertThat(status).isEqualTo(NtStatus.STATUS_SUCCESS);
        }

        /** A connection: one IRP and one buffer, of which one request at a time makes use. */
        private final class Connection {

            private final ConnectionSocket socket;
            private final WskProviderConnectionDispatch table;
            private final PoolBlock memory = windows.memory().exAllocatePool(PoolType.NON_PAGED_POOL, 2048);
            private final Mdl mdl = windows.memory().mdlOf(memory);
            private final Irp irp = io.ioAllocateIrp(1, false);

            Connection(ConnectionSocket socket) {
                this.socket = socket;
                this.table = WskProviderConnectionDispatch.of(socket);
            }

            void receive() {
                table.wskReceive(socket, WskBuf.of(mdl), ReceiveFlags.NONE, then(this::received));
            }

            private void received() {
                if (irp.status().isSuccess() && irp.information() > 0) {
                    table.wskSend(socket, new WskBuf(mdl, 0, irp.information()), SendFlags.NONE, then(this::sent));
                } else {
                    table.wskDisconnect(socket, null, DisconnectFlags.NONE, then(this::close));
                }
            }

            private void sent() {
                if (irp.status().isSuccess()) {
                    receive();
                } else {
                    close();
                }
            }

            private void close() {
                table.wskCloseSocket(socket, then(this::closed));
            }

            private void closed() {
                windows.memory().ioFreeMdl(mdl);
                windows.memory().exFreePool(memory);
                io.ioFreeIrp(irp);
                connections--;
            }

            /** Prepares the IRP for its next use; what comes next is done in the completion routine. */
            private Irp then(Runnable next) {
                io.ioReuseIrp(irp, NtStatus.STATUS_UNSUCCESSFUL);
                CompletionRoutine routine = (device, completed, context) -> {
                    next.run();
                    return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
                };
                io.ioSetCompletionRoutine(irp, routine);
                return irp;
            }
        }
    }

    private ScriptedClient connect(long atMillis, Act... acts) {
        ScriptedClient made = new ScriptedClient(
                simulation.loop(),
                simulation.trace(),
                client,
                Endpoint.of("192.0.2.20:" + PORT),
                Behaviour.Conversation.of(mismatches::add, ImmutableList.copyOf(acts)));
        made.connectAt(SimTime.ofNanos(SimDuration.ofMillis(atMillis).nanos()));
        return made;
    }

    private static Act send(Content content) {
        return new Act.Send(content);
    }

    private static Act receive(Content content) {
        return new Act.Receive(content, Optional.empty());
    }

    private void assertNothingIsLeft(EchoServer driver) {
        assertThat(mismatches).isEmpty();
        assertThat(driver.connections).isZero();
        assertThat(server.sockets().open()).isEmpty();
        assertThat(server.io().liveIrps()).isEmpty();
        assertThat(server.wsk().registrations()).isEmpty();
    }

    @Test
    void clients_getTheirBytesBack_andAPoliteEnd() {
        EchoServer driver = new EchoServer(server);
        Content much = new Content.Counting(100_000);
        connect(
                10,
                send(Content.text("hello")),
                receive(Content.text("hello")),
                new Act.Close(),
                new Act.ExpectEnd(Optional.empty()));
        connect(12, send(much), receive(much), new Act.Close(), new Act.ExpectEnd(Optional.empty()));

        assertThat(simulation.loop().run()).isEqualTo(LoopOutcome.DRAINED);
        driver.unload();

        assertNothingIsLeft(driver);
    }

    @Test
    void client_thatResets_isForgotten() {
        EchoServer driver = new EchoServer(server);
        connect(10, send(Content.text("hello")), receive(Content.text("hello")), new Act.Reset());

        simulation.loop().run();
        driver.unload();

        assertNothingIsLeft(driver);
    }

    @Test
    void unload_whileAConnectionIsOpen_waitsForItsEnd() {
        EchoServer driver = new EchoServer(server);
        connect(
                10,
                send(Content.text("hello")),
                receive(Content.text("hello")),
                new Act.Wait(SimDuration.ofSeconds(2)),
                new Act.Close(),
                new Act.ExpectEnd(Optional.empty()));
        simulation.loop().runUntil(SimDuration.ofMillis(500).nanos());
        assertThat(driver.connections).isEqualTo(1);

        driver.unload();

        assertThat(simulation.loop().now()).isGreaterThan(SimTime.ofNanos(2_000_000_000L));
        simulation.loop().run();
        assertNothingIsLeft(driver);
    }
}
