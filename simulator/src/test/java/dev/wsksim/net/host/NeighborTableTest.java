package dev.wsksim.net.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.Limits;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.Network;
import dev.wsksim.net.RoutedWorld;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.NeighborMessage;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.Trace;
import dev.wsksim.trace.TraceLog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that asks for its neighbours, and a server that only answers, a millisecond apart. */
final class NeighborTableTest {

    private final SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
    private final Trace trace = new Trace(loop);
    private final TraceLog log = new TraceLog();
    private final Network network = new Network(loop, trace, new RandomStreams(1));
    private final Host client;
    private final Host server;

    NeighborTableTest() {
        trace.addSink(log);
        client = network.addHost(HostConfiguration.of("client")
                .withInterfaces(List.of(InterfaceConfiguration.of(
                                "ethernet", RoutedWorld.address("192.0.2.10"), RoutedWorld.address("2001:db8::10"))
                        .withNeighborResolution(true))));
        server = network.addHost(
                HostConfiguration.of("server", RoutedWorld.address("192.0.2.20"), RoutedWorld.address("2001:db8::20")));
        network.link(client, server, TwoHosts.ONE_MILLISECOND);
        network.link(server, client, TwoHosts.ONE_MILLISECOND);
    }

    private List<String> sent() {
        return log.entries().stream()
                .filter(entry -> entry.record() instanceof PacketSent sent
                        && !(sent.packet().payload() instanceof IcmpEcho echo && echo.isReply()))
                .map(entry -> entry.time() + " "
                        + ((PacketSent) entry.record()).packet().label() + " to "
                        + ((PacketSent) entry.record()).packet().destination())
                .toList();
    }

    private List<String> states() {
        return log.entries().stream()
                .filter(entry -> entry.record() instanceof NeighborStateChanged)
                .map(entry -> entry.time() + " " + ((NeighborStateChanged) entry.record()).state())
                .toList();
    }

    private void ping(String source, String destination) {
        client.send(RoutedWorld.echo(source, destination, 64, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, 192.0.2.20, 192.0.2.20, ARP, ICMP",
        "2001:db8::10, 2001:db8::20, ff02::1:ff00:20, ICMPv6, ICMPv6",
    })
    void send_unknownNeighbor_asksFirst(String from, String to, String asked, String question, String label) {
        ping(from, to);
        ping(from, to);
        loop.run();

        assertThat(sent())
                .containsExactly(
                        "0s " + question + " to " + asked,
                        "1ms " + question + " to " + from,
                        "2ms " + label + " to " + to,
                        "2ms " + label + " to " + to);
        assertThat(states()).containsExactly("0s incomplete", "2ms reachable");
    }

    @Test
    void send_moreThanMayWait_discardsTheOldest() {
        for (int i = 0; i <= NeighborTable.MAX_WAITING; i++) {
            ping("192.0.2.10", "192.0.2.20");
        }
        loop.run();

        assertThat(sent()).hasSize(2 + NeighborTable.MAX_WAITING);
        assertThat(log.entries())
                .filteredOn(entry -> entry.record() instanceof PacketDiscarded discarded
                        && discarded.reason().equals("too many packets wait for neighbour 192.0.2.20"))
                .hasSize(1);
    }

    @Test
    void send_neighborThatIsNotThere_failsAfterThreeQuestions() {
        server.crash();
        ping("192.0.2.10", "192.0.2.20");
        loop.run();

        assertThat(sent()).containsExactly("0s ARP to 192.0.2.20", "1s ARP to 192.0.2.20", "2s ARP to 192.0.2.20");
        assertThat(states()).containsExactly("0s incomplete", "3s failed");
    }

    @Test
    void answer_thatWasNotAskedFor_isIgnored() {
        NeighborMessage answer = new NeighborMessage(IpFamily.IPV4, true, IpAddress.of("192.0.2.20"), 0x020000000202L);
        server.links().get(0).send(new Packet(IpAddress.of("192.0.2.20"), IpAddress.of("192.0.2.10"), 255, answer));
        loop.run();

        assertThat(states()).isEmpty();
        assertThat(answer.describe(IpAddress.of("192.0.2.20"), IpAddress.of("192.0.2.10")))
                .isEqualTo("192.0.2.20 > 192.0.2.10 reply 192.0.2.20 is at 02:00:00:00:02:02");
    }

    @Test
    void interfaceDown_forgetsNeighborsAndWhatWaits() {
        ping("192.0.2.10", "192.0.2.20");
        client.networkInterface("ethernet").setUp(false);
        loop.run();
        client.networkInterface("ethernet").setUp(true);
        ping("192.0.2.10", "192.0.2.20");
        loop.run();

        assertThat(sent())
                .containsExactly(
                        "0s ARP to 192.0.2.20",
                        "1ms ARP to 192.0.2.20",
                        "2ms ARP to 192.0.2.10",
                        "3ms ICMP to 192.0.2.20");
    }
}
