package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.link.LinkConfiguration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The reference model of TCP is a queue of bytes: whatever the links do, the bytes that arrive are the bytes that were
 * sent, in order, once; all of them when the connection closes in order, and a beginning of them when it ends otherwise.
 * And it always ends.
 */
class RandomStreamsOfBytesTest {

    private static final long FIRST_SEED = 1;
    private static final int SEEDS = Integer.getInteger("wsksim.seeds", 2000);

    @Test
    void randomBytes_overRandomLinks_arriveInOrderOnceOrTheConnectionEndsDocumented() {
        int closed = 0;
        int lost = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            World world = new World(seed);
            world.run();
            if ("closed".equals(world.client.ending)) {
                closed++;
            } else {
                lost++;
            }
            if (seed % 20 == 0) {
                World again = new World(seed);
                again.run();
                assertThat(again.hosts.digest.hex())
                        .as("digest of seed %d", seed)
                        .isEqualTo(world.hosts.digest.hex());
            }
        }
        assertThat(closed).isGreaterThan(SEEDS / 2);
        assertThat(lost).isPositive();
    }

    private static final class World {
        private final long seed;
        private final TwoHosts hosts;
        private final byte[] up;
        private final byte[] down;
        private final StreamUser client;
        private final StreamUser server;

        World(long seed) {
            this.seed = seed;
            RandomStream random = new RandomStreams(seed).stream("random bytes");
            hosts = new TwoHosts(seed, parameters(random), link(random), link(random));
            up = StreamUser.randomBytes(random, random.nextInt(3) == 0 ? 0 : random.nextInt(200_000));
            down = StreamUser.randomBytes(random, random.nextInt(3) == 0 ? 0 : random.nextInt(200_000));
            client = user(random, up);
            server = user(random, down);
            // A SYN that comes again after the server has given up the handshake begins another connection.
            hosts.server.tcp().listen(TwoHosts.SERVER, request -> request.accept(server));
            hosts.connect(client);
        }

        private StreamUser user(RandomStream random, byte[] bytes) {
            int piece = 1 + random.nextInt(20_000);
            return random.nextInt(3) == 0
                    ? new SlowReader(hosts, bytes, piece, random.nextInt(300) * TwoHosts.MILLISECOND)
                    : new StreamUser(bytes, piece);
        }

        private static TcpParameters parameters(RandomStream random) {
            TcpParameters base = random.nextInt(2) == 0 ? TcpParameters.WINDOWS_7 : TcpParameters.WINDOWS_11;
            return base.withReceiveWindow(
                            1 + random.nextInt(65_535), random.nextInt(2) == 0 ? 8 : random.nextInt(15) - 1)
                    .withTransfer(base.transfer()
                            .withSack(random.nextInt(2) == 0)
                            .withTimestamps(random.nextInt(2) == 0)
                            .withNagle(random.nextInt(2) == 0)
                            .withInitialWindowSegments(1 + random.nextInt(10))
                            .withDelayedAck(SimDuration.ofMillis(random.nextInt(200)), 1 + random.nextInt(3))
                            .withBuffers(1 + random.nextInt(100_000), 1 + random.nextInt(1_000_000)));
        }

        private static LinkConfiguration link(RandomStream random) {
            int loss = random.nextInt(4) == 0 ? random.nextInt(40) : random.nextInt(4);
            return LinkConfiguration.ofLatency(SimDuration.ofMicros(random.nextInt(50_000)))
                    .withJitter(SimDuration.ofMicros(random.nextInt(2) * random.nextInt(30_000)))
                    .withReordering(random.nextInt(2) == 0)
                    .withLoss(Ratio.of(loss, 100));
        }

        void run() {
            hosts.loop.runUntil(80_000 * TwoHosts.SECOND);
            assertThat(client.ending).as("the client's end, seed %d", seed).isNotNull();
            judge("up", up, server, client);
            judge("down", down, client, server);
            assertThat(hosts.client.tcp().connections()).as("seed %d", seed).isEmpty();
            assertThat(hosts.server.tcp().connections()).as("seed %d", seed).isEmpty();
            assertThat(hosts.loop.pendingEvents())
                    .as("pending events, seed %d", seed)
                    .isZero();
        }

        private void judge(String way, byte[] sent, StreamUser reader, StreamUser writer) {
            byte[] got = reader.received.toByteArray();
            assertThat(got.length).as("%s, seed %d", way, seed).isLessThanOrEqualTo(sent.length);
            assertThat(Arrays.mismatch(got, Arrays.copyOf(sent, got.length)))
                    .as("the first wrong byte %s, seed %d", way, seed)
                    .isEqualTo(-1);
            if (reader.endOfStream && writer.connected) {
                assertThat(got.length).as("%s, seed %d", way, seed).isEqualTo(sent.length);
            }
            if ("closed".equals(writer.ending) && "closed".equals(reader.ending)) {
                assertThat(reader.endOfStream).as("%s, seed %d", way, seed).isTrue();
            }
        }
    }

    /** Reads one buffer now and then. */
    private static final class SlowReader extends StreamUser {
        private final TwoHosts hosts;
        private final long delayNanos;
        private boolean scheduled;

        SlowReader(TwoHosts hosts, byte[] bytes, int piece, long delayNanos) {
            super(bytes, piece);
            this.hosts = hosts;
            this.delayNanos = delayNanos;
        }

        @Override
        public void dataArrived(TcpConnection connection) {
            if (!scheduled) {
                scheduled = true;
                hosts.loop.schedule(delayNanos, () -> {
                    scheduled = false;
                    readAll(connection);
                });
            }
        }

        @Override
        public void remoteClosed(TcpConnection connection) {
            readAll(connection);
            super.remoteClosed(connection);
        }
    }
}
