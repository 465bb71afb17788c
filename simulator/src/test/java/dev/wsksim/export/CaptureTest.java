package dev.wsksim.export;

import static dev.wsksim.export.HandmadeTrace.ACK;
import static dev.wsksim.export.HandmadeTrace.BACK;
import static dev.wsksim.export.HandmadeTrace.SERVER;
import static dev.wsksim.export.HandmadeTrace.SYN;
import static dev.wsksim.export.HandmadeTrace.THERE;
import static dev.wsksim.export.HandmadeTrace.called;
import static dev.wsksim.export.HandmadeTrace.completed;
import static dev.wsksim.export.HandmadeTrace.delivered;
import static dev.wsksim.export.HandmadeTrace.dropped;
import static dev.wsksim.export.HandmadeTrace.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.link.PacketDropped;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.NeighborMessage;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.TraceEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which packets are seen where, which way, and what the comments tell. */
final class CaptureTest {

    private static final CapturePoint AT_CLIENT = CapturePoint.atHost("client");
    private static final CapturePoint AT_SERVER = CapturePoint.atHost("server");

    @Test
    void of_atHost_hasWhatItSentAndWhatReachedIt() {
        HandmadeTrace trace = HandmadeTrace.ofConnect();

        assertThat(seen(trace, AT_CLIENT)).containsExactly("2 OUTBOUND SYN", "5 INBOUND SYN+ACK", "6 OUTBOUND ACK");
        assertThat(seen(trace, AT_SERVER)).containsExactly("3 INBOUND SYN", "4 OUTBOUND SYN+ACK");
        assertThat(seen(trace, CapturePoint.atHost("serv"))).isEmpty();
    }

    @Test
    void of_atHostWithTwoLinksToTheSame_hasThePacketsOfBoth() {
        HandmadeTrace trace = new HandmadeTrace();
        trace.add(0, 0, sent(1, THERE, SYN));
        trace.add(0, 0, sent(2, "client.wan > server.wan", SYN));
        trace.add(1, 0, delivered(2, "client.wan > server.wan", SYN));

        assertThat(seen(trace, AT_CLIENT)).containsExactly("1 OUTBOUND SYN", "2 OUTBOUND SYN");
        assertThat(seen(trace, AT_SERVER)).containsExactly("3 INBOUND SYN");
        assertThat(HostNames.seenIn(trace.entries()).byAddress())
                .containsValue("client")
                .hasSize(1);
    }

    @Test
    void of_onLink_hasEachPacketOnceWhenItIsSent() {
        HandmadeTrace trace = HandmadeTrace.ofConnect();

        assertThat(seen(trace, CapturePoint.onLink("client", "server")))
                .containsExactly("2 OUTBOUND SYN", "4 INBOUND SYN+ACK", "6 OUTBOUND ACK");
        assertThat(seen(trace, CapturePoint.onLink("client", "other"))).isEmpty();
    }

    @Test
    void of_droppedPacket_isSeenAtItsSenderOnly() {
        HandmadeTrace trace = new HandmadeTrace();
        trace.add(0, trace.add(0, 0, sent(1, THERE, SYN)), dropped(1, THERE, SYN));

        assertThat(seen(trace, AT_SERVER)).isEmpty();
        assertThat(Capture.of(trace.entries(), AT_CLIENT).packets())
                .extracting(CapturedPacket::comment)
                .containsExactly(
                        "entry 1\nthen entry 2: " + dropped(1, THERE, SYN).describe());
    }

    @Test
    void of_linkOfAnInterface_isSeenAtItsHost() {
        HandmadeTrace trace = new HandmadeTrace();
        String link = "client.wifi > server.lan";
        trace.add(0, trace.add(0, 0, sent(1, link, SYN)), delivered(1, link, SYN));

        assertThat(seen(trace, AT_CLIENT)).containsExactly("1 OUTBOUND SYN");
        assertThat(seen(trace, AT_SERVER)).containsExactly("2 INBOUND SYN");
    }

    @Test
    void of_packetToItself_isSeenOnce() {
        HandmadeTrace trace = new HandmadeTrace();
        String loopback = "client > client";
        trace.add(0, trace.add(0, 0, sent(1, loopback, SYN)), delivered(1, loopback, SYN));

        assertThat(seen(trace, AT_CLIENT)).containsExactly("1 OUTBOUND SYN");
    }

    @Test
    void of_icmpError_knowsThePacketThatItQuotes() {
        Packet error = UnreachableKind.PORT.errorAbout(SYN, SERVER);
        HandmadeTrace trace = new HandmadeTrace();
        long first = trace.add(0, 0, sent(1, THERE, SYN));
        long again = trace.add(5, first, sent(7, THERE, SYN));
        long arrived = trace.add(9, again, delivered(7, THERE, SYN));
        long between = trace.add(9, arrived, sent(8, BACK, HandmadeTrace.SYN_ACK));
        trace.add(9, between, sent(9, BACK, error));

        assertThat(Capture.of(trace.entries(), AT_SERVER).packets())
                .extracting(CapturedPacket::offendingNumber)
                .containsExactly(0L, 0L, 7L);
    }

    @Test
    void comment_aroundAConnect_tellsTheCallAtTheSynAndTheCompletionAtWhatArrived() {
        assertThat(Capture.of(HandmadeTrace.ofConnect().entries(), AT_CLIENT).packets())
                .extracting(CapturedPacket::comment)
                .containsExactly(
                        "entry 2\nafter entry 1: WskSocketConnect() called at PASSIVE_LEVEL by System",
                        "entry 5\nthen entry 7: " + completed().describe(),
                        "entry 6");
    }

    @Test
    void comment_completionLaterThanThePacket_isToldAtTheNearestPacket() {
        HandmadeTrace trace = new HandmadeTrace();
        long arrived = trace.add(1, 0, delivered(1, BACK, HandmadeTrace.SYN_ACK));
        long answer = trace.add(1, arrived, sent(2, THERE, ACK));
        trace.add(2, answer, completed());

        assertThat(Capture.of(trace.entries(), AT_CLIENT).packets())
                .extracting(CapturedPacket::comment)
                .containsExactly(
                        "entry 1", "entry 2\nthen entry 3: " + completed().describe());
    }

    @Test
    void comment_callMadeByACompletion_followsFromThePacketAndLeadsToTheNext() {
        HandmadeTrace trace = new HandmadeTrace();
        long arrived = trace.add(1, 0, delivered(1, BACK, HandmadeTrace.SYN_ACK));
        long done = trace.add(1, arrived, completed());
        long call = trace.add(1, done, called());
        trace.add(1, call, sent(2, THERE, SYN));

        assertThat(Capture.of(trace.entries(), AT_CLIENT).packets())
                .extracting(CapturedPacket::comment)
                .containsExactly(
                        "entry 1\nthen entry 2: " + completed().describe() + "\nthen entry 3: " + called().describe(),
                        "entry 4\nafter entry 3: " + called().describe());
    }

    @Test
    void comment_manyCompletionsOfOnePacket_tellsTheFirstAndCountsTheRest() {
        HandmadeTrace trace = new HandmadeTrace();
        long arrived = trace.add(1, 0, delivered(1, BACK, ACK));
        for (int i = 0; i < 11; i++) {
            trace.add(1, arrived, completed());
        }

        String comment = Capture.of(trace.entries(), AT_CLIENT).packets().get(0).comment();

        assertThat(comment.lines()).hasSize(1 + 8 + 1);
        assertThat(comment)
                .contains("then entry 9: ")
                .doesNotContain("then entry 10: ")
                .endsWith("\nthen 3 more");
    }

    @Test
    void comment_longText_isCut() {
        HandmadeTrace trace = new HandmadeTrace();
        trace.add(1, trace.add(0, 0, sent(1, THERE, SYN)), new PacketDropped(1, THERE, SYN, "x".repeat(2000)));

        String comment = Capture.of(trace.entries(), AT_CLIENT).packets().get(0).comment();

        assertThat(comment).endsWith("xxx...").hasSize("entry 1\nthen entry 2: ".length() + 1000);
    }

    @Test
    void of_traceWithAGap_isRefused() {
        List<TraceEntry> entries = HandmadeTrace.ofConnect().entries();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Capture.of(List.of(entries.get(0), entries.get(2)), AT_CLIENT))
                .withMessage("trace entry 2 is missing");
    }

    @Test
    void of_traceWithoutItsBeginning_isTakenAsItIs() {
        List<TraceEntry> entries = HandmadeTrace.ofConnect().entries();

        assertThat(Capture.of(entries.subList(2, 7), AT_CLIENT).packets())
                .extracting(CapturedPacket::entry)
                .containsExactly(5L, 6L);
    }

    private static List<String> seen(HandmadeTrace trace, CapturePoint point) {
        return Capture.of(trace.entries(), point).packets().stream()
                .map(packet -> packet.entry() + " " + packet.direction() + " "
                        + packet.packet().label())
                .toList();
    }

    @Test
    void of_damagedArp_isLeftOutLikeAnyArp() {
        NeighborMessage question = new NeighborMessage(IpFamily.IPV4, false, SERVER, 1);
        Packet arp = SYN.withPayload(new DamagedPayload(question, 0, 3));
        HandmadeTrace trace = new HandmadeTrace();
        trace.add(0, 0, sent(1, THERE, SYN.withPayload(question)));
        trace.add(1, 0, delivered(1, THERE, arp));
        trace.add(2, 0, sent(2, THERE, SYN));

        assertThat(seen(trace, CapturePoint.onLink("client", "server"))).containsExactly("3 OUTBOUND SYN");
        assertThat(seen(trace, AT_SERVER)).isEmpty();
    }
}
