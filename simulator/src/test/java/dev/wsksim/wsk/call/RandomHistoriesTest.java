package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.Profile;
import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.provider.WskRegistration;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.SocketState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Drivers that do anything at any time, over networks that do anything, with every decision drawn: each IRP that is handed over is completed exactly once,
 * nothing is left at the end, and the same seed does the same again. The seed is the name of the failing case.
 */
class RandomHistoriesTest {

    private static final int ACTIONS = 60;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void history_random_everyIrpOnceAndNothingLeft(long seed) {
        RandomStream setupDraws = new RandomStreams(seed).stream("setup");
        WskWorld.play(setup(setupDraws, seed), world -> new RandomDriver(world, seed).play());
    }

    @Test
    void histories_reachEveryKindOfEnd() {
        List<NtStatus> seen = new ArrayList<>();
        for (long seed = 1; seed <= 60; seed++) {
            long current = seed;
            WskWorld.play(setup(new RandomStreams(seed).stream("setup"), seed), world -> {
                new RandomDriver(world, current).play();
                world.run();
                world.completionOrder().forEach(call -> seen.add(call.status()));
            });
        }
        assertThat(seen)
                .contains(
                        NtStatus.STATUS_SUCCESS,
                        NtStatus.STATUS_CANCELLED,
                        NtStatus.STATUS_CONNECTION_REFUSED,
                        NtStatus.STATUS_IO_TIMEOUT,
                        NtStatus.STATUS_ADDRESS_ALREADY_EXISTS,
                        NtStatus.STATUS_ACCESS_DENIED,
                        NtStatus.STATUS_INVALID_DEVICE_STATE,
                        NtStatus.STATUS_FILE_FORCED_CLOSED,
                        NtStatus.STATUS_INVALID_ADDRESS_COMPONENT,
                        NtStatus.STATUS_INVALID_PARAMETER);
    }

    private static WorldSetup setup(RandomStream draws, long seed) {
        ConnectOutcome[] outcomes =
                IntStream.range(0, 12).mapToObj(i -> outcome(draws)).toArray(ConnectOutcome[]::new);
        return WorldSetup.PLAIN
                .seeded(seed)
                .profile(Profile.values()[draws.nextInt(Profile.values().length)])
                .there(link(draws))
                .back(link(draws))
                .client(host -> host.withTcp(host.tcp().withTimeWait(SimDuration.ofSeconds(1))))
                .peer(outcomes);
    }

    private static LinkConfiguration link(RandomStream draws) {
        return LinkConfiguration.ofLatency(SimDuration.ofMillis(draws.nextInt(4)))
                .withJitter(SimDuration.ofMillis(draws.nextInt(3)))
                .withReordering(draws.nextInt(2) == 0)
                .withLoss(Ratio.of(draws.nextInt(3), 6));
    }

    private static ConnectOutcome outcome(RandomStream draws) {
        return switch (draws.nextInt(8)) {
            case 0 -> new ConnectOutcome.Refuse(ConnectOutcome.ALL);
            case 1 -> new ConnectOutcome.Refuse(1 + draws.nextInt(3));
            case 2 -> new ConnectOutcome.Ignore(1 + draws.nextInt(3));
            case 3 -> new ConnectOutcome.Ignore(ConnectOutcome.ALL);
            case 4 -> new ConnectOutcome.Reset(SimDuration.ofMillis(draws.nextInt(3)));
            case 5 -> new ConnectOutcome.Close(SimDuration.ofMillis(draws.nextInt(3)));
            case 6 -> new ConnectOutcome.Unreachable(UnreachableKind.HOST);
            default -> new ConnectOutcome.Accept(SimDuration.ofMillis(draws.nextInt(5)));
        };
    }

    /** A driver without a plan. */
    private static final class RandomDriver {

        private final WskWorld world;
        private final RandomStream draws;
        private final List<RecordedCall> calls = new ArrayList<>();
        private final List<ConnectionSocket> sockets = new ArrayList<>();
        private final List<CachedSecurityDescriptor> descriptors = new ArrayList<>();

        RandomDriver(WskWorld world, long seed) {
            this.world = world;
            this.draws = new RandomStreams(seed).stream("driver");
        }

        void play() {
            for (int i = 0; i < ACTIONS; i++) {
                world.in(draws.nextInt(20), this::act);
            }
            for (int i = 0; i < ACTIONS / 6; i++) {
                world.in(draws.nextInt(8000), this::act);
            }
            world.in(draws.nextInt(30_000), this::lastAct);
        }

        private void act() {
            Irql irql = draws.nextInt(4) == 0 ? Irql.DISPATCH_LEVEL : Irql.PASSIVE_LEVEL;
            world.client.processor().runAt(irql, null, this::actNow);
        }

        private void actNow() {
            switch (draws.nextInt(16)) {
                case 0, 1, 2 -> keep(connectArguments());
                case 3, 4 ->
                    keep(world.sockets()
                            .create(
                                    draws.nextInt(4) == 0 ? Ws2def.AF_INET6 : Ws2def.AF_INET,
                                    null,
                                    null,
                                    descriptor()));
                case 5, 6 -> onSocket(socket -> keep(world.sockets().bind(socket, local(family(socket)))));
                case 7, 8 -> onSocket(socket -> keep(world.sockets().connect(socket, remote(family(socket)))));
                case 9 -> onSocket(socket -> keep(world.sockets().close(socket)));
                case 10, 11 -> cancelOne();
                case 12 -> onSocket(socket -> keep(option(socket)));
                case 13 -> onSocket(socket -> keep(world.sockets().localAddress(socket, new Variable<>())));
                case 14 -> onSocket(socket -> keep(world.sockets().remoteAddress(socket, new Variable<>())));
                default -> network();
            }
        }

        private RecordedCall connectArguments() {
            var connect = world.connect();
            boolean ipv6 = draws.nextInt(4) == 0;
            connect.local(local(ipv6 ? 6 : 4)).remote(remote(draws.nextInt(15) == 0 ? 4 : ipv6 ? 6 : 4));
            return connect.flags(draws.nextInt(15) == 0 ? 1 : 0)
                    .descriptor(descriptor())
                    .call();
        }

        private void keep(RecordedCall call) {
            calls.add(call);
            if (call.returned() == NtStatus.STATUS_INVALID_HANDLE) {
                call.expectUntouched();
            } else if (call.isCompleted()) {
                keepSocket(call);
            } else {
                boolean goesOn = draws.nextInt(3) == 0;
                call.whenCompleted(() -> {
                    keepSocket(call);
                    if (goesOn) {
                        actNow();
                    }
                });
            }
        }

        private void keepSocket(RecordedCall call) {
            if (call.informationObject() != null) {
                sockets.add(call.socket());
            }
        }

        private void onSocket(Consumer<ConnectionSocket> use) {
            sockets.removeIf(socket -> socket.state() == SocketState.CLOSED);
            if (!sockets.isEmpty()) {
                use.accept(sockets.get(draws.nextInt(sockets.size())));
            }
        }

        private void cancelOne() {
            if (!calls.isEmpty()) {
                calls.get(draws.nextInt(calls.size())).cancel();
            }
        }

        private RecordedCall option(ConnectionSocket socket) {
            return switch (draws.nextInt(3)) {
                case 0 -> world.sockets().setOption(socket, Ws2def.SO_REUSEADDR, draws.nextInt(3));
                case 1 -> world.sockets().setOption(socket, Ws2def.SO_EXCLUSIVEADDRUSE, 1);
                default -> world.sockets().getOption(socket, Wsk.SO_WSK_SECURITY, 8, new Variable<>());
            };
        }

        private CachedSecurityDescriptor descriptor() {
            if (!world.wskClient.isCaptured() || draws.nextInt(2) == 0) {
                return null;
            }
            if (descriptors.isEmpty() || draws.nextInt(3) == 0) {
                descriptors.add(world.sockets().cache(draws.nextInt(2) == 0 ? "D:(A;;GA;;;WD)" : "D:"));
            }
            CachedSecurityDescriptor chosen = descriptors.get(draws.nextInt(descriptors.size()));
            if (draws.nextInt(6) == 0) {
                world.sockets().release(chosen);
            }
            return chosen;
        }

        private void network() {
            switch (draws.nextInt(5)) {
                case 0 -> world.there.setUp(!world.there.isUp());
                case 1 -> world.back.setUp(!world.back.isUp());
                case 2 -> world.server.crash();
                default -> {
                    world.there.setUp(true);
                    world.back.setUp(true);
                    world.server.restart();
                }
            }
        }

        private void lastAct() {
            if (draws.nextInt(2) == 0) {
                world.client.wsk().wskReleaseProviderNpi(world.registration);
            }
            if (draws.nextInt(2) == 0 && world.registration.state() == WskRegistration.State.REGISTERED) {
                world.client.wsk().wskDeregister(world.registration, () -> {});
            }
        }

        private static int family(ConnectionSocket socket) {
            return socket.triple().addressFamily() == Ws2def.AF_INET6 ? 6 : 4;
        }

        private String local(int family) {
            int port = draws.nextInt(2) == 0 ? 0 : 5000 + draws.nextInt(2);
            String[] four = {"0.0.0.0:", "0.0.0.0:", "192.0.2.10:", "192.0.2.11:", "127.0.0.1:", "192.0.2.99:"};
            String[] six = {"[::]:", "[::]:", "[2001:db8::10]:", "[2001:db8::11]:", "[::1]:", "[2001:db8::99]:"};
            return (family == 6 ? six : four)[draws.nextInt(six.length)] + port;
        }

        private String remote(int family) {
            String[] four = {
                "192.0.2.20:445",
                "192.0.2.20:445",
                "192.0.2.20:445",
                "192.0.2.20:9",
                "192.0.2.10:5000",
                "198.51.100.1:1"
            };
            String[] six = {
                "[2001:db8::20]:445",
                "[2001:db8::20]:445",
                "[2001:db8::20]:445",
                "[2001:db8::20]:9",
                "[2001:db8::10]:5000",
                "[2001:db8:1::1]:1"
            };
            return (family == 6 ? six : four)[draws.nextInt(six.length)];
        }
    }
}
