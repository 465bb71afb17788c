package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.ACCEPTING;
import static dev.wsksim.scenario.run.SmallWorld.CLOSE;
import static dev.wsksim.scenario.run.SmallWorld.CONNECT;
import static dev.wsksim.scenario.run.SmallWorld.WORLD;
import static dev.wsksim.scenario.run.SmallWorld.only;
import static dev.wsksim.scenario.run.SmallWorld.place;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expectations about packets. The handshake sends SYN at 0 ms, SYN+ACK at 5 ms, ACK at 10 ms; the close sends RST+ACK. */
class PacketChecksTest {

    /** Four SYNs in answer to RSTs: at 0, 510 ms, 1.02 s, 1.53 s and 2.04 s. */
    private static final String REFUSED = WORLD + """
            driver: { host: client }
            steps:
              - call: WskSocketConnect
                with: { RemoteAddress: server:445 }
            expect:
              packets:
            """;

    @Test
    void packets_secondOfSeveralAlikeHasTheNextOneInTime_isFound() {
        ScenarioResult result = run(REFUSED + """
                    - client > server: SYN
                    - client > server: SYN
                      at: 1.53s
                    - client > server: SYN
                      after: 510ms
                """);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void packets_firstThatFitsLeadsAstray_laterOneIsFollowed() {
        ScenarioResult result = run(REFUSED + """
                    - server > client: RST+ACK
                    - client > server: SYN
                      between: [1.1s, 1.6s]
                    - server > client: RST+ACK
                      within: 5ms
                """);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void packets_fewerAreSentThanExpected_pointsAtTheFirstMissing() {
        Finding finding = only(run(REFUSED + """
                    - client > server: SYN
                    - client > server: SYN
                      after: 1.53s
                    - client > server: FIN+ACK
                """));

        assertThat(place(finding)).isEqualTo("18:7");
        assertThat(finding.expected()).isEqualTo("client > server: FIN+ACK");
        assertThat(finding.hint()).isEqualTo("this one comes nearest: client > server: SYN at 2.04s");
    }

    private static final String HANDSHAKE = WORLD + """
            peers: { server: { tcp 445: discard } }
            connections: { c: { from: client:50000, to: server:445, data: [send: hello, close, expect: end] } }
            expect:
            """;

    @Test
    void packets_oneWithAnotherField_showsItsValue() {
        Finding finding = only(run(HANDSHAKE + """
                  packets:
                    - client > server: SYN
                    - { server > client: SYN+ACK, with: { win: 4096, mss: 1460 } }
                """));

        assertThat(finding.expected()).isEqualTo("server > client: SYN+ACK, win 4096, mss 1460");
        assertThat(finding.actual()).isEqualTo("server > client: SYN+ACK, win 65535 at 5ms");
        assertThat(finding.hint())
                .startsWith("this one comes nearest; sent after that: server > client: SYN+ACK at 5ms");
        assertThat(finding.evidence()).isNotEmpty();
    }

    @Test
    void packets_severalWithOtherFields_showsTheNearest() {
        Finding finding = only(run(HANDSHAKE + """
                  packets:
                    - { client > server: ACK, with: { length: 5, sourcePort: 50001, win: 1 } }
                """));
        Finding data = only(run(HANDSHAKE + """
                  packets:
                    - { client > server: PSH+ACK, with: { data: hullo, sourcePort: 50000, TSval: 1 } }
                """));

        assertThat(finding.actual()).startsWith("client > server: ACK, length 0, sourcePort 50000, win ");
        assertThat(data.actual()).isEqualTo("client > server: PSH+ACK, data \"hello\", no TSval at 10ms");
    }

    @Test
    void packetsExactly_oneWithAnotherField_showsItsValue() {
        Finding finding = only(run(HANDSHAKE + """
                  packets-exactly:
                    - { client > server: SYN, with: { mss: 1400, wscale: 8 } }
                """));

        assertThat(finding.actual()).isEqualTo("client > server: SYN, mss 1460 at 0s");
        assertThat(finding.hint()).startsWith("it is SYN 192.0.2.10:50000 > 192.0.2.20:445");
    }

    @Test
    void packets_sentTheOtherWay_saysSo() {
        Finding finding = only(run(HANDSHAKE + "  packets: [client > server: SYN+ACK]\n"));

        assertThat(finding.hint()).isEqualTo("this one comes nearest, on another way: server > client: SYN+ACK at 5ms");
    }

    @Test
    void packets_outOfOrder_saysWhenItWasSent() {
        Finding finding = only(run(HANDSHAKE + "  packets: [client > server: PSH+ACK, server > client: SYN+ACK]\n"));
        Finding twice = only(run(HANDSHAKE + "  packets: [client > server: SYN, client > server: SYN]\n"));

        assertThat(finding.hint())
                .isEqualTo("such a packet was sent at 5ms, before the one that is expected before it");
        assertThat(twice.hint()).isEqualTo("the one at 0s is taken for the packet expected before it");
    }

    @Test
    void packets_atAnotherTime_saysByHowMuch() {
        Finding late = only(run(HANDSHAKE + """
                  packets:
                    - client > server: SYN
                    - { server > client: SYN+ACK, within: 4ms }
                """));
        Finding early = only(run(HANDSHAKE + "  packets: [{ server > client: SYN+ACK, at: 8ms }]\n"));

        assertThat(late.title()).isEqualTo("an expected packet was sent at another time");
        assertThat(late.actual()).isEqualTo("server > client: SYN+ACK at 5ms");
        assertThat(late.hint()).isEqualTo("it was sent at 5ms, 5ms after the packet before: 1ms too late");
        assertThat(early.hint()).isEqualTo("it was sent at 5ms: 3ms too early");
    }

    @Test
    void packetsExactly_oneLeftOut_saysWhereTheOthersAre() {
        Finding finding = only(run(HANDSHAKE + """
                  packets-exactly:
                    - client > server: SYN
                    - client > server: ACK
                    - server > client: SYN+ACK
                """));
        Finding late = only(run(HANDSHAKE + "  packets-exactly: [{ client > server: SYN, after: 1ms }]\n"));

        assertThat(finding.actual()).isEqualTo("server > client: SYN+ACK at 5ms");
        assertThat(finding.hint())
                .isEqualTo("the expected one came as packet 3, at 10ms;"
                        + " the one that came is expected as packet 3, in line 15");
        assertThat(late.hint()).isEqualTo("it was sent at 0s, 0s after the packet before: 1ms too early");
    }

    @Test
    void packetsSent_noneOfThem_countsWhatWasSentInstead() {
        Finding finding = only(run(HANDSHAKE + "  packets-sent: { server > client RST: 1 }\n"));

        assertThat(finding.actual()).isEqualTo("server > client RST: 0");
        assertThat(finding.hint()).startsWith("sent instead: server > client SYN+ACK: 1, server > client ACK: ");
        assertThat(finding.evidence()).isNotEmpty();
    }

    @Test
    void packets_noneSent_saysSo() {
        Finding finding =
                only(run(ACCEPTING + "steps: [{ wait: 1s }]\nexpect: { packets: [{ client > server: SYN }] }\n"));

        assertThat(finding.actual()).isEqualTo("no packet was sent");
    }

    @Test
    void packetsExactly_all_isMet() {
        ScenarioResult result = run(ACCEPTING + CONNECT + CLOSE + """
                expect:
                  packets-exactly:
                    - client > server: SYN
                      at: 0ms
                    - server > client: SYN+ACK
                      after: 5ms
                    - client > server: ACK
                      within: 5ms
                    - client > server: RST+ACK
                """);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void packetsExactly_oneTooFew_isAFinding() {
        Finding finding = only(run(ACCEPTING + CONNECT + CLOSE + """
                expect:
                  packets-exactly:
                    - client > server: SYN
                    - server > client: SYN+ACK
                    - client > server: ACK
                    - client > server: RST+ACK
                    - client > server: SYN
                """));

        assertThat(finding.title()).isEqualTo("an expected packet was not sent");
        assertThat(finding.actual()).isEqualTo("nothing was sent after that");
    }

    @Test
    void packetsExactly_another_isAFinding() {
        Finding finding = only(run(ACCEPTING + CONNECT + CLOSE + """
                expect:
                  packets-exactly:
                    - client > server: SYN
                    - server > client: RST+ACK
                """));

        assertThat(finding.title()).isEqualTo("packet 2 is another one");
        assertThat(finding.actual()).contains("SYN+ACK").endsWith("at 5ms");
    }

    @Test
    void packetsExactly_emptyListAndOneIsSent_isAFinding() {
        Finding finding = only(run(ACCEPTING + CONNECT + CLOSE + "expect: { packets-exactly: [] }\n"));

        assertThat(finding.title()).isEqualTo("packet 1 is another one");
        assertThat(finding.expected()).isEqualTo("no more packets");
    }

    @Test
    void icmp_ofTheExpectedKind_isMet() {
        ScenarioResult result = run(ACCEPTING.replace("[accept]", "{ unreachable: host }") + """
                steps:
                  - call: WskSocketConnect
                    with: { RemoteAddress: server:445 }
                expect:
                  packets: [{ server > client: ICMP host }]
                  packets-sent: { server > client ICMP port: 0 }
                """);

        assertThat(result.findings()).isEmpty();
    }
}
