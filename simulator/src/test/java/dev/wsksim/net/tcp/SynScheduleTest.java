package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.RecordingUser;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.peer.ConnectOutcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When SYNs are sent and when an active open is given up, to the nanosecond. */
class SynScheduleTest {

    static Stream<Arguments> schedules() {
        TcpParameters classic = TcpParameters.WINDOWS_7;
        TcpParameters modern = TcpParameters.WINDOWS_11;
        return Stream.of(
                Arguments.of("windows-7", classic, List.of(0, 3, 9), 21),
                Arguments.of("windows-10", TcpParameters.WINDOWS_10, List.of(0, 1, 3, 7, 15), 21),
                Arguments.of("windows-11", modern, List.of(0, 1, 3, 7, 15), 21),
                Arguments.of("server-2022", TcpParameters.SERVER_2022, List.of(0, 1, 3, 7, 15), 21),
                Arguments.of("two retransmissions", modern.withSynRetransmissions(2), List.of(0, 1, 3), 7),
                Arguments.of("six", modern.withSynRetransmissions(6), List.of(0, 1, 3, 7, 15, 31, 63), 123),
                Arguments.of("none", modern.withSynRetransmissions(0), List.of(0), 1),
                Arguments.of("cap of 5 s", modern.withConnectCap(SimDuration.ofSeconds(5)), List.of(0, 1, 3), 5),
                Arguments.of("cap at a SYN", modern.withConnectCap(SimDuration.ofSeconds(3)), List.of(0, 1), 3),
                Arguments.of("RTO of 2 s", classic.withInitialRto(SimDuration.ofSeconds(2)), List.of(0, 2, 6), 14));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schedules")
    void blackHole_profile_sendsAndGivesUpOnTime(
            String name, TcpParameters tcp, List<Integer> synSeconds, int failSeconds) {
        TwoHosts world = new TwoHosts(tcp);
        world.peer(new ConnectOutcome.Ignore(ConnectOutcome.ALL));
        RecordingUser user = new RecordingUser(world.loop);
        world.connect(user);
        assertThat(world.loop.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(world.sent())
                .containsExactlyElementsOf(synSeconds.stream()
                        .map(s -> s + "s client > server: SYN")
                        .toList());
        assertThat(user.told()).containsExactly(failSeconds + "s TIMED_OUT");
        assertThat(world.client.tcp().connections()).isEmpty();
        assertThat(world.records(SynRetransmitted.class)).hasSize(synSeconds.size() - 1);
    }

    @Test
    void blackHole_connectLater_countsFromTheFirstSyn() {
        TwoHosts world = new TwoHosts();
        world.peer(new ConnectOutcome.Ignore(ConnectOutcome.ALL));
        world.loop.runUntil(100 * TwoHosts.SECOND);
        RecordingUser user = new RecordingUser(world.loop);
        world.connect(user);
        world.loop.run();
        assertThat(world.sent())
                .containsExactly(
                        "100s client > server: SYN",
                        "101s client > server: SYN",
                        "103s client > server: SYN",
                        "107s client > server: SYN",
                        "115s client > server: SYN");
        assertThat(user.told()).containsExactly("121s TIMED_OUT");
    }

    static Stream<Arguments> refusals() {
        TcpParameters modern = TcpParameters.WINDOWS_11;
        return Stream.of(
                Arguments.of(modern, List.of("0s", "502ms", "1.004s", "1.506s", "2.008s"), "2.01s"),
                Arguments.of(TcpParameters.WINDOWS_7, List.of("0s", "502ms", "1.004s"), "1.006s"),
                Arguments.of(modern.withSynRetransmissions(1), List.of("0s", "502ms"), "504ms"),
                Arguments.of(modern.withSynRetransmissions(0), List.of("0s"), "2ms"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refused_everySyn_isSentAgainHalfASecondAfterTheRst(TcpParameters tcp, List<String> syns, String failure) {
        TwoHosts world = new TwoHosts(tcp);
        RecordingUser user = new RecordingUser(world.loop);
        TcpConnection connection = world.connect(user);
        assertThat(world.loop.run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(world.sent().stream().filter(text -> text.endsWith(": SYN")).toList())
                .containsExactlyElementsOf(
                        syns.stream().map(at -> at + " client > server: SYN").toList());
        assertThat(world.sent().stream().filter(text -> text.endsWith("server > client: RST+ACK")))
                .hasSameSizeAs(syns);
        assertThat(user.told()).containsExactly(failure + " REFUSED");
        assertThat(connection.state()).isEqualTo(TcpState.CLOSED);
        assertThat(world.records(SynResentAfterRst.class)).hasSize(syns.size() - 1);
    }

    @Test
    void refused_onLoopback_takesTwoSecondsSharp() {
        TwoHosts world = new TwoHosts();
        RecordingUser user = new RecordingUser(world.loop);
        world.client.tcp().connect(Endpoint.of("127.0.0.1:49152"), Endpoint.of("127.0.0.1:445"), user);
        world.loop.run();
        assertThat(user.told()).containsExactly("2s REFUSED");
        assertThat(world.sent()).startsWith("0s client > client: SYN", "0s client > client: RST+ACK");
    }

    @Test
    void rstAndSilence_mixed_shareTheRetransmissions() {
        TwoHosts world = new TwoHosts();
        world.peer(new ConnectOutcome.Refuse(1), new ConnectOutcome.Ignore(ConnectOutcome.ALL));
        world.there.setUp(true);
        RecordingUser user = new RecordingUser(world.loop);
        world.connect(user);
        world.loop.schedule(100 * TwoHosts.MILLISECOND, () -> world.there.setUp(false));
        world.loop.run();
        // Refused at 2 ms, sent again at 502 ms, and then silence: time-outs of 1, 2 and 4 s, then the cap.
        assertThat(world.sent().stream().filter(text -> text.endsWith(": SYN")).toList())
                .containsExactly(
                        "0s client > server: SYN",
                        "502ms client > server: SYN",
                        "1.502s client > server: SYN",
                        "3.502s client > server: SYN",
                        "7.502s client > server: SYN");
        assertThat(user.told()).containsExactly("15.502s TIMED_OUT");
    }

    @Test
    void rst_withoutAcknowledgment_isNotHeeded() {
        // A RST that does not acknowledge the SYN may come from anybody (RFC 9293 section 3.10.7.3).
        TwoHosts world = new TwoHosts(LinkConfiguration.IDEAL, LinkConfiguration.IDEAL);
        world.peer(new ConnectOutcome.Ignore(ConnectOutcome.ALL));
        RecordingUser user = new RecordingUser(world.loop);
        TcpConnection connection = world.connect(user);
        new SegmentsFrom(world).server(TcpFlags.RST, connection.sndNxt(), 0);
        new SegmentsFrom(world).server(TcpFlags.RST | TcpFlags.ACK, 0, connection.sndNxt() + 1);
        world.loop.run();
        assertThat(user.told()).containsExactly("21s TIMED_OUT");
        assertThat(world.records(SynResentAfterRst.class)).isEmpty();
    }
}
