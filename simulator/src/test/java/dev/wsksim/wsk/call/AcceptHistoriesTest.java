package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ScriptedClient;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskClientListenDispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Drivers that listen, inspect, accept and close at any time, clients that come and go at any time, with every decision
 * drawn: each IRP is completed once, nothing is left at the end, and the same seed does the same again.
 */
class AcceptHistoriesTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void history_random_everyIrpOnceAndNothingLeft(long seed) {
        WskWorld.play(setup(seed), world -> new RandomServer(world, seed).play());
    }

    @Test
    void histories_reachEveryKindOfEnd() {
        List<NtStatus> seen = new ArrayList<>();
        int[] counts = new int[3];
        for (long seed = 1; seed <= 120; seed++) {
            long current = seed;
            WskWorld.play(setup(seed), world -> {
                RandomServer server = new RandomServer(world, current);
                server.play();
                world.run();
                world.completionOrder().forEach(call -> seen.add(call.status()));
                counts[0] += server.acceptedByEvent;
                counts[1] += server.inspected;
                counts[2] += server.aborted;
            });
        }
        assertThat(seen)
                .contains(
                        NtStatus.STATUS_SUCCESS,
                        NtStatus.STATUS_CANCELLED,
                        NtStatus.STATUS_INVALID_PARAMETER,
                        NtStatus.STATUS_INVALID_DEVICE_STATE,
                        NtStatus.STATUS_FILE_FORCED_CLOSED,
                        NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
        assertThat(counts).doesNotContain(0);
    }

    private static WorldSetup setup(long seed) {
        RandomStream draws = new RandomStreams(seed).stream("setup");
        return WorldSetup.PLAIN
                .seeded(seed)
                .there(link(draws))
                .back(link(draws))
                .client(host -> host.withTcp(host.tcp().withTimeWait(SimDuration.ofSeconds(1))));
    }

    private static LinkConfiguration link(RandomStream draws) {
        return LinkConfiguration.ofLatency(SimDuration.ofMillis(draws.nextInt(4)))
                .withLoss(Ratio.of(draws.nextInt(3), 8));
    }

    /** A driver without a plan, and its clients. */
    private static final class RandomServer {

        private final WskWorld world;
        private final RandomStream draws;
        private final List<RecordedCall> calls = new ArrayList<>();
        private final List<ListenSocket> listening = new ArrayList<>();
        private final List<ConnectionSocket> accepted = new ArrayList<>();
        private final List<ScriptedClient> clients = new ArrayList<>();
        private final List<WskInspectId> pended = new ArrayList<>();
        private int acceptedByEvent;
        private int inspected;
        private int aborted;

        RandomServer(WskWorld world, long seed) {
            this.world = world;
            this.draws = new RandomStreams(seed).stream("driver");
        }

        void play() {
            for (int i = 0; i < 3; i++) {
                listen();
            }
            for (int i = 0; i < 50; i++) {
                world.in(draws.nextInt(100), this::act);
            }
            for (int i = 0; i < 15; i++) {
                world.in(draws.nextInt(9000), this::act);
            }
        }

        private WskClientListenDispatch table() {
            return new WskClientListenDispatch(
                    (context, flags, local, remote, socket, newContext, newTable) -> {
                        if (socket == null || draws.nextInt(3) == 0) {
                            return NtStatus.STATUS_REQUEST_NOT_ACCEPTED;
                        }
                        acceptedByEvent++;
                        world.listening().keep(socket);
                        accepted.add(socket);
                        if (draws.nextInt(3) == 0) {
                            act();
                        }
                        return NtStatus.STATUS_SUCCESS;
                    },
                    (context, local, remote, id) -> {
                        inspected++;
                        WskInspectAction action = new WskInspectAction(draws.nextInt(3));
                        if (id != null && action.equals(WskInspectAction.WskInspectPend)) {
                            pended.add(id);
                        }
                        return action;
                    },
                    (context, id) -> {
                        aborted++;
                        return NtStatus.STATUS_SUCCESS;
                    });
        }

        /** A socket of which the options are set, and which is bound, without waiting for anything. */
        private void listen() {
            ListenSocket socket = world.listening().made(table());
            listening.add(socket);
            if (draws.nextInt(2) == 0) {
                keep(world.listening().conditional(socket));
            }
            if (draws.nextInt(3) == 0) {
                keep(world.sockets().setOption(socket, Ws2def.SO_EXCLUSIVEADDRUSE, 1));
            }
            String address = draws.nextInt(2) == 0 ? "0.0.0.0:" : "192.0.2.10:";
            keep(world.listening().bind(socket, address + (5000 + draws.nextInt(2))));
            world.listening().acceptEvent(socket);
        }

        private void act() {
            switch (draws.nextInt(12)) {
                case 0, 1, 2 ->
                    clients.add(world.clientOnServer(
                            "192.0.2.10:" + (5000 + draws.nextInt(2)), draws.nextInt(5), new Behaviour.Discard()));
                case 3, 4 -> onListener(socket -> keep(world.listening().accept(socket)));
                case 5 -> onListener(socket -> keep(world.sockets().close(socket)));
                case 6 -> onAccepted(socket -> keep(world.sockets().close(socket)));
                case 7 -> onListener(this::complete);
                case 8 -> leave();
                case 9 -> toggle();
                case 10 -> {
                    if (!calls.isEmpty()) {
                        calls.get(draws.nextInt(calls.size())).cancel();
                    }
                }
                default -> network();
            }
        }

        private void complete(ListenSocket socket) {
            WskInspectId id = pended.isEmpty() ? new WskInspectId(9, 9) : pended.get(draws.nextInt(pended.size()));
            keep(world.listening().complete(socket, id, new WskInspectAction(draws.nextInt(3))));
        }

        private void leave() {
            if (!clients.isEmpty()) {
                clients.get(draws.nextInt(clients.size())).connection().ifPresent(one -> {
                    if (draws.nextInt(2) == 0) {
                        one.abort();
                    } else {
                        one.close();
                    }
                });
            }
        }

        private void toggle() {
            onListener(socket -> {
                int disable = draws.nextInt(2) == 0 ? EventFlag.WSK_EVENT_DISABLE : 0;
                world.listening().events(socket, EventFlag.WSK_EVENT_ACCEPT.bit() | disable);
            });
        }

        private void network() {
            if (draws.nextInt(8) == 0) {
                world.client.net().interfaces().get(0).setUp(false);
            } else {
                world.client.net().interfaces().get(0).setUp(true);
                world.there.setUp(draws.nextInt(4) > 0);
                world.back.setUp(draws.nextInt(4) > 0);
            }
        }

        private void keep(RecordedCall call) {
            calls.add(call);
            call.whenCompleted(() -> {
                if (call.informationObject() != null) {
                    accepted.add(call.socket());
                }
            });
        }

        private void onListener(Consumer<ListenSocket> use) {
            listening.removeIf(socket -> socket.state() == SocketState.CLOSED);
            if (!listening.isEmpty()) {
                use.accept(listening.get(draws.nextInt(listening.size())));
            }
        }

        private void onAccepted(Consumer<ConnectionSocket> use) {
            accepted.removeIf(socket -> socket.state() == SocketState.CLOSED);
            if (!accepted.isEmpty()) {
                use.accept(accepted.get(draws.nextInt(accepted.size())));
            }
        }
    }
}
