package dev.wsksim.cli.bench;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.CompletionRoutine;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.link.Bandwidth;
import dev.wsksim.net.link.Latency;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.ListenSocket;
import java.util.zip.CRC32C;

/**
 * One connection between two WSK sockets that carries real bytes over a link of 1 Gbit/s and 1 ms: the sender keeps
 * sends of 64 KiB outstanding, as many as the ideal backlog wants, and the receiver keeps receives of 64 KiB posted that
 * wait until they are full; every IRP is reused in its completion routine. One operation is one byte of payload.
 */
final class WskBulkTransfer implements Workload {

    private static final long GIGABIT = 1_000_000_000;
    private static final int WINDOW = 1 << 19;
    private static final int PIECE = 65_536;
    private static final int SENDS = 16;
    private static final int RECEIVES = 2;

    private final TwoWindows world;
    private WskBuf last = WskBuf.EMPTY;
    private long received;
    private long wanted;

    WskBulkTransfer(boolean digested) {
        TcpParameters base = TcpParameters.WINDOWS_11;
        TcpParameters tcp =
                base.withTransfer(base.transfer().withTimestamps(true).withBuffers(WINDOW, WINDOW));
        world = new TwoWindows(
                digested, tcp, LinkConfiguration.of(Bandwidth.of(GIGABIT), Latency.of(SimDuration.ofMillis(1))));
        ListenSocket listening = world.server.listen(TwoWindows.SERVER.port());
        ConnectionSocket source = world.client.connect(BenchDriver.ANYWHERE, TwoWindows.SERVER);
        ConnectionSocket target = world.server.accept(listening);
        for (int i = 0; i < RECEIVES; i++) {
            new Receive(target).begin();
        }
        byte[] pattern = new byte[PIECE];
        for (int i = 0; i < PIECE; i++) {
            pattern[i] = (byte) (i * 31 + (i >> 8));
        }
        WskBuf content = world.client.buffer(pattern);
        for (int i = 0; i < SENDS; i++) {
            new Send(source, content).begin();
        }
    }

    @Override
    public long run(long operations) {
        wanted += operations;
        while (received < wanted) {
            world.simulation.loop().step();
        }
        return operations;
    }

    @Override
    public String digest() {
        CRC32C crc = new CRC32C();
        crc.update(last.toBytes());
        return world.digest(received + " bytes, last " + Long.toHexString(crc.getValue()));
    }

    /** One send that is made again whenever it is complete. */
    private final class Send {

        private final ConnectionSocket socket;
        private final WskProviderConnectionDispatch table;
        private final WskBuf buffer;
        private final CompletionRoutine routine = (device, irp, context) -> again();
        private final Irp irp;

        Send(ConnectionSocket socket, WskBuf content) {
            this.socket = socket;
            this.table = WskProviderConnectionDispatch.of(socket);
            this.buffer = content;
            this.irp = world.client.irp(routine);
        }

        void begin() {
            table.wskSend(socket, buffer, SendFlags.NONE, irp);
        }

        private NtStatus again() {
            world.client.reuse(irp, routine);
            begin();
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        }
    }

    /** One receive that is made again whenever it is complete. */
    private final class Receive {

        private final ConnectionSocket socket;
        private final WskProviderConnectionDispatch table;
        private final WskBuf buffer = world.server.buffer(new byte[PIECE]);
        private final CompletionRoutine routine = (device, irp, context) -> again();
        private final Irp irp = world.server.irp(routine);

        Receive(ConnectionSocket socket) {
            this.socket = socket;
            this.table = WskProviderConnectionDispatch.of(socket);
        }

        void begin() {
            table.wskReceive(socket, buffer, ReceiveFlags.WSK_FLAG_WAITALL, irp);
        }

        private NtStatus again() {
            received += irp.information();
            last = buffer;
            world.server.reuse(irp, routine);
            begin();
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        }
    }
}
