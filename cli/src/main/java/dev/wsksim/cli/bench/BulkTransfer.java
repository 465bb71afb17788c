package dev.wsksim.cli.bench;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.link.Bandwidth;
import dev.wsksim.net.link.Latency;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.net.tcp.TcpUser;
import java.util.zip.CRC32C;

/**
 * One TCP connection that carries real bytes from one host to the other, copied in and copied out, in segments of 1448
 * bytes over a link of 1 Gbit/s and 1 ms; one operation is one byte of payload.
 */
final class BulkTransfer implements Workload {

    private static final long GIGABIT = 1_000_000_000;
    /** Twice what is on its way on such a link, so that it is never idle and its queue never full. */
    private static final int WINDOW = 1 << 19;

    private static final int PIECE = 65_536;

    private final TwoStacks world;
    private final byte[] source = new byte[PIECE];
    private final byte[] sink = new byte[PIECE];
    private long received;
    private long wanted;

    BulkTransfer(boolean digested) {
        TcpParameters base = TcpParameters.WINDOWS_11;
        // With timestamps, segments carry 1448 bytes.
        TcpParameters tcp =
                base.withTransfer(base.transfer().withTimestamps(true).withBuffers(WINDOW, WINDOW));
        world = new TwoStacks(
                digested, tcp, LinkConfiguration.of(Bandwidth.of(GIGABIT), Latency.of(SimDuration.ofMillis(1))));
        for (int i = 0; i < PIECE; i++) {
            source[i] = (byte) (i * 31 + (i >> 8));
        }
        world.server.tcp().listen(TwoStacks.SERVER, request -> request.accept(new Sink()));
        world.client.tcp().connect(TwoStacks.CLIENT, TwoStacks.SERVER, new Source());
    }

    @Override
    public long run(long operations) {
        wanted += operations;
        while (received < wanted) {
            world.loop.step();
        }
        return operations;
    }

    @Override
    public String digest() {
        CRC32C crc = new CRC32C();
        crc.update(sink);
        return world.digest(received + " bytes, last " + Long.toHexString(crc.getValue()));
    }

    private final class Source implements TcpUser {

        @Override
        public void connected(TcpConnection connection) {
            spaceFreed(connection);
        }

        @Override
        public void spaceFreed(TcpConnection connection) {
            while (true) {
                int taken = connection.write(source, 0, PIECE);
                if (taken < PIECE) {
                    return;
                }
            }
        }
    }

    private final class Sink implements TcpUser {

        @Override
        public void dataArrived(TcpConnection connection) {
            received += connection.read(sink, 0, PIECE);
        }
    }
}
