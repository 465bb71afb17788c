package dev.wsksim.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.Limits;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.trace.Trace;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTest {

    private final SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
    private final Trace trace = new Trace(loop);
    private final TraceLog log = new TraceLog();
    private final Node from = new Node("client");
    private final Node to = new Node("server");

    LinkTest() {
        trace.addSink(log);
    }

    @Test
    void send_latency_isExact() {
        Link link = link(LinkConfiguration.ofLatency(SimDuration.ofMicros(1500)));
        link.send(segment(1, TcpFlags.SYN));
        loop.run();
        assertThat(to.arrivals).containsExactly("1.5ms 1");
    }

    @Test
    void send_withoutLatency_arrivesAfterTheSenderHasReturned() {
        Link link = link(LinkConfiguration.IDEAL);
        link.send(segment(1, TcpFlags.SYN));
        assertThat(to.arrivals).isEmpty();
        loop.run();
        assertThat(to.arrivals).containsExactly("0s 1");
    }

    @Test
    void send_jitter_keepsOrderAndStaysInItsBounds() {
        Link link = link(LinkConfiguration.ofLatency(SimDuration.ofNanos(100)).withJitter(SimDuration.ofNanos(50)));
        sendTwoThousand(link);
        assertThat(to.numbers).isSorted();
        assertThat(to.delays).allMatch(delay -> delay >= 100 && delay <= 150);
        assertThat(to.delays).contains(100L, 150L);
    }

    @Test
    void send_jitterWithReordering_letsPacketsOvertake() {
        Link link = link(LinkConfiguration.ofLatency(SimDuration.ofNanos(100))
                .withJitter(SimDuration.ofNanos(50))
                .withReordering(true));
        sendTwoThousand(link);
        assertThat(to.numbers).hasSize(2000).doesNotHaveDuplicates();
        assertThat(to.numbers).isNotEqualTo(to.numbers.stream().sorted().toList());
        assertThat(to.delays).allMatch(delay -> delay >= 100 && delay <= 150);
    }

    @Test
    void send_loss_takesItsShare() {
        Link link = link(LinkConfiguration.IDEAL.withLoss(Ratio.of(1, 10)));
        sendTwoThousand(link);
        assertThat(to.numbers.size()).isBetween(1740, 1860);
        assertThat(records())
                .filteredOn(text -> text.endsWith("dropped (loss)"))
                .hasSize(2000 - to.numbers.size());
    }

    @Test
    void send_certainLoss_losesEverything() {
        Link link = link(LinkConfiguration.IDEAL.withLoss(Ratio.ONE));
        sendTwoThousand(link);
        assertThat(to.numbers).isEmpty();
    }

    @Test
    void send_scriptedDrops_hitTheNthMatchingPacket() {
        Link link = link(LinkConfiguration.IDEAL.withDrops(
                new ScriptedDrop(2, PacketMatch.parse("SYN").orElseThrow()), new ScriptedDrop(5, PacketMatch.ANY)));
        link.send(segment(1, TcpFlags.SYN));
        link.send(segment(2, TcpFlags.SYN | TcpFlags.ACK));
        link.send(segment(3, TcpFlags.SYN));
        link.send(segment(4, TcpFlags.SYN));
        link.send(segment(5, TcpFlags.ACK));
        loop.run();
        assertThat(to.numbers).containsExactly(1L, 2L, 4L);
        assertThat(records()).anyMatch(text -> text.endsWith("seq 3 dropped (scripted: SYN number 2)"));
        assertThat(records())
                .anyMatch(text -> text.contains("seq 5") && text.endsWith("dropped (scripted: packet number 5)"));
    }

    @Test
    void send_downLink_dropsButDeliversWhatIsUnderWay() {
        Link link = link(LinkConfiguration.ofLatency(SimDuration.ofMillis(1)));
        link.send(segment(1, TcpFlags.SYN));
        link.setUp(false);
        link.setUp(false);
        link.send(segment(2, TcpFlags.SYN));
        link.setUp(true);
        link.send(segment(3, TcpFlags.SYN));
        loop.run();
        assertThat(to.numbers).containsExactly(1L, 3L);
        assertThat(records())
                .containsSubsequence(
                        "link client > server is down",
                        "client > server: SYN 192.0.2.10:1 > 192.0.2.20:2 seq 2 dropped (link is down)",
                        "link client > server is up");
        assertThat(records()).filteredOn(text -> text.startsWith("link ")).hasSize(2);
    }

    @Test
    void arrival_atAHostThatIsNotRunning_isADrop() {
        Link link = link(LinkConfiguration.IDEAL);
        link.send(segment(1, TcpFlags.SYN));
        to.running = false;
        loop.run();
        assertThat(to.numbers).isEmpty();
        assertThat(records()).last().asString().endsWith("dropped (server is not running)");
    }

    @Test
    void records_ofOnePacket_haveItsNumberAndFollowFromEachOther() {
        Link link = link(LinkConfiguration.IDEAL);
        link.send(segment(1, TcpFlags.SYN));
        loop.run();
        List<TraceEntry> entries = log.entries();
        assertThat(entries).hasSize(2);
        assertThat(((PacketSent) entries.get(0).record()).number()).isEqualTo(1);
        assertThat(((PacketDelivered) entries.get(1).record()).number()).isEqualTo(1);
        assertThat(entries.get(1).cause()).isEqualTo(entries.get(0).number());
        assertThat(records())
                .containsExactly(
                        "client > server: SYN 192.0.2.10:1 > 192.0.2.20:2 seq 1",
                        "client > server: SYN 192.0.2.10:1 > 192.0.2.20:2 seq 1 delivered");
    }

    private void sendTwoThousand(Link link) {
        for (int i = 0; i < 2000; i++) {
            int number = i;
            loop.scheduleAt(10L * i, () -> link.send(segment(number, TcpFlags.ACK)));
        }
        loop.run();
    }

    private List<String> records() {
        return log.entries().stream().map(entry -> entry.record().describe()).toList();
    }

    private Link link(LinkConfiguration configuration) {
        return new Link(LinkEnvironment.of(loop, trace, new RandomStreams(3)), from, to, configuration);
    }

    private static Packet segment(int number, int flags) {
        TcpSegment segment = new TcpSegment(1, 2, number, 0, flags, 0, TcpOptions.NONE, ByteSlice.EMPTY);
        return new Packet(IpAddress.of("192.0.2.10"), IpAddress.of("192.0.2.20"), 128, segment);
    }

    private final class Node implements PacketNode {
        private final String name;
        private final List<String> arrivals = new ArrayList<>();
        private final List<Long> numbers = new ArrayList<>();
        private final List<Long> delays = new ArrayList<>();
        private final NodePause pause = new NodePause(loop);
        private boolean running = true;

        Node(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public NodePause pause() {
            return pause;
        }

        @Override
        public boolean owns(IpAddress address) {
            return true;
        }

        @Override
        public void receive(Packet packet) {
            long number = ((TcpSegment) packet.payload()).sequence();
            arrivals.add(loop.now() + " " + number);
            numbers.add(number);
            delays.add(loop.nowNanos() - 10 * number);
        }
    }
}
