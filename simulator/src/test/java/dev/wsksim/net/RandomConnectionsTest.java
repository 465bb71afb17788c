package dev.wsksim.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.net.tcp.TcpUser;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random worlds: lossy links, crashes, every scripted outcome, simultaneous opens, closes and aborts at any time.
 * Whatever happens, each connection tells its user a sequence of events that {@link TcpUser} allows, everything comes
 * to rest, and the same seed does the same again.
 */
class RandomConnectionsTest {

    private static final long FIRST_SEED = 1;
    private static final int SEEDS = 400;

    @Test
    void randomWorlds_alwaysComeToRestInADocumentedOutcome() {
        Set<ConnectFailure> failures = EnumSet.noneOf(ConnectFailure.class);
        int connected = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            RandomWorld world = new RandomWorld(seed);
            world.run();
            for (Watcher watcher : world.watchers) {
                failures.addAll(watcher.failures);
                connected += watcher.connected;
            }
            if (seed % 10 == 0) {
                RandomWorld again = new RandomWorld(seed);
                again.run();
                assertThat(again.hosts.digest.hex())
                        .as("digest of seed %d", seed)
                        .isEqualTo(world.hosts.digest.hex());
            }
        }
        assertThat(failures)
                .contains(ConnectFailure.REFUSED, ConnectFailure.TIMED_OUT, ConnectFailure.HOST_UNREACHABLE);
        assertThat(connected).isGreaterThan(SEEDS);
    }

    private static final class RandomWorld {
        private final long seed;
        private final RandomStream random;
        private final TwoHosts hosts;
        private final List<Watcher> watchers = new ArrayList<>();

        RandomWorld(long seed) {
            this.seed = seed;
            random = new RandomStreams(seed).stream("random world");
            TcpParameters tcp = (random.nextInt(2) == 0 ? TcpParameters.WINDOWS_7 : TcpParameters.WINDOWS_11)
                    .withSynRetransmissions(random.nextInt(5))
                    .withFailConnectOnIcmpError(random.nextInt(4) == 0);
            hosts = new TwoHosts(seed, tcp, randomLink(), randomLink());
            hosts.peer(randomOutcome(), randomOutcome(), randomOutcome());
        }

        private LinkConfiguration randomLink() {
            return LinkConfiguration.ofLatency(
                            SimDuration.ofMicros(random.nextInt(3) == 0 ? 900_000 : random.nextInt(20_000)))
                    .withJitter(SimDuration.ofMicros(random.nextInt(2) * random.nextInt(2_000_000)))
                    .withReordering(random.nextInt(2) == 0)
                    .withLoss(Ratio.of(random.nextInt(60), 100));
        }

        private ConnectOutcome randomOutcome() {
            SimDuration after = SimDuration.ofMillis(random.nextInt(3) * (long) random.nextInt(3000));
            int syns = random.nextInt(4) == 0 ? ConnectOutcome.ALL : 1 + random.nextInt(4);
            return switch (random.nextInt(7)) {
                case 0 -> new ConnectOutcome.Refuse(syns);
                case 1 -> new ConnectOutcome.Ignore(syns);
                case 2 -> new ConnectOutcome.Reset(after);
                case 3 -> new ConnectOutcome.Close(after);
                case 4 -> new ConnectOutcome.Unreachable(UnreachableKind.values()[random.nextInt(5)]);
                default -> new ConnectOutcome.Accept(after);
            };
        }

        void run() {
            for (int i = 0; i < 8; i++) {
                int port = 50_000 + i;
                at(random.nextInt(5_000), () -> connect(hosts.client, TwoHosts.CLIENT.withPort(port), TwoHosts.SERVER));
            }
            // The same endpoints from both sides, at about the same time.
            for (int i = 0; i < 3; i++) {
                Endpoint client = TwoHosts.CLIENT.withPort(60_000 + i);
                Endpoint server = TwoHosts.SERVER.withPort(60_000 + i);
                at(random.nextInt(30), () -> connect(hosts.client, client, server));
                at(random.nextInt(30), () -> connect(hosts.server, server, client));
            }
            for (int i = 0; i < random.nextInt(4); i++) {
                Host host = random.nextInt(2) == 0 ? hosts.client : hosts.server;
                int millis = random.nextInt(8_000);
                at(millis, () -> {
                    host.crash();
                    watchers.stream()
                            .filter(watcher -> watcher.host == host)
                            .forEach(watcher -> watcher.silenced = true);
                });
                at(millis + random.nextInt(6_000), host::restart);
            }
            at(random.nextInt(10_000), () -> hosts.there.setUp(false));
            at(random.nextInt(20_000), () -> hosts.there.setUp(true));
            assertThat(hosts.loop.run()).as("seed %d", seed).isEqualTo(LoopOutcome.DRAINED);
            check();
        }

        private void at(long millis, Runnable action) {
            hosts.loop.schedule(millis * TwoHosts.MILLISECOND, action::run);
        }

        private void connect(Host host, Endpoint local, Endpoint remote) {
            if (!host.isRunning() || host.tcp().judgeConnect(local, remote) != null) {
                return;
            }
            Watcher watcher = new Watcher(seed, host);
            watchers.add(watcher);
            watcher.connection = host.tcp().connect(local, remote, watcher);
            if (random.nextInt(3) > 0) {
                at(random.nextInt(9_000), watcher::close);
            }
            if (random.nextInt(4) == 0) {
                at(random.nextInt(20_000), watcher::abort);
            }
        }

        private void check() {
            assertThat(hosts.loop.pendingEvents()).isZero();
            watchers.forEach(Watcher::check);
            for (Host host : hosts.network.hosts()) {
                // Without timers only these can remain: nobody has closed, or only the remote end has.
                assertThat(host.tcp().connections())
                        .as("connections of %s with seed %d", host, seed)
                        .extracting(TcpConnection::state)
                        .isSubsetOf(TcpState.ESTABLISHED, TcpState.CLOSE_WAIT);
            }
        }
    }

    /** Checks what one active open is told. */
    private static final class Watcher implements TcpUser {
        private final long seed;
        private final Host host;
        private final List<ConnectFailure> failures = new ArrayList<>();
        private TcpConnection connection;
        private int connected;
        private int remoteClosed;
        private int ended;
        private boolean gaveUp;
        private boolean silenced;

        Watcher(long seed, Host host) {
            this.seed = seed;
            this.host = host;
        }

        void close() {
            gaveUp |= connection.state() == TcpState.SYN_SENT;
            connection.close();
        }

        void abort() {
            gaveUp |= connection.state() != TcpState.TIME_WAIT && connection.state() != TcpState.CLOSED;
            connection.abort();
        }

        private void told(TcpConnection about) {
            assertThat(about).isSameAs(connection);
            assertThat(gaveUp || silenced)
                    .as("told after giving up, seed %d", seed)
                    .isFalse();
            assertThat(ended).as("told after the end, seed %d", seed).isZero();
        }

        @Override
        public void connected(TcpConnection about) {
            told(about);
            connected++;
        }

        @Override
        public void connectFailed(TcpConnection about, ConnectFailure failure) {
            told(about);
            assertThat(connected).isZero();
            assertThat(about.state()).isEqualTo(TcpState.CLOSED);
            failures.add(failure);
            ended++;
        }

        @Override
        public void remoteClosed(TcpConnection about) {
            told(about);
            assertThat(connected).isEqualTo(1);
            remoteClosed++;
        }

        @Override
        public void reset(TcpConnection about) {
            told(about);
            assertThat(connected).isEqualTo(1);
            ended++;
        }

        @Override
        public void closed(TcpConnection about) {
            told(about);
            assertThat(connected).isEqualTo(1);
            ended++;
        }

        @Override
        public void timedOut(TcpConnection about) {
            told(about);
            assertThat(connected).isEqualTo(1);
            ended++;
        }

        void check() {
            assertThat(connected).as("seed %d", seed).isLessThanOrEqualTo(1);
            assertThat(remoteClosed).as("seed %d", seed).isLessThanOrEqualTo(1);
            if (!gaveUp && !silenced) {
                assertThat(connected + failures.size())
                        .as("outcomes with seed %d", seed)
                        .isEqualTo(1);
                boolean open = connection.state() == TcpState.ESTABLISHED || connection.state() == TcpState.CLOSE_WAIT;
                assertThat(ended)
                        .as("ends with seed %d in %s", seed, connection.state())
                        .isEqualTo(open ? 0 : 1);
            }
        }
    }
}
