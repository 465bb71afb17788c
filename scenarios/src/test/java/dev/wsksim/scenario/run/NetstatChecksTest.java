package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.WORLD;
import static dev.wsksim.scenario.run.SmallWorld.only;
import static dev.wsksim.scenario.run.SmallWorld.place;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.SimTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expected connections of hosts at instants; each part has to be able to fail.
 *
 * <p>The client sends 100 bytes at 10 ms; they come at 15 ms to a server that reads them at 35 ms.
 */
class NetstatChecksTest {

    private static final String TRANSFER = WORLD + """
            peers:
              server: { tcp 445: [wait: 20ms, receive: { bytes: 100 }, expect: end, close] }
            connections:
              c: { from: client:50000, to: server:445, data: [send: { bytes: 100 }, wait: 90ms, close, expect: end] }
            expect:
              netstat:
            """;

    private static String at(String instant, String host, String connections) {
        return TRANSFER + "    - { at: " + instant + ", host: " + host + ", connections: [" + connections + "] }\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ state: ESTABLISHED }",
                "{ local: server, state: ESTABLISHED }",
                "{ local: server:445, remote: client:50000, state: ESTABLISHED, receive-queue: 100, send-queue: 0 }",
                "{ local: 192.0.2.20, remote: '192.0.2.10:50000', state: ESTABLISHED }"
            })
    void connection_asItWas_isNotFound(String row) {
        assertThat(run(at("20ms", "server", row)).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ state: SYN-SENT } | { local: server:445, remote: client:50000, state: ESTABLISHED }"
                        + " | another state: it never was SYN-SENT",
                "{ local: server:446, state: ESTABLISHED }"
                        + " | { local: server:445, remote: client:50000, state: ESTABLISHED } | another local",
                "{ local: client, state: ESTABLISHED }"
                        + " | { local: server:445, remote: client:50000, state: ESTABLISHED } | another local",
                "{ remote: client:50001, state: ESTABLISHED }"
                        + " | { local: server:445, remote: client:50000, state: ESTABLISHED } | another remote",
                "{ remote: 192.0.2.11, state: ESTABLISHED }"
                        + " | { local: server:445, remote: 192.0.2.10:50000, state: ESTABLISHED } | another remote"
            })
    void connection_thatWasAnother_isFound(String row, String actual, String hint) {
        Finding finding = only(run(at("20ms", "server", row)));

        assertThat(finding.kind()).isEqualTo(FindingKind.CONNECTION);
        assertThat(finding.title()).isEqualTo("connection 1 of host 'server' is another one at 20ms");
        assertThat(finding.expected()).isEqualTo(row);
        assertThat(finding.actual()).isEqualTo(actual);
        assertThat(place(finding)).isEqualTo("15:47");
        assertThat(finding.at()).isEqualTo(SimTime.ofNanos(20_000_000));
        assertThat(finding.hint()).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server | receive-queue: 99 | receive-queue: 100",
                "server | send-queue: 1     | send-queue: 0",
                "client | send-queue: 0     | send-queue: 100"
            })
    void queue_ofAnotherLength_isFound(String host, String queue, String actual) {
        String instant = host.equals("server") ? "20ms" : "14ms";
        Finding finding = only(run(at(instant, host, "{ state: ESTABLISHED, " + queue + " }")));

        assertThat(finding.actual()).endsWith(" state: ESTABLISHED, " + actual + " }");
    }

    @Test
    void connections_ofAnotherNumber_areFound() {
        Finding none = only(run(at("20ms", "server", "")));
        Finding two = only(run(at("20ms", "server", "{ state: ESTABLISHED }, { state: ESTABLISHED }")));
        Finding gone = only(run(TRANSFER + "    - { host: client, connections: [{ state: TIME-WAIT }] }\n"));

        assertThat(none.title()).isEqualTo("host 'server' has another number of connections at 20ms");
        assertThat(none.actual()).isEqualTo("- { local: server:445, remote: client:50000, state: ESTABLISHED }");
        assertThat(none.expected()).isEqualTo("[]");
        assertThat(place(none)).as("the list").isEqualTo("15:46");
        assertThat(two.expected()).isEqualTo("- { state: ESTABLISHED }\n- { state: ESTABLISHED }");
        assertThat(gone.actual()).isEqualTo("[]");
    }

    @Test
    void instant_isLookedAtAfterAllThatHappensInIt() {
        assertThat(run(at("5ms", "server", "{ state: SYN-RECEIVED }")).findings())
                .isEmpty();
        assertThat(run(at("4999us", "server", "")).findings()).isEmpty();
    }

    @Test
    void instant_behindTheRun_isItsEnd() {
        assertThat(run(at("9min", "client", "")).findings()).isEmpty();
    }
}
