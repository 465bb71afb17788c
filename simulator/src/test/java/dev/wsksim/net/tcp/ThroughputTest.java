package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wsksim.engine.Limits;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.Network;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.link.Bandwidth;
import dev.wsksim.net.link.Latency;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.QueueLimit;
import dev.wsksim.net.link.QueuePolicy;
import dev.wsksim.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One flow that always has data, against what the literature says of it. No wall clock is asked. */
class ThroughputTest {

    private static final int MSS = 1460;
    private static final int HEADERS = 40;

    /** A sender that never runs dry and a receiver that reads at once; nobody listens to the trace. */
    private static final class Flow {
        private final SimulationLoop loop = new SimulationLoop(Limits.NONE);
        private long received;

        Flow(long seed, TcpParameters tcp, LinkConfiguration there, LinkConfiguration back) {
            Network network = new Network(loop, new Trace(loop), new RandomStreams(seed));
            Host client = network.addHost(host("client", "192.0.2.10", tcp));
            Host server = network.addHost(host("server", "192.0.2.20", tcp));
            network.link(client, server, there);
            network.link(server, client, back);
            byte[] data = new byte[1 << 16];
            server.tcp()
                    .listen(
                            TwoHosts.SERVER,
                            request -> request.accept(new TcpUser() {
                                @Override
                                public void dataArrived(TcpConnection connection) {
                                    received += connection.read(data, 0, data.length);
                                }
                            }));
            client.tcp().connect(TwoHosts.CLIENT, TwoHosts.SERVER, new TcpUser() {
                @Override
                public void connected(TcpConnection connection) {
                    spaceFreed(connection);
                }

                @Override
                public void spaceFreed(TcpConnection connection) {
                    int taken = data.length;
                    while (taken == data.length) {
                        taken = connection.write(data, 0, data.length);
                    }
                }
            });
        }

        private static HostConfiguration host(String name, String address, TcpParameters tcp) {
            return HostConfiguration.of(name, HostAddress.parse(address).orElseThrow())
                    .withTcp(tcp);
        }

        /** Returns how many bytes of data arrive from one instant to another. */
        long bytesBetween(SimDuration from, SimDuration to) {
            loop.runUntil(from.nanos());
            long before = received;
            loop.runUntil(to.nanos());
            return received - before;
        }
    }

    private static TcpParameters newReno(boolean sack) {
        TcpParameters base = TcpParameters.WINDOWS_11;
        return base.withTransfer(
                base.transfer().withCongestion(CongestionAlgorithm.NEW_RENO).withSack(sack));
    }

    /**
     * Mathis, Semke, Mahdavi, Ott: "The macroscopic behavior of the TCP congestion avoidance algorithm", 1997: MSS/RTT
     * times C over the square root of the loss; C is the square root of 3/2 when the window grows by a segment every round
     * trip.
     */
    @ParameterizedTest
    @CsvSource({"100", "300", "1000", "3000"})
    void newReno_randomLoss_followsTheSquareRootLaw(int oneIn) {
        double rtt = 0.1;
        LinkConfiguration back = LinkConfiguration.ofLatency(SimDuration.ofMillis(50));
        Flow flow = new Flow(1, newReno(true), back.withLoss(Ratio.of(1, oneIn)), back);
        long seconds = 3_000;

        double rate =
                (double) flow.bytesBetween(SimDuration.ofSeconds(100), SimDuration.ofSeconds(100 + seconds)) / seconds;

        double law = MSS / rtt * Math.sqrt(1.5) * Math.sqrt(oneIn);
        assertThat(rate / law).as("share of the law, loss 1/%d", oneIn).isCloseTo(1, within(0.2));
    }

    @ParameterizedTest
    @CsvSource({"NEW_RENO", "CUBIC"})
    void losslessGigabitWithFiftyMilliseconds_isFullAfterStartUp(CongestionAlgorithm algorithm) {
        TcpParameters base = TcpParameters.WINDOWS_11;
        LinkConfiguration link = LinkConfiguration.of(
                new Bandwidth(1_000_000_000, QueueLimit.ofPackets(100_000), new QueuePolicy.Tail()),
                Latency.of(SimDuration.ofMillis(50)));
        Flow flow = new Flow(1, base.withTransfer(base.transfer().withCongestion(algorithm)), link, link);

        long bytes = flow.bytesBetween(SimDuration.ofSeconds(3), SimDuration.ofSeconds(5));

        double capacity = 2 * 1e9 / 8 * MSS / (MSS + HEADERS);
        assertThat(bytes / capacity).isBetween(0.95, 1.0001);
    }

    /** A queue of half of what is on its way: the flow loses packets for ever, and still uses most of the link. */
    @ParameterizedTest
    @CsvSource({"NEW_RENO, true", "NEW_RENO, false", "CUBIC, true"})
    void shortQueue_lossesByItsOwnDoing_leaveTheLinkBusy(CongestionAlgorithm algorithm, boolean sack) {
        TcpParameters base = TcpParameters.WINDOWS_11;
        LinkConfiguration link = LinkConfiguration.of(
                new Bandwidth(10_000_000, QueueLimit.ofPackets(20), new QueuePolicy.Tail()),
                Latency.of(SimDuration.ofMillis(20)));
        Flow flow = new Flow(
                1, base.withTransfer(base.transfer().withCongestion(algorithm).withSack(sack)), link, link);

        long bytes = flow.bytesBetween(SimDuration.ofSeconds(10), SimDuration.ofSeconds(110));

        double capacity = 100 * 1e7 / 8 * MSS / (MSS + HEADERS);
        assertThat(bytes / capacity).isBetween(0.85, 1.0001);
    }

    @Test
    void windowOfTheReceiver_isTheRateTimesTheRoundTrip() {
        TcpParameters base = TcpParameters.WINDOWS_11.withReceiveWindow(65_535, 0);
        LinkConfiguration link = LinkConfiguration.ofLatency(SimDuration.ofMillis(50));
        Flow flow = new Flow(1, base, link, link);

        long bytes = flow.bytesBetween(SimDuration.ofSeconds(10), SimDuration.ofSeconds(20));

        // 65,535 bytes every round trip of 100 ms; whole segments only, and every second one acknowledged.
        assertThat(bytes / 100.0).isBetween(60_000.0, 65_535.0);
    }
}
