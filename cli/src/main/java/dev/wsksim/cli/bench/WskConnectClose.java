package dev.wsksim.cli.bench;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.CompletionRoutine;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.net.tcp.TcpUser;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.socket.ConnectionSocket;

/**
 * WskSocketConnect and WskCloseSocket over a link of 1 ms to a server's own stack; one operation is both, four packets.
 * So many are always under way, each with one IRP that is reused.
 */
final class WskConnectClose implements Workload {

    private final TwoWindows world;
    private final int overlapping;
    private int running;
    private long begun;
    private long closed;
    private long wanted;

    /**
     * Makes the world.
     *
     * @param overlapping how many connects are under way at once
     */
    WskConnectClose(boolean digested, int overlapping) {
        this.overlapping = overlapping;
        TcpParameters tcp = TcpParameters.WINDOWS_11.withTimeWait(SimDuration.ZERO);
        world = new TwoWindows(digested, tcp, LinkConfiguration.ofLatency(SimDuration.ofMillis(1)));
        world.server
                .host
                .net()
                .tcp()
                .listen(
                        TwoWindows.SERVER,
                        request -> request.accept(new TcpUser() {
                            @Override
                            public void remoteClosed(TcpConnection connection) {
                                connection.close();
                            }
                        }));
    }

    @Override
    public long run(long operations) {
        wanted += operations;
        while (running < overlapping && begun < wanted) {
            running++;
            new Cycle().connect();
        }
        while (closed < wanted) {
            world.simulation.loop().step();
        }
        return operations;
    }

    @Override
    public String digest() {
        return world.digest(closed + " connects");
    }

    /** One connect and close after the other, with one IRP. */
    private final class Cycle {

        private final CompletionRoutine whenConnected = (device, irp, context) -> connected(irp);
        private final CompletionRoutine whenClosed = (device, irp, context) -> closed(irp);
        private final Irp irp = world.client.irp(whenConnected);

        void connect() {
            begun++;
            world.client.connect(BenchDriver.ANYWHERE, TwoWindows.SERVER, irp);
        }

        private NtStatus connected(Irp done) {
            ConnectionSocket socket = BenchDriver.connection(done.informationObject());
            world.client.reuse(done, whenClosed);
            WskProviderConnectionDispatch.of(socket).wskCloseSocket(socket, done);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        }

        private NtStatus closed(Irp done) {
            closed++;
            if (begun < wanted) {
                world.client.reuse(done, whenConnected);
                connect();
            } else {
                running--;
                world.client.host.io().ioFreeIrp(done);
            }
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        }
    }
}
