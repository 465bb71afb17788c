package dev.wsksim.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.link.Corruption;
import dev.wsksim.net.link.Duplication;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketSelection;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpUser;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Random datagrams over random links: each arrives at most once for each copy that the link may make of it, unaltered, at
 * the endpoint that it was sent to; all arrive over links that lose nothing; the same seed runs the same way.
 */
class RandomDatagramsTest {

    private static final int SEEDS = 400;
    private static final int DATAGRAMS = 40;
    private static final int ENDPOINTS = 4;

    @Test
    void datagrams_overRandomLinks_arriveAtMostOncePerCopyAndUnaltered() {
        long lost = 0;
        long doubled = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Run run = new Run(seed);
            run.play();
            run.check();
            lost += run.sent.size() - run.arrivals.size();
            doubled += run.arrivals.values().stream().filter(count -> count > 1).count();
            if (seed % 50 == 0) {
                Run again = new Run(seed);
                again.play();
                assertThat(again.world.digest.hex()).as("seed %d", seed).isEqualTo(run.world.digest.hex());
            }
        }
        // The links did what they are here for.
        assertThat(lost).isGreaterThan(100);
        assertThat(doubled).isGreaterThan(100);
    }

    /** One world with its own link conditions, and what was sent and received in it. */
    private static final class Run {

        private final long seed;
        private final RandomStream random;
        private final boolean losing;
        private final int copies;
        private final TwoHosts world;
        private final Map<Integer, byte[]> sent = new LinkedHashMap<>();
        private final Map<Integer, Integer> arrivals = new LinkedHashMap<>();

        Run(long seed) {
            this.seed = seed;
            random = new RandomStreams(seed).stream("datagrams");
            losing = random.nextInt(2) == 0;
            copies = random.nextInt(3);
            world = new TwoHosts(seed, TcpParameters.WINDOWS_11, link(), TwoHosts.ONE_MILLISECOND);
        }

        private LinkConfiguration link() {
            LinkConfiguration link = LinkConfiguration.ofLatency(SimDuration.ofMillis(random.nextInt(20)))
                    .withJitter(SimDuration.ofMillis(random.nextInt(10)))
                    .withReordering(random.nextInt(2) == 0);
            if (losing) {
                link = link.withLoss(Ratio.of(1, 10))
                        .with(new Corruption(PacketSelection.by(Ratio.of(1, 20)), Corruption.Kind.CAUGHT));
            }
            return copies == 0 ? link : link.with(new Duplication(PacketSelection.by(Ratio.of(1, 5)), copies));
        }

        void play() {
            for (int i = 0; i < ENDPOINTS; i++) {
                int port = 5000 + i;
                for (IpFamily family : IpFamily.values()) {
                    world.server.udp().bind(new Endpoint(IpAddress.wildcard(family), port), new UdpUser() {
                        @Override
                        public boolean datagramArrived(UdpEndpoint endpoint, Packet packet, UdpDatagram datagram) {
                            arrived(endpoint, packet, datagram);
                            return true;
                        }
                    });
                }
            }
            UdpEndpoint sender4 = world.client.udp().bind(Endpoint.of("0.0.0.0:1000"), UdpUser.FETCHING);
            UdpEndpoint sender6 = world.client.udp().bind(Endpoint.of("[::]:1000"), UdpUser.FETCHING);
            for (int number = 0; number < DATAGRAMS; number++) {
                byte[] data = data(number);
                boolean ipv4 = random.nextInt(2) == 0;
                IpAddress to = IpAddress.of(ipv4 ? "192.0.2.20" : "2001:db8::20");
                sent.put(number, data);
                UdpEndpoint sender = ipv4 ? sender4 : sender6;
                world.loop.schedule(
                        random.nextInt(50) * TwoHosts.MILLISECOND,
                        () -> assertThat(sender.sendTo(ByteSlice.copyOf(data), to, port(data)))
                                .isNull());
            }
            world.loop.run();
        }

        /** The number in two bytes, the port in one, and anything; sometimes more than a packet holds. */
        private byte[] data(int number) {
            byte[] data = new byte[3 + random.nextInt(random.nextInt(4) == 0 ? 5_000 : 200)];
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte) random.nextInt();
            }
            data[0] = (byte) (number >> 8);
            data[1] = (byte) number;
            data[2] = (byte) random.nextInt(ENDPOINTS);
            return data;
        }

        private static int port(byte[] data) {
            return 5000 + data[2];
        }

        private void arrived(UdpEndpoint endpoint, Packet packet, UdpDatagram datagram) {
            byte[] data = datagram.data().toByteArray();
            int number = (data[0] & 0xFF) << 8 | data[1] & 0xFF;
            byte[] original = sent.get(number);
            assertThat(original != null && Arrays.equals(original, data))
                    .as("seed %d: datagram %d is as it was sent", seed, number)
                    .isTrue();
            assertThat(endpoint.local().port()).as("seed %d", seed).isEqualTo(port(data));
            assertThat(packet.family()).isEqualTo(endpoint.local().address().family());
            assertThat(datagram.sourcePort()).isEqualTo(1000);
            arrivals.merge(number, 1, Integer::sum);
        }

        void check() {
            arrivals.forEach((number, count) -> assertThat(count)
                    .as("seed %d: datagram %d arrived", seed, number)
                    .isLessThanOrEqualTo(1 + copies));
            if (!losing) {
                assertThat(arrivals.keySet()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(sent.keySet());
            }
        }
    }
}
