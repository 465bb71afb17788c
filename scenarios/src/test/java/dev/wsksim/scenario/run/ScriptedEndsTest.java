package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.ACCEPTING;
import static dev.wsksim.scenario.run.SmallWorld.CLOSE;
import static dev.wsksim.scenario.run.SmallWorld.CONNECT;
import static dev.wsksim.scenario.run.SmallWorld.WORLD;
import static dev.wsksim.scenario.run.SmallWorld.kinds;
import static dev.wsksim.scenario.run.SmallWorld.only;
import static dev.wsksim.scenario.run.SmallWorld.place;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Plays scenarios in which both ends of a connection are scripted.
 *
 * <pre>
 * client 192.0.2.10 ── 5 ms ── 192.0.2.20 server (7 as each test says)
 * </pre>
 */
class ScriptedEndsTest {

    private static String world(String peer, String client) {
        return WORLD + "peers: { server: { tcp 7: " + peer + " } }\n"
                + "connections:\n  c:\n    from: client\n    to: server:7\n" + client;
    }

    @Test
    void bothEnds_playAlong_passes() {
        ScenarioResult result = run(world(
                "[receive: ping, send: pong, expect: end]",
                "    data: [send: ping, receive: pong, close, expect: end]\n"));

        assertThat(result.findings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void otherData_isFoundAtTheAct() {
        Finding finding =
                only(run(world("echo", "    data:\n      - send: ping\n      - receive: pong\n      - close\n")));

        assertThat(finding.kind()).isEqualTo(FindingKind.CONVERSATION);
        assertThat(place(finding)).isEqualTo("16:9");
        assertThat(finding.title()).isEqualTo("other data arrived, from byte 1 of this act on");
        assertThat(finding.expected()).isEqualTo("from byte 1 on: \"ong\" (6f 6e 67)");
        assertThat(finding.actual()).isEqualTo("from byte 1 on: \"ing\" (69 6e 67)");
        assertThat(finding.hint()).isEqualTo("at client 192.0.2.10:49152 > 192.0.2.20:7");
        assertThat(finding.evidence()).isNotEmpty();
    }

    @Test
    void otherDataOfTheServer_isFoundAtItsAct() {
        Finding finding = only(run(world("[receive: a, receive: b]", "    data: [send: ac, close]\n")));

        assertThat(place(finding)).isEqualTo("9:40");
        assertThat(finding.hint()).startsWith("at server");
    }

    @Test
    void waitInVain_isAStallAtTheActBesideOpenConnections() {
        ScenarioResult result = run(world("discard", "    data: [send: ping, receive: pong]\n"));

        assertThat(kinds(result)).containsExactly(FindingKind.STALL, FindingKind.LEFT_OVER);
        assertThat(place(result.findings().get(0))).isEqualTo("14:24");
        assertThat(result.findings().get(0).actual())
                .isEqualTo("client 192.0.2.10:49152 > 192.0.2.20:7 is to receive \"pong\" (70 6f 6e 67)");
        assertThat(result.findings().get(1).actual()).contains("client 192.0.2.10:49152", "server 192.0.2.20:7");
    }

    @Test
    void openConnection_unlessExpected_isALeftOver() {
        String text = world("discard", "    data: [send: ping]\n");

        Finding finding = only(run(text));
        assertThat(finding.kind()).isEqualTo(FindingKind.LEFT_OVER);
        assertThat(finding.actual()).contains("192.0.2.10:49152 > 192.0.2.20:7 ESTABLISHED");
        assertThat(run(text + "expect: { left-over: [open-connection] }\n").findings())
                .isEmpty();
    }

    @Test
    void unreadData_ofAClosedConnection_isALeftOver() {
        String text = world("echo", "    data: [send: ping, wait: 1s, close]\n");

        Finding finding = only(run(text.replace("echo", "[receive: ping, send: x, close]")));
        assertThat(finding.kind()).isEqualTo(FindingKind.LEFT_OVER);
        assertThat(finding.title()).endsWith("unread-data");
        assertThat(finding.actual()).isEqualTo("client 192.0.2.10:49152 > 192.0.2.20:7 has 1 byte");
        assertThat(run(text.replace("echo", "[receive: ping, send: x, close]")
                                + "expect: { left-over: [unread-data] }\n")
                        .findings())
                .isEmpty();
    }

    @Test
    void unreadData_ofAConnectionThatIsReset_isNone() {
        assertThat(run(world("[send: x, expect: reset]", "    data: [wait: 1s, reset]\n"))
                        .findings())
                .isEmpty();
    }

    @Test
    void connection_thatIsRefused_isFoundUnlessExpected() {
        String refused = WORLD + "connections: { c: { from: client, to: server:7 } }\n";

        Finding finding = only(run(refused));
        assertThat(finding.kind()).isEqualTo(FindingKind.CONNECTION);
        assertThat(finding.expected()).isEqualTo("established");
        assertThat(finding.actual()).isEqualTo("refused: the remote end answered with RST");
        assertThat(finding.hint()).isEqualTo("expect it: fails: refused");
        assertThat(run(refused.replace("server:7", "server:7, fails: refused")).findings())
                .isEmpty();
        Finding other = only(run(refused.replace("server:7", "server:7, fails: timed-out")));
        assertThat(other.expected()).startsWith("timed-out");
        assertThat(other.actual()).startsWith("refused");
    }

    @Test
    void connection_thatMustFailAndDoesNot_isFound() {
        ScenarioResult result = run(world("discard", "    fails: refused\n"));

        assertThat(result.findings().get(1).kind()).isEqualTo(FindingKind.LEFT_OVER);
        assertThat(result.findings().get(0).actual()).isEqualTo("it was established");
    }

    @Test
    void connection_toAnAddressOfNobody_timesOut() {
        ScenarioResult result =
                run(WORLD + "connections: { c: { from: client, to: '192.0.2.99:7', fails: timed-out } }\n");

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void outcomes_withData_holdForTheirAttempt() {
        ScenarioResult result = run(WORLD + """
            peers:
              server:
                tcp 7:
                  connect: [accept: { data: [send: one, close] }, accept: { after: 20ms, data: [send: two, close] }, accept]
                  data: [send: three, close]
            connections:
              first: { from: client, to: server:7, data: [receive: one, expect: end, close] }
              second: { from: client, to: server:7, at: 1s, data: [receive: two, expect: end, close] }
              third: { from: client, to: server:7, at: 2s, data: [receive: three, expect: end, close] }
              fourth: { from: client, to: server:7, at: 3s, data: [receive: three, expect: end, close] }
            """);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void peerStep_withData_holdsFromThenOn() {
        ScenarioResult result = run(WORLD + """
            peers: { server: { tcp 7: [send: one, close] } }
            connections:
              first: { from: client, to: server:7, data: [receive: one, expect: end, close] }
              second: { from: client, to: server:7, at: 2s, data: [receive: two, expect: end, close] }
            steps:
              - { peer: server, tcp: 7, connect: accept, data: [send: two, close], at: 1s }
            """);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void driversConnection_towardsAScript_isComparedToo() {
        String text = ACCEPTING.replace("connect: [accept]", "data: [receive: hello]") + CONNECT + CLOSE;

        Finding finding = only(run(text));
        assertThat(finding.kind()).isEqualTo(FindingKind.CONVERSATION);
        assertThat(finding.actual()).isEqualTo("a reset");
    }

    private static final String TALK =
            world("[receive: ping, send: pong]", "    data: [send: ping, receive: pong, close]\n");

    @Test
    void expectedConnections_asTheyWere_pass() {
        ScenarioResult result = run(TALK + """
            expect:
              connections:
                c:
                  state: CLOSED
                  states: { 0ms: SYN-SENT, 9.9ms: SYN-SENT, 10ms: ESTABLISHED, 20ms: FIN-WAIT-1, 30ms: TIME-WAIT }
                  sent: 4
                  received: 4
                  resent: 0
                  retransmissions: 0
                server:7: { state: CLOSED, sent: 4, received: 4 }
            """);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void expectedConnections_otherwise_areFoundAtTheirPlaces() {
        ScenarioResult result = run(TALK + """
            expect:
              connections:
                c: { state: TIME-WAIT, sent: 5, received: 3, resent: 1, retransmissions: 2 }
                server:7: { states: { 2ms: CLOSED, 10ms: ESTABLISHED } }
                server:7/2: { state: CLOSED }
            """);

        assertThat(result.findings()).extracting(Finding::kind).containsOnly(FindingKind.CONNECTION);
        assertThat(result.findings())
                .extracting(finding -> place(finding) + " " + finding.expected() + " / " + finding.actual())
                .containsExactly(
                        "18:27 CLOSED / it was not made yet",
                        "18:40 ESTABLISHED / SYN-RECEIVED",
                        "17:17 TIME-WAIT / CLOSED",
                        "17:34 5 / 4",
                        "17:47 3 / 4",
                        "17:58 1 / 0",
                        "17:78 2 / 0",
                        "19:5 a connection / none");
    }

    @Test
    void retransmissions_ofALostSegment_areCounted() {
        String lossy = TALK.replace(
                "client -> server: { latency: 5ms }",
                "client -> server: { latency: 5ms, drop-matching: { PSH+ACK: [1] } }");

        assertThat(run(lossy + "expect: { connections: { c: { retransmissions: 1, resent: 4, sent: 4 } } }\n")
                        .findings())
                .isEmpty();
    }
}
