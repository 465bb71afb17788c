package dev.wsksim.cli.bench;

import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.Limits;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.CompletionRoutine;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.link.Bandwidth;
import dev.wsksim.net.link.Latency;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.net.tcp.TcpUser;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.verifier.Verifier;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.ListenSocket;

/**
 * One driver that sends a message of real bytes with WskSend over a link of 1 Gbit/s and 1 ms and takes back with
 * WskReceive what the far end echoes, eight messages at a time, every IRP reused in its completion routine. The trace is
 * summed up, and the verifier watches or does not. One operation is one byte of payload, there and back.
 */
final class WskEcho implements Workload {

    private static final int AT_ONCE = 8;
    private static final int PIECE = 65_536;
    private static final int WINDOW = 1 << 20;

    private final Simulation simulation = Wsksim.simulation(Configuration.DEFAULT.withLimits(Limits.NONE));
    private final TraceDigest digest = new TraceDigest();
    private final Verifier verifier = new Verifier(StandardRules.book());
    private final int messageBytes;
    private long echoed;
    private long wanted;

    WskEcho(VerifierCost what, boolean verified) {
        this.messageBytes = what.messageBytes();
        simulation.trace().addSink(digest);
        if (verified) {
            simulation.trace().addSink(verifier);
        }
        WindowsHost near = simulation.addWindowsHost(host("client", "192.0.2.10"));
        Host far = simulation.network().addHost(host("server", "192.0.2.20"));
        LinkConfiguration link = LinkConfiguration.of(Bandwidth.of(1_000_000_000), Latency.of(SimDuration.ofMillis(1)));
        simulation.network().link(near.net(), far, link);
        simulation.network().link(far, near.net(), link);
        BenchDriver driver = new BenchDriver(simulation.loop(), near);
        ConnectionSocket socket;
        if (what.farEnd() == VerifierCost.FarEnd.WINDOWS) {
            BenchDriver other = new BenchDriver(simulation.loop(), simulation.runWindowsUnseen(far));
            ListenSocket listening = other.listen(TwoWindows.SERVER.port());
            socket = driver.connect(BenchDriver.ANYWHERE, TwoWindows.SERVER);
            ConnectionSocket accepted = other.accept(listening);
            for (int i = 0; i < AT_ONCE; i++) {
                new Echo(other, accepted).receive();
            }
        } else {
            far.tcp().listen(TwoWindows.SERVER, request -> request.accept(new Mirror()));
            socket = driver.connect(BenchDriver.ANYWHERE, TwoWindows.SERVER);
        }
        for (int i = 0; i < AT_ONCE; i++) {
            new Message(driver, socket).begin();
        }
    }

    private static HostConfiguration host(String name, String address) {
        TcpParameters base = TcpParameters.WINDOWS_11;
        return HostConfiguration.of(name, HostAddress.parse(address).orElseThrow())
                .withTcp(base.withTransfer(base.transfer().withTimestamps(true).withBuffers(WINDOW, WINDOW)));
    }

    @Override
    public long run(long operations) {
        wanted += operations;
        while (echoed < wanted) {
            simulation.loop().step();
        }
        return operations;
    }

    /** Returns the trace's digest, which does not depend on whether the verifier watches. */
    @Override
    public String digest() {
        if (!verifier.violations().isEmpty()) {
            throw new IllegalStateException("this driver breaks no rule: " + verifier.violations());
        }
        return digest.hex();
    }

    /** The far end's own stack, which writes what it reads. */
    private static final class Mirror implements TcpUser {

        private final byte[] piece = new byte[PIECE];

        @Override
        public void dataArrived(TcpConnection connection) {
            mirror(connection);
        }

        @Override
        public void spaceFreed(TcpConnection connection) {
            mirror(connection);
        }

        private void mirror(TcpConnection connection) {
            int room = Math.min(connection.writable(), PIECE);
            while (room > 0 && connection.readable() > 0) {
                connection.write(piece, 0, connection.read(piece, 0, room));
                room = Math.min(connection.writable(), PIECE);
            }
        }
    }

    /** An IRP and a buffer, with which a message of this driver is sent and the next one in the stream is received. */
    private final class Message {

        private final BenchDriver driver;
        private final ConnectionSocket socket;
        private final WskProviderConnectionDispatch table;
        private final WskBuf buffer;
        private final CompletionRoutine whenSent = (device, irp, context) -> sent();
        private final CompletionRoutine whenReceived = (device, irp, context) -> received();
        private final Irp irp;

        Message(BenchDriver driver, ConnectionSocket socket) {
            this.driver = driver;
            this.socket = socket;
            this.table = WskProviderConnectionDispatch.of(socket);
            this.buffer = driver.buffer(new byte[messageBytes]);
            this.irp = driver.irp(whenSent);
        }

        void begin() {
            table.wskSend(socket, buffer, SendFlags.NONE, irp);
        }

        private NtStatus sent() {
            driver.reuse(irp, whenReceived);
            table.wskReceive(socket, buffer, ReceiveFlags.WSK_FLAG_WAITALL, irp);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        }

        private NtStatus received() {
            echoed += irp.information();
            driver.reuse(irp, whenSent);
            begin();
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        }
    }

    /** An IRP and a buffer, with which the other driver receives a message and sends it back. */
    private final class Echo {

        private final BenchDriver driver;
        private final ConnectionSocket socket;
        private final WskProviderConnectionDispatch table;
        private final WskBuf buffer;
        private final CompletionRoutine whenReceived = (device, irp, context) -> send();
        private final CompletionRoutine whenSent = (device, irp, context) -> again();
        private final Irp irp;

        Echo(BenchDriver driver, ConnectionSocket socket) {
            this.driver = driver;
            this.socket = socket;
            this.table = WskProviderConnectionDispatch.of(socket);
            this.buffer = driver.buffer(new byte[messageBytes]);
            this.irp = driver.irp(whenReceived);
        }

        void receive() {
            table.wskReceive(socket, buffer, ReceiveFlags.WSK_FLAG_WAITALL, irp);
        }

        private NtStatus send() {
            driver.reuse(irp, whenSent);
            table.wskSend(socket, buffer, SendFlags.NONE, irp);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        }

        private NtStatus again() {
            driver.reuse(irp, whenReceived);
            receive();
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        }
    }
}
