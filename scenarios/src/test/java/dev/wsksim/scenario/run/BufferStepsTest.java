package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.CLOSE;
import static dev.wsksim.scenario.run.SmallWorld.CONNECT;
import static dev.wsksim.scenario.run.SmallWorld.only;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static dev.wsksim.scenario.run.StreamWorld.ECHO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How buffers are written, and what the driver does to their memory. */
class BufferStepsTest {

    /** Returns a scenario that sends one buffer, which comes back into another, and expects bytes in it. */
    private static String echoed(String sent, String room, String expected) {
        return ECHO
                + CONNECT
                + "  - { call: WskSend, on: s, id: send, with: { Buffer: " + sent + " }, completes: STATUS_SUCCESS }\n"
                + "  - await: send\n"
                + "  - { call: WskReceive, on: s, id: receive, with: { Buffer: " + room + " }, outputs: { Buffer: "
                + expected + " }, completes: STATUS_SUCCESS }\n"
                + "  - await: receive\n"
                + CLOSE;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello|64KiB|hello",
                "\"5\"|10|\"5\"",
                "5|10|{ hex: 00 01 02 03 04 }",
                "{ bytes: 300, pattern: random, seed: 7 }|64KiB|{ bytes: 300, pattern: random, seed: 7 }",
                "{ hex: \"00 ff\" }|2|{ bytes: 2 }",
                "{ Mdl: [{ text: ab }, { text: cdef }], Offset: 1, Length: 4 }|10|bcde",
                "{ text: hello, Length: 2 }|10|he",
                "hello|{ Mdl: [{ bytes: 3 }, { bytes: 1 }, { bytes: 10 }], Offset: 2 }|hello",
            })
    void buffer_inEveryForm_carriesItsBytes(String sent, String room, String expected) {
        assertThat(run(echoed(sent, room, expected)).findings()).isEmpty();
    }

    @Test
    void buffer_inPagedPool_carriesItsBytes_andIsUnlockedAfterwards() {
        String locked = echoed("{ text: paged, pool: PagedPool, name: p }", "10", "paged");

        assertThat(run(locked.replace(CLOSE, "  - unlock-mdl: p\n" + CLOSE)).findings())
                .isEmpty();
        assertThat(only(run(locked)).title()).contains("WSK-DATA-009");
    }

    @Test
    void buffer_withOtherBytes_isAFindingWithThePlace() {
        Finding finding = only(run(echoed("hello", "10", "hexlo")));

        assertThat(finding.kind()).isEqualTo(FindingKind.OUTPUT);
        assertThat(finding.title()).contains("number 2");
        assertThat(finding.expected()).contains("hexlo");
        assertThat(finding.actual()).contains("hello");
    }

    @Test
    void buffer_withFewerBytes_isAFinding() {
        assertThat(only(run(echoed("hello", "10", "hello!"))).kind()).isEqualTo(FindingKind.OUTPUT);
    }

    @Test
    void memory_writtenWhilePending_isSeenInTheTrace() {
        ScenarioResult result = run(ECHO
                + CONNECT
                + "  - { call: WskSend, on: s, id: send, with: { Buffer: { name: b, text: hello } },"
                + " completes: STATUS_SUCCESS }\n"
                + "  - { write-memory: b, data: X, offset: 4 }\n"
                + "  - await: send\n"
                + "  - { read-memory: b, data: hellX }\n"
                + CLOSE);

        assertThat(result.trace()).anyMatch(entry -> entry.record().kind().equals("memory-misused"));
    }

    @Test
    void memory_readWithOtherBytes_isAFinding() {
        Finding finding = only(run(ECHO
                + CONNECT
                + "  - { call: WskSend, on: s, id: send, with: { Buffer: { name: b, text: hello } },"
                + " completes: STATUS_SUCCESS }\n"
                + "  - await: send\n"
                + "  - { read-memory: b, data: hallo }\n"
                + CLOSE));

        assertThat(finding.title()).isEqualTo("other bytes are in memory 'b'");
    }

    @Test
    void memory_usedAfterItWasFreed_stopsWindows() {
        Finding finding = only(run(ECHO
                + CONNECT
                + "  - { call: WskSend, on: s, id: send, with: { Buffer: { name: b, text: hello } },"
                + " completes: STATUS_SUCCESS }\n"
                + "  - await: send\n"
                + "  - free-memory: b\n"
                + "  - { call: WskSend, on: s, with: { Buffer: { Mdl: b } } }\n"));

        assertThat(finding.kind()).isEqualTo(FindingKind.BUG_CHECK);
        assertThat(finding.title()).contains("PAGE_FAULT_IN_NONPAGED_AREA");
    }
}
