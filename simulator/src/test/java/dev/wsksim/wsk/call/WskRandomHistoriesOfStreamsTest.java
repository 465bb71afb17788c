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
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.StreamCalls;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.flag.DisconnectFlags;
import dev.wsksim.wsk.flag.ReceiveEventFlags;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of one connection with random decisions: sends, receives, disconnects, cancellations, callbacks that
 * answer at random, and a peer that sends, closes and resets when it likes. Whatever happens, every IRP is completed
 * exactly once, no callback runs after the close, and nothing is left over.
 */
final class WskRandomHistoriesOfStreamsTest {

    private static final EventFlag[] EVENTS = {
        EventFlag.WSK_EVENT_RECEIVE, EventFlag.WSK_EVENT_DISCONNECT, EventFlag.WSK_EVENT_SEND_BACKLOG
    };

    static long[] seeds() {
        return java.util.stream.LongStream.rangeClosed(1, Long.getLong("wsksim.seeds", 60))
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomHistory_everyIrpIsCompletedOnce_andNothingIsLeft(long seed) {
        LinkConfiguration lossy = LinkConfiguration.ofLatency(SimDuration.ofMillis(1))
                .with(PacketLoss.of(PacketSelection.by(Ratio.of(1, 50))));
        WskWorld.play(WorldSetup.PLAIN.seeded(seed).there(lossy).back(lossy), world -> new History(world, seed).run());
    }

    /** One random history. */
    private static final class History {

        private final WskWorld world;
        private final RandomStream random;
        private final List<RecordedCall> calls = new ArrayList<>();
        private final List<WskDataIndication> kept = new ArrayList<>();
        private final StreamCalls stream;
        private boolean closed;

        History(WskWorld world, long seed) {
            this.world = world;
            this.random = new RandomStreams(seed).stream("history");
            this.stream = new StreamCalls(
                    world,
                    new WskClientConnectionDispatch(
                            this::indicated, (context, flags) -> called(), (context, ideal) -> called()));
        }

        void run() {
            int steps = 10 + random.nextInt(40);
            for (int i = 0; i < steps; i++) {
                step();
            }
            while (!kept.isEmpty()) {
                release();
            }
            RecordedCall close = stream.close();
            close.whenCompleted(() -> closed = true);
            close.await();
            closed = true;
            assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(calls).allMatch(RecordedCall::isCompleted);
            if (stream.peer.connection().state() != TcpState.CLOSED) {
                stream.peer.abort();
            }
        }

        private void step() {
            switch (random.nextInt(14)) {
                case 0, 1, 2 -> calls.add(stream.send(stream.room(random.nextInt(30_000))));
                case 3, 4 -> calls.add(stream.receive(stream.room(1 + random.nextInt(3000)), receiveFlags()));
                case 5 -> calls.add(stream.receive(WskBuf.EMPTY, drainOrNone()));
                case 6 -> disconnect();
                case 7 -> cancel();
                case 8 -> control();
                case 9 -> peerSends();
                case 10 -> peerEnds();
                case 11 -> {
                    if (!kept.isEmpty()) {
                        release();
                    }
                }
                default -> world.runFor(1 + random.nextInt(30));
            }
        }

        private ReceiveFlags receiveFlags() {
            return random.nextInt(3) == 0 ? ReceiveFlags.WSK_FLAG_WAITALL : ReceiveFlags.NONE;
        }

        private ReceiveFlags drainOrNone() {
            return random.nextInt(4) == 0 ? ReceiveFlags.WSK_FLAG_DRAIN : ReceiveFlags.NONE;
        }

        private void disconnect() {
            int kind = random.nextInt(6);
            if (kind == 0) {
                calls.add(stream.disconnect(null, DisconnectFlags.WSK_FLAG_ABORTIVE));
            } else if (kind == 1) {
                calls.add(stream.disconnect(stream.text("the end"), DisconnectFlags.NONE));
            } else if (kind == 2) {
                calls.add(stream.disconnect());
            }
        }

        private void cancel() {
            if (!calls.isEmpty()) {
                RecordedCall call = calls.get(random.nextInt(calls.size()));
                if (!call.isCompleted()) {
                    call.cancel();
                }
            }
        }

        private void control() {
            int event = EVENTS[random.nextInt(EVENTS.length)].bit();
            int mask = random.nextInt(3) == 0 ? event | EventFlag.WSK_EVENT_DISABLE : event;
            if (random.nextInt(2) == 0) {
                stream.control(mask);
            } else {
                calls.add(world.sockets().control(stream.socket, StreamCalls.events(mask)));
            }
        }

        private void peerSends() {
            if (stream.peer.connection().state() == TcpState.ESTABLISHED && !stream.peer.hasClosed()) {
                stream.peer.send(new byte[1 + random.nextInt(10_000)]);
            }
        }

        private void peerEnds() {
            int kind = random.nextInt(8);
            if (kind == 0) {
                stream.peer.abort();
            } else if (kind == 1) {
                stream.peer.close();
            } else if (kind == 2) {
                stream.peer.stopReading();
            } else if (kind == 3) {
                stream.peer.goOnReading();
            }
        }

        private void release() {
            WskDataIndication list = kept.remove(random.nextInt(kept.size()));
            assertThat(WskProviderConnectionDispatch.of(stream.socket).wskRelease(stream.socket, list))
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        }

        private NtStatus called() {
            assertThat(closed).as("a callback after the close").isFalse();
            if (random.nextInt(4) == 0) {
                calls.add(stream.receive(stream.room(1 + random.nextInt(500))));
            }
            return NtStatus.STATUS_SUCCESS;
        }

        private NtStatus indicated(
                Object context, ReceiveEventFlags flags, WskDataIndication list, long bytes, Variable<Long> accepted) {
            called();
            switch (random.nextInt(5)) {
                case 0 -> {
                    return NtStatus.STATUS_DATA_NOT_ACCEPTED;
                }
                case 1 -> accepted.set((long) random.nextInt((int) bytes + 1));
                case 2 -> {
                    kept.add(list);
                    return NtStatus.STATUS_PENDING;
                }
                case 3 -> control();
                default -> {
                    // Everything is accepted.
                }
            }
            return NtStatus.STATUS_SUCCESS;
        }
    }
}
