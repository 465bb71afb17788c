package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.WORLD;
import static dev.wsksim.scenario.run.SmallWorld.only;
import static dev.wsksim.scenario.run.SmallWorld.place;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps of scripted ends without connections, and expectations about their packets; each has to be able to fail. */
class DatagramStepsTest {

    private static final String ECHO = WORLD + """
            peers:
              server: { udp 7: echo }
            steps:
              - { send-udp: server:7, from: client:50000, data: hello }
            expect:
              packets-exactly:
            """;

    @Test
    void sendUdp_echo_comesBack() {
        ScenarioResult result = run(ECHO + """
                    - { client > server: UDP, at: 0s, with: { data: hello, length: 5, hopLimit: 128 } }
                    - { server > client: UDP, after: 5ms, with: { sourcePort: 7, destinationPort: 50000, data: hello } }
                """);

        assertThat(result.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: hullo",
                "length: 6",
                "hopLimit: 1",
                "source: 192.0.2.20",
                "destinationPort: 8",
                "sourcePort: 7",
                "checksummed: false"
            })
    void packets_withAnotherField_isFound(String field) {
        Finding finding = only(run(
                ECHO + "    - { client > server: UDP, with: { " + field + " } }\n" + "    - server > client: UDP\n"));

        assertThat(finding.expected()).startsWith("client > server: UDP, " + field.replace(":", ""));
        assertThat(finding.hint()).contains("192.0.2.10:50000 > 192.0.2.20:7 length 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RAW", "ICMP echo-request", "IGMP report", "MLD query", "SYN", "ICMP port"})
    void packets_ofAnotherKind_isFound(String kind) {
        Finding finding = only(run(ECHO + "    - client > server: " + kind + "\n" + "    - server > client: UDP\n"));

        assertThat(finding.actual()).isEqualTo("client > server: UDP at 0s");
    }

    @Test
    void sendUdp_refusedButNotExpected_isFound() {
        Finding finding = only(run(WORLD + "steps: [{ send-udp: '203.0.113.1:7', from: client:50000 }]\n"));

        assertThat(place(finding)).isEqualTo("9:9");
        assertThat(finding.actual()).isEqualTo("no route leads to the remote address");
    }

    @Test
    void sendUdp_sentButRefusalExpected_isFound() {
        Finding finding = only(
                run(WORLD + "steps: [{ send-udp: server:7, from: client:50000, length: 1, refused: no-route }]\n"));

        assertThat(finding.title()).isEqualTo("the datagram was sent");
    }

    @ParameterizedTest
    @CsvSource({
        "'ping: server, from: client, outcome: timed-out', reply after 10ms",
        "'ping: server, from: client, timeout: 9ms', timed out after 9ms",
        "'ping: 203.0.113.1, from: client', no route after 0s",
        "'ping: server, from: client, round-trip: 11ms', 10ms",
    })
    void ping_anotherOutcome_isFound(String step, String actual) {
        Finding finding = only(run(WORLD + "steps: [{ " + step + " }]\n"));

        assertThat(finding.kind()).isEqualTo(FindingKind.STEP);
        assertThat(finding.actual()).isEqualTo(actual);
    }

    @Test
    void ping_hostCrashesMeanwhile_isFound() {
        Finding finding =
                only(run(WORLD + "steps: [{ ping: server, from: client }, { host: client, do: crash, at: 1ms }]\n"));

        assertThat(finding.title()).isEqualTo("this ping never ended");
    }

    @Test
    void ping_moreDataThanAPacketHolds_isFoundOnce() {
        Finding finding = only(run(WORLD + "steps: [{ ping: server, from: client, length: 70000 }]\n"));

        assertThat(finding.title()).isEqualTo("a ping over IPv4 has at most 65507 bytes of data, not 70000");
    }

    @Test
    void leave_withoutJoin_isFound() {
        Finding finding = only(run(WORLD + "steps: [{ leave: 239.1.2.3, member: server:5000 }]\n"));

        assertThat(finding.title()).isEqualTo("0.0.0.0:5000 has not joined 239.1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"query: ipv4, from: client", "join: 239.1.2.3, member: client:5000"})
    void group_ofACrashedHost_isFound(String step) {
        Finding finding = only(run(WORLD + "steps: [{ host: client, do: crash }, { " + step + ", at: 1ms }]\n"));

        assertThat(finding.title()).isEqualTo("host 'client' is not running");
    }

    @Test
    void ping_hostWithoutSuchAnAddress_isFound() {
        Finding finding = only(run(WORLD + "family: ipv6\nsteps: [{ ping: server, from: client }]\n"));

        assertThat(finding.title()).isEqualTo("host 'server' has no IPv6 address");
    }

    @Test
    void datagramAnswer_hostCrashesMeanwhile_isNeverSent() {
        ScenarioResult result = run(WORLD + """
                peers:
                  server: { udp 7: { serve: echo, after: 50ms } }
                steps:
                  - { send-udp: server:7, from: client:50000, data: hello }
                  - { host: server, do: crash, at: 20ms }
                  - { host: server, do: restart, at: 30ms }
                expect:
                  packets-exactly: [{ client > server: UDP }]
                """);

        assertThat(result.findings()).isEmpty();
    }
}
