package dev.wsksim.export.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.WindowsStopped;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.HostStateChanged;
import dev.wsksim.net.host.PacketUnroutable;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.link.LinkStateChanged;
import dev.wsksim.net.link.PacketCorrupted;
import dev.wsksim.net.link.PacketDelivered;
import dev.wsksim.net.link.PacketDropped;
import dev.wsksim.net.link.PacketHeld;
import dev.wsksim.net.link.PacketReleased;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.net.tcp.ConnectionName;
import dev.wsksim.net.tcp.ProbeSent;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What diagrams show of traces between these hosts:
 *
 * <pre>
 *   client 192.0.2.10 ---- router ---- server 192.0.2.20
 * </pre>
 */
final class DiagramTest {

    private static final IpAddress CLIENT = IpAddress.of("192.0.2.10");
    private static final IpAddress SERVER = IpAddress.of("192.0.2.20");
    private static final String THERE = "client > server";
    private static final String BACK = "server > client";
    private static final int MILLISECOND = 1_000_000;

    private final List<TraceEntry> trace = new ArrayList<>();

    private void add(long millis, TraceRecord record) {
        trace.add(new TraceEntry(trace.size() + 1L, millis * MILLISECOND, trace.size(), record));
    }

    private Diagram diagram() {
        return Diagram.of("a <test> & more", trace, List.of("client", "server"), "client");
    }

    private List<String> labels() {
        return diagram().events().stream()
                .map(event -> event instanceof Arrow arrow ? arrow.label() : ((Note) event).text())
                .toList();
    }

    private static Packet toServer(int seq, int ack, int flags, int window, int length) {
        return new Packet(CLIENT, SERVER, 128, segment(49152, 445, seq, ack, flags, window, length));
    }

    private static Packet toClient(int seq, int ack, int flags, int window, int length) {
        return new Packet(SERVER, CLIENT, 128, segment(445, 49152, seq, ack, flags, window, length));
    }

    private static TcpSegment segment(int from, int to, int seq, int ack, int flags, int window, int length) {
        return new TcpSegment(
                from, to, seq, ack, flags, window, TcpOptions.NONE, ByteSlice.of(new byte[length], 0, length));
    }

    @Test
    void labels_ofTcp_countFromTheFirstOfEachDirection() {
        add(0, new PacketSent(1, THERE, toServer(-2, 0, TcpFlags.SYN, 65535, 0)));
        add(0, new PacketSent(2, BACK, toClient(500, -1, TcpFlags.SYN | TcpFlags.ACK, 65535, 0)));
        add(0, new PacketSent(3, THERE, toServer(-1, 501, TcpFlags.ACK, 65535, 10)));
        add(0, new PacketSent(4, BACK, toClient(501, 9, TcpFlags.ACK, 0, 0)));

        assertThat(labels())
                .containsExactly(
                        "SYN seq 0",
                        "SYN+ACK seq 0 ack 1",
                        "ACK seq 1 ack 501 len 10".replace("501", "1"),
                        "ACK seq 1 ack 11 win 0");
    }

    @Test
    void labels_ofWhatWasSentBefore_sayRetransmission() {
        add(0, new PacketSent(1, THERE, toServer(100, 0, TcpFlags.SYN, 65535, 0)));
        add(1, new PacketSent(2, THERE, toServer(100, 0, TcpFlags.SYN, 65535, 0)));
        add(2, new PacketSent(3, THERE, toServer(101, 1, TcpFlags.ACK, 65535, 20)));
        add(3, new PacketSent(4, THERE, toServer(111, 1, TcpFlags.ACK, 65535, 10)));
        add(4, new PacketSent(5, THERE, toServer(111, 1, TcpFlags.ACK, 65535, 20)));
        add(5, new PacketSent(6, THERE, toServer(131, 1, TcpFlags.ACK, 65535, 0)));

        assertThat(labels())
                .extracting(label -> label.endsWith(" retransmission"))
                .containsExactly(false, true, false, true, false, false);
    }

    @Test
    void labels_ofAPacketThatIsForwarded_areNoRetransmissions() {
        add(0, new PacketSent(1, "client > router", toServer(100, 0, TcpFlags.SYN, 65535, 0)));
        add(1, new PacketSent(2, "router > server", toServer(100, 0, TcpFlags.SYN, 65535, 0)));

        assertThat(labels()).containsExactly("SYN seq 0", "SYN seq 0");
        assertThat(diagram().hosts()).containsExactly("client", "server", "router");
    }

    @Test
    void labels_ofANewConnectionBetweenTheSamePorts_beginAgain() {
        add(0, new PacketSent(1, THERE, toServer(100, 0, TcpFlags.SYN, 65535, 0)));
        add(1, new PacketSent(2, THERE, toServer(101, 1, TcpFlags.RST, 65535, 0)));
        add(2, new PacketSent(3, THERE, toServer(90, 0, TcpFlags.SYN, 65535, 0)));

        assertThat(labels()).containsExactly("SYN seq 0", "RST seq 1", "SYN seq 0");
    }

    @Test
    void labels_ofProbes_sayWhatTheyAreFor() {
        ConnectionName name =
                new ConnectionName("client", 1, Endpoint.of("192.0.2.10:49152"), Endpoint.of("192.0.2.20:445"));
        add(0, new PacketSent(1, THERE, toServer(100, 0, TcpFlags.ACK, 65535, 10)));
        add(1, new ProbeSent(name, "keep-alive", 1));
        add(1, new PacketSent(2, THERE, toServer(109, 0, TcpFlags.ACK, 65535, 1)));

        assertThat(labels()).containsExactly("ACK seq 0 ack 0 len 10", "ACK seq 9 ack 0 len 1 keep-alive");
    }

    @Test
    void labels_ofOtherPackets_leaveTheAddressesToTheColumns() {
        Packet udp =
                new Packet(CLIENT, SERVER, 128, new UdpDatagram(5353, 53, true, ByteSlice.copyOf((byte) 1, (byte) 2)));
        add(0, new PacketSent(1, THERE, udp));
        add(1, new PacketSent(2, BACK, UnreachableKind.PORT.errorAbout(udp, SERVER)));

        assertThat(labels()).first().isEqualTo("UDP 5353 > 53 len 2");
        assertThat(labels().get(1)).startsWith("ICMP port unreachable about UDP 192.0.2.10:5353 > ");
    }

    @Test
    void notes_onWhatALinkDoes_standWhereThePacketWasSent() {
        Packet syn = toServer(100, 0, TcpFlags.SYN, 65535, 0);
        add(0, new PacketSent(1, THERE, syn));
        add(0, new PacketHeld(1, THERE, syn, "asked for"));
        add(1, new PacketReleased(1, THERE, syn));
        add(1, new PacketCorrupted(1, THERE, syn, "bit 3 of byte 7"));

        assertThat(labels())
                .containsExactly(
                        "SYN seq 0",
                        "held: SYN seq 0",
                        "released: SYN seq 0",
                        "corrupted: SYN seq 0 (bit 3 of byte 7)");
        assertThat(diagram().events().subList(1, 4)).allMatch(event -> event instanceof Note note && note.host() == 0);
    }

    @Test
    void columns_ofLinksBetweenInterfaces_areThoseOfTheHosts() {
        add(0, new PacketSent(1, "client.wan > server.lan", toServer(100, 0, TcpFlags.SYN, 65535, 0)));

        assertThat(diagram().hosts()).containsExactly("client", "server");
        assertThat(diagram().events())
                .first()
                .matches(event -> event instanceof Arrow arrow && arrow.from() == 0 && arrow.to() == 1);
    }

    @Test
    void text_ofEverything_isAsDrawn() {
        addEverything();

        assertThat(TextDiagram.of(diagram())).isEqualTo("""
                a <test> & more

                time  client                              server
                  0s     |-- #1 SYN seq 0 ------------------>|  #3 5ms, #4 6ms duplicate
                 1ms     |-- #2 SYN seq 0 retransmission --x |  #5 6ms dropped: queue full
                 6ms     |      ~-- #6 SYN+ACK seq 0 ack 1 --|  on its way at the end
                 7ms     |                                   * #7 server crashed
                 8ms     |                                   * #8 link server > client is down
                 9ms     ! #9 bug check 0xA IRQL_NOT_LESS_OR_EQUAL: this went too far [a-page]
                10ms     |                                   |  #10 SYN seq 0 -> itself  #11 10ms
                11ms     * #12 client: SYN 192.0.2.10:49152 > 192.0.2.20:445 seq 100 lost, no neighbour
                         |  has the address 192.0.2.20       |
                """);
    }

    private void addEverything() {
        Packet syn = toServer(100, 0, TcpFlags.SYN, 65535, 0);
        Packet own = new Packet(CLIENT, CLIENT, 128, segment(1, 2, 100, 0, TcpFlags.SYN, 65535, 0));
        add(0, new PacketSent(1, THERE, syn));
        add(1, new PacketSent(2, THERE, syn));
        add(5, new PacketDelivered(1, THERE, syn));
        add(6, new PacketDelivered(1, THERE, syn));
        add(6, new PacketDropped(2, THERE, syn, "queue full"));
        add(6, new PacketSent(3, BACK, toClient(500, 101, TcpFlags.SYN | TcpFlags.ACK, 65535, 0)));
        add(7, new HostStateChanged("server", false));
        add(8, new LinkStateChanged(BACK, false));
        add(9, new WindowsStopped(BugCheck.IRQL_NOT_LESS_OR_EQUAL, "", "this went too far", "a-page"));
        add(10, new PacketSent(4, "client > client", own));
        add(10, new PacketDelivered(4, "client > client", own));
        add(11, new PacketUnroutable("client", syn, "no neighbour has the address 192.0.2.20"));
    }

    @Test
    void mermaid_ofEverything_escapesWhatItTakesForItsOwn() {
        addEverything();

        assertThat(MermaidDiagram.of(diagram())).isEqualTo("""
                ---
                title: "a <test> & more"
                ---
                sequenceDiagram
                    participant h1 as client
                    participant h2 as server
                    h1->>h2: #35;1 0s SYN seq 0, arrives #35;3 5ms, duplicate arrives #35;4 6ms
                    h1-xh2: #35;2 1ms SYN seq 0 retransmission, #35;5 6ms dropped: queue full
                    h2-)h1: #35;6 6ms SYN+ACK seq 0 ack 1, on its way at the end
                    Note over h2: #35;7 7ms server crashed
                    Note over h2: #35;8 8ms link server #62; client is down
                    Note over h1: #35;9 9ms bug check 0xA IRQL_NOT_LESS_OR_EQUAL: this went too far [a-page]
                    h1->>h1: #35;10 10ms SYN seq 0, arrives #35;11 10ms
                    Note over h1: #35;12 11ms client: SYN 192.0.2.10:49152 #62; 192.0.2.20:445 seq 100 lost, no neighbour has the address 192.0.2.20
                """);
    }

    @Test
    void svg_ofEverything_namesEachEventAndIsWholeXml() throws Exception {
        addEverything();

        for (SvgDiagram.Scale scale : SvgDiagram.Scale.values()) {
            String svg = SvgDiagram.of(diagram(), scale);
            SvgText read = SvgText.of(svg);
            assertThat(read.title()).isEqualTo("Sequence diagram: a <test> & more");
            assertThat(read.description()).contains("client, server", "4 packets", "11ms");
            assertThat(String.join("\n", read.texts()))
                    .contains("#1 SYN", "#2 SYN", "#3", "#4", "#5 6ms dropped: queue full", "#6 SYN+ACK", "#7 server")
                    .contains("#8 link", "#9 bug check", "#10 SYN seq 0 to itself, #11 10ms", "#12 client");
            assertGolden("everything-" + scale.name().toLowerCase(Locale.ROOT) + ".svg", svg);
            assertThat(svg).doesNotContain("<script", "href", "url(").contains("prefers-color-scheme: dark");
            read.requireNoOverlap();
        }
    }

    /** To be looked at in a browser; {@code -Dwsksim.golden=update} writes it anew. */
    private static void assertGolden(String name, String actual) throws IOException {
        Path file = Path.of("src/test/resources/dev/wsksim/export/diagram").resolve(name);
        if ("update".equals(System.getProperty("wsksim.golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual).as(name).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }

    @Test
    void svg_toScale_placesInstantsByTheirDistance() {
        Packet syn = toServer(100, 0, TcpFlags.SYN, 65535, 0);
        add(0, new PacketSent(1, THERE, syn));
        add(100, new PacketSent(2, THERE, syn));
        add(150, new PacketSent(3, THERE, syn));
        add(1000, new PacketSent(4, THERE, syn));

        SvgText ordered = SvgText.of(SvgDiagram.of(diagram(), SvgDiagram.Scale.ORDER));
        SvgText scaled = SvgText.of(SvgDiagram.of(diagram(), SvgDiagram.Scale.TIME));

        assertThat(ordered.y("#2") - ordered.y("#1")).isEqualTo(ordered.y("#3") - ordered.y("#2"));
        assertThat(scaled.y("#2") - scaled.y("#1")).isEqualTo(2 * (scaled.y("#3") - scaled.y("#2")));
        assertThat(scaled.y("#4") - scaled.y("#3")).isEqualTo(120);
        assertThat(scaled.description()).contains("where a lifeline is broken");
    }

    @Test
    void drawings_ofNothing_areHeads() {
        assertThat(TextDiagram.of(diagram())).isEqualTo("a <test> & more\n\ntime  client            server\n");
        assertThat(SvgText.of(SvgDiagram.of(diagram(), SvgDiagram.Scale.TIME)).title())
                .isEqualTo("Sequence diagram: a <test> & more");
    }

    @Test
    void texts_withControlCharacters_becomeVisible() {
        add(0, new HostStateChanged("a\nb\u001b", false));

        assertThat(diagram().hosts()).endsWith("a?b?");
        assertThat(labels()).containsExactly("a?b? crashed");
    }
}
