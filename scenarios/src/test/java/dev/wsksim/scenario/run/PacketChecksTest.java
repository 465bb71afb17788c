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
        assertThat(finding.hint()).startsWith("no such packet was sent");
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
