package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketLoss;
import dev.wsksim.net.link.PacketSelection;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.StreamCalls;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.flag.ReceiveEventFlags;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random sends, receives and callbacks, with random decisions and losses: whatever the driver does with its callbacks
 * and requests, it gets the bytes that the peer sent, in order, once, and the peer gets those that were sent with success.
 */
final class WskRandomStreamsTest {

    private static final int BYTES = 60_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void randomStreams_bothDirections_arriveOnceAndInOrder(long seed) {
        LinkConfiguration lossy = LinkConfiguration.ofLatency(SimDuration.ofMillis(1))
                .with(PacketLoss.of(PacketSelection.by(Ratio.of(1, 40))));
        WskWorld.play(WorldSetup.PLAIN.seeded(seed).there(lossy).back(lossy), world -> new Play(world, seed).run());
    }

    /** One random play. */
    private static final class Play {

        private final WskWorld world;
        private final RandomStream random;
        private final ByteArrayOutputStream got = new ByteArrayOutputStream();
        private final ArrayDeque<WskDataIndication> kept = new ArrayDeque<>();
        private final StreamCalls stream;
        private final byte[] down;
        private final byte[] up;
        private int sent;
        private boolean atEnd;

        Play(WskWorld world, long seed) {
            this.world = world;
            this.random = new RandomStreams(seed).stream("test");
            this.down = bytes();
            this.up = bytes();
            this.stream = new StreamCalls(
                    world, new WskClientConnectionDispatch(this::indicated, (c, f) -> NtStatus.STATUS_SUCCESS, null));
        }

        private byte[] bytes() {
            byte[] all = new byte[BYTES];
            for (int i = 0; i < BYTES; i++) {
                all[i] = (byte) random.nextInt(256);
            }
            return all;
        }

        void run() {
            stream.peer.send(down);
            stream.peer.close();
            stream.enable(EventFlag.WSK_EVENT_RECEIVE, EventFlag.WSK_EVENT_DISCONNECT);
            sendNext();
            int rounds = 0;
            while (!atEnd) {
                assertThat(rounds++).as("rounds").isLessThan(20_000);
                step();
            }
            while (!kept.isEmpty()) {
                release();
            }
            world.loop.runUntil(
                    () -> sent == BYTES && stream.socket.connectionRole().outstandingSends() == 0);
            assertThat(java.util.Arrays.mismatch(got.toByteArray(), down)).isEqualTo(-1);
            assertThat(stream.disconnect().await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(java.util.Arrays.mismatch(stream.peer.bytes(), up)).isEqualTo(-1);
        }

        private void step() {
            switch (random.nextInt(4)) {
                case 0 -> receive(stream.room(1 + random.nextInt(3000)), ReceiveFlags.NONE);
                case 1 -> receive(stream.room(1 + random.nextInt(500)), ReceiveFlags.WSK_FLAG_WAITALL);
                case 2 -> {
                    if (!kept.isEmpty()) {
                        release();
                    }
                }
                default -> world.runFor(1 + random.nextInt(20));
            }
        }

        private void receive(WskBuf room, ReceiveFlags flags) {
            RecordedCall call = world.prepare();
            call.whenCompleted(() -> {
                assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
                got.write(room.toBytes(), 0, (int) call.information());
            });
            stream.receive(call, room, flags).await();
            atEnd = call.information() < room.length()
                    && (flags.has(ReceiveFlags.WSK_FLAG_WAITALL) || call.information() == 0);
        }

        private void release() {
            WskDataIndication list = kept.removeFirst();
            assertThat(WskProviderConnectionDispatch.of(stream.socket).wskRelease(stream.socket, list))
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        }

        private NtStatus indicated(
                Object context, ReceiveEventFlags flags, WskDataIndication list, long bytes, Variable<Long> accepted) {
            byte[] all = list.toBytes();
            switch (random.nextInt(4)) {
                case 0 -> {
                    return NtStatus.STATUS_DATA_NOT_ACCEPTED;
                }
                case 1 -> {
                    long taken = random.nextInt(all.length + 1);
                    accepted.set(taken);
                    got.write(all, 0, (int) taken);
                    return NtStatus.STATUS_SUCCESS;
                }
                case 2 -> {
                    got.write(all, 0, all.length);
                    kept.addLast(list);
                    return NtStatus.STATUS_PENDING;
                }
                default -> {
                    got.write(all, 0, all.length);
                    return NtStatus.STATUS_SUCCESS;
                }
            }
        }

        /** Sends the next piece whenever one is complete; the memory is wiped then, since it is ours again. */
        private void sendNext() {
            if (sent == BYTES) {
                return;
            }
            int count = Math.min(BYTES - sent, 1 + random.nextInt(5000));
            byte[] piece = java.util.Arrays.copyOfRange(up, sent, sent + count);
            var block = world.client.memory().nonPaged(piece);
            sent += count;
            SendFlags flags = random.nextInt(2) == 0 ? SendFlags.NONE : SendFlags.WSK_FLAG_NODELAY;
            RecordedCall[] call = new RecordedCall[1];
            RecordedCall prepared = world.prepare();
            call[0] = prepared.whenCompleted(() -> {
                assertThat(prepared.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
                assertThat(prepared.information()).isEqualTo(count);
                block.write(0, new byte[count]);
                sendNext();
            });
            stream.send(prepared, stream.buffer(block), flags);
        }
    }
}
