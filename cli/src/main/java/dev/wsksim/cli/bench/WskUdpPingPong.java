package dev.wsksim.cli.bench;

import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.Limits;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.CompletionRoutine;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.call.ReceiveFromOutputs;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.dispatch.WskProviderDatagramDispatch;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import dev.wsksim.wsk.socket.DatagramSocket;
import org.jspecify.annotations.Nullable;

/**
 * Two drivers, each on a Windows host of its own and with one reused IRP, that send one datagram of 64 bytes to and fro
 * over an ideal link with WskSendTo and WskReceiveFrom; one operation is one message, received and taken out of its IRP.
 */
public final class WskUdpPingPong implements Workload {

    private static final int DATA_BYTES = 64;
    private static final int CLIENT_PORT = 49_152;
    private static final int SERVER_PORT = 7;

    private final Simulation simulation = Wsksim.simulation(Configuration.DEFAULT.withLimits(Limits.NONE));
    private final TraceDigest digest = new TraceDigest();
    private final Player client;
    private final Player server;
    private long wanted;
    private long messages;
    private long bytes;

    /**
     * Makes the world and binds both sockets.
     *
     * @param digested whether every record is built and summed up
     */
    public WskUdpPingPong(boolean digested) {
        if (digested) {
            simulation.trace().addSink(digest);
        }
        WindowsHost one = simulation.addWindowsHost(host("client", "192.0.2.10"));
        WindowsHost other = simulation.addWindowsHost(host("server", "192.0.2.20"));
        simulation.network().link(one.net(), other.net(), LinkConfiguration.IDEAL);
        simulation.network().link(other.net(), one.net(), LinkConfiguration.IDEAL);
        client = new Player(one, "192.0.2.10", CLIENT_PORT, "192.0.2.20", SERVER_PORT);
        server = new Player(other, "192.0.2.20", SERVER_PORT, "192.0.2.10", CLIENT_PORT);
        server.receive();
        simulation.loop().run();
    }

    @Override
    public long run(long operations) {
        wanted = messages + operations;
        Player first = messages % 2 == 0 ? client : server;
        first.serve();
        simulation.loop().run();
        return operations;
    }

    /** Returns the trace's digest, or, with the trace off, what can be told of the run without it. */
    @Override
    public String digest() {
        return simulation.trace().isActive()
                ? digest.hex()
                : messages + " messages, " + bytes + " bytes, "
                        + simulation.loop().firedEvents() + " events, "
                        + simulation.loop().now();
    }

    private static HostConfiguration host(String name, String address) {
        return HostConfiguration.of(name, HostAddress.parse(address).orElseThrow());
    }

    /** One driver: its IRP is now that of a send, now that of a receive. */
    private final class Player implements CompletionRoutine {

        private final WindowsHost host;
        private final Irp irp;
        private final WskBuf buffer;
        private final SockAddr remote;
        private final DatagramSocket socket;
        private final WskProviderDatagramDispatch dispatch;
        private final ReceiveFromOutputs outputs = new ReceiveFromOutputs(new Variable<>(), null, null, null);
        private boolean isReady;
        private boolean sending;

        Player(WindowsHost host, String own, int ownPort, String other, int otherPort) {
            this.host = host;
            irp = host.io().ioAllocateIrp(1, false);
            buffer = WskBuf.of(host.memory().mdlOf(host.memory().nonPaged(new byte[DATA_BYTES])));
            remote = SockAddr.of(Endpoint.of(other + ":" + otherPort));
            socket = create();
            dispatch = WskProviderDatagramDispatch.of(socket);
            prepare();
            await(dispatch.wskBind(socket, SockAddr.of(Endpoint.of(own + ":" + ownPort)), 0, irp));
            isReady = true;
        }

        private DatagramSocket create() {
            WskRegistration registration = new WskRegistration();
            host.wsk()
                    .wskRegister(
                            new WskClientNpi(null, WskClientDispatch.version(Wsk.makeWskVersion(1, 0))), registration);
            Variable<WskProviderNpi> captured = new Variable<>();
            host.wsk().wskCaptureProviderNpi(registration, Wsk.WSK_NO_WAIT, captured);
            WskProviderNpi npi = captured.get();
            if (npi == null) {
                throw new IllegalStateException("the provider NPI could not be captured");
            }
            prepare();
            Object made = await(npi.dispatch()
                    .wskSocket(
                            npi.client(),
                            Ws2def.AF_INET,
                            Ws2def.SOCK_DGRAM,
                            Ws2def.IPPROTO_UDP,
                            SocketFlags.WSK_FLAG_DATAGRAM_SOCKET,
                            null,
                            null,
                            null,
                            null,
                            null,
                            irp));
            if (made instanceof DatagramSocket datagram) {
                return datagram;
            }
            throw new IllegalStateException("WskSocket delivered " + made);
        }

        private @Nullable Object await(NtStatus returned) {
            simulation.loop().run();
            if (irp.status() != NtStatus.STATUS_SUCCESS) {
                throw new IllegalStateException("returned " + returned + ", the IRP completed with " + irp.status());
            }
            Object delivered = irp.informationObject();
            host.io().ioReuseIrp(irp, NtStatus.STATUS_UNSUCCESSFUL);
            return delivered;
        }

        void serve() {
            sending = true;
            prepare();
            dispatch.wskSendTo(socket, buffer, 0, remote, 0, null, irp);
        }

        void receive() {
            sending = false;
            prepare();
            dispatch.wskReceiveFrom(socket, buffer, 0, outputs, irp);
        }

        private void prepare() {
            host.io().ioSetCompletionRoutine(irp, this, null, true, true, true);
        }

        @Override
        public NtStatus complete(@Nullable Object device, Irp completed, @Nullable Object context) {
            if (!isReady) {
                return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
            }
            if (completed.status() != NtStatus.STATUS_SUCCESS || completed.information() != DATA_BYTES) {
                throw new IllegalStateException("the IRP completed with " + completed.status());
            }
            host.io().ioReuseIrp(completed, NtStatus.STATUS_UNSUCCESSFUL);
            if (sending) {
                receive();
                return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
            }
            messages++;
            bytes += DATA_BYTES;
            if (messages < wanted) {
                serve();
            }
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        }
    }
}
