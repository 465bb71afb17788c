package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.CLOSE;
import static dev.wsksim.scenario.run.SmallWorld.only;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static dev.wsksim.scenario.run.StreamWorld.ECHO;
import static dev.wsksim.scenario.run.StreamWorld.ENABLE;
import static dev.wsksim.scenario.run.StreamWorld.SEND_HELLO;
import static dev.wsksim.scenario.run.StreamWorld.connect;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What event callbacks answer and call, and how their calls are compared. */
class CallbackScriptsTest {

    private static final String ACCEPTED = ECHO
            + connect("WskReceiveEvent: STATUS_SUCCESS\nWskDisconnectEvent: STATUS_SUCCESS")
            + ENABLE
            + SEND_HELLO
            + CLOSE;

    private static String expecting(String callback) {
        return ACCEPTED + "expect: { callbacks: { s: [" + callback + "] } }\n";
    }

    @Test
    void callbacks_asExpected_areNoFinding() {
        assertThat(run(expecting("{ event: WskReceiveEvent, data: hello, irql: DISPATCH_LEVEL, at: 20ms,"
                                + " returns: STATUS_SUCCESS, with: { BytesIndicated: 5, DataIndication: 5 bytes in 1 MDL,"
                                + " Flags: [WSK_FLAG_ENTIRE_MESSAGE, WSK_FLAG_AT_DISPATCH_LEVEL] } }"))
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ event: WskReceiveEvent, data: hullo }|was given other data",
                "{ event: WskReceiveEvent, data: hello! }|was given other data",
                "{ event: WskReceiveEvent, data: { bytes: 4 } }|was given other data",
                "{ event: WskReceiveEvent, with: { BytesIndicated: 6 } }|BytesIndicated is something else",
                "{ event: WskReceiveEvent, with: { Flags: 0 } }|Flags is something else",
                "{ event: WskReceiveEvent, with: { DataIndication: NULL } }|DataIndication is something else",
                "{ event: WskReceiveEvent, irql: PASSIVE_LEVEL }|ran at another IRQL",
                "{ event: WskReceiveEvent, returns: STATUS_PENDING }|returned something else",
                "{ event: WskReceiveEvent, at: 19ms }|came too late",
                "{ event: WskReceiveEvent, after: 21ms }|came too early",
                "WskDisconnectEvent|is another one",
                "WskReceiveEvent, WskDisconnectEvent|was not called",
            })
    void callbacks_otherThanExpected_areOneFindingWithThePlace(String callback, String title) {
        Finding finding = only(run(expecting(callback)));

        assertThat(finding.kind()).isEqualTo(FindingKind.CALLBACKS);
        assertThat(finding.title()).contains(title);
        assertThat(finding.position().line()).isEqualTo(34);
    }

    @Test
    void callbacks_none_isBrokenByOne() {
        Finding finding = only(run(ACCEPTED + "expect: { callbacks: { s: none } }\n"));

        assertThat(finding.title()).isEqualTo("socket 's' had one callback more");
        assertThat(finding.actual()).contains("WskReceiveEvent").contains("BytesIndicated: 5");
    }

    @Test
    void answers_inTurn_areGivenAndTheLastStays() {
        assertThat(run(ECHO
                                + connect("WskReceiveEvent: [{ BytesAccepted: 2 }, STATUS_SUCCESS]")
                                + ENABLE.replace(", WSK_EVENT_DISCONNECT", "")
                                + SEND_HELLO
                                + "  - { call: WskReceive, on: s, id: r, with: { Buffer: 1 },"
                                + " outputs: { Buffer: l }, completes: STATUS_SUCCESS }\n"
                                + "  - await: r\n"
                                + SEND_HELLO.replace("send", "again")
                                + CLOSE
                                + "expect: { callbacks: { s: [{ event: WskReceiveEvent, data: hello },"
                                + " { event: WskReceiveEvent, data: lo }, { event: WskReceiveEvent, data: hello }] } }\n")
                        .findings())
                .isEmpty();
    }

    @Test
    void calls_ofACallback_areMadeAtItsIrqlAndAwaited() {
        ScenarioResult result = run(ECHO
                + connect("WskReceiveEvent:\n  calls:\n    - { call: WskCloseSocket, on: s, id: close,"
                        + " completes: { status: STATUS_SUCCESS, at: 20ms } }")
                + ENABLE.replace(", WSK_EVENT_DISCONNECT", "")
                + SEND_HELLO
                + "  - await: close\n");

        assertThat(result.findings()).isEmpty();
        assertThat(result.trace())
                .anyMatch(entry -> entry.record().describe().contains("WskCloseSocket")
                        && entry.record().describe().contains("DISPATCH_LEVEL"));
    }

    @Test
    void await_forACallThatNoCallbackMakes_isAStall() {
        ScenarioResult result = run(ECHO
                + connect("WskReceiveEvent:\n  calls:\n    - { call: WskCloseSocket, on: s, id: close }")
                + "  - await: close\n"
                + CLOSE);

        assertThat(SmallWorld.kinds(result)).contains(FindingKind.STALL);
    }

    @Test
    void waiting_inACallbackAtDispatchLevel_stopsWindows() {
        Finding finding = only(run(ECHO
                + connect(
                        "WskReceiveEvent:\n  calls:\n    - { call: WskReceive, on: s, id: more, with: { Buffer: 10 } }"
                                + "\n  awaits: more")
                + ENABLE.replace(", WSK_EVENT_DISCONNECT", "")
                + SEND_HELLO));

        assertThat(finding.kind()).isEqualTo(FindingKind.BUG_CHECK);
        assertThat(finding.title()).contains("IRQL_NOT_LESS_OR_EQUAL");
    }

    @Test
    void indication_thatIsKept_isReadAndReleased() {
        assertThat(run(ECHO
                                + connect("WskReceiveEvent: { returns: STATUS_PENDING, DataIndication: d }")
                                + ENABLE.replace(", WSK_EVENT_DISCONNECT", "")
                                + SEND_HELLO
                                + "  - { read-memory: d, data: hello }\n"
                                + "  - { call: WskRelease, on: s, with: { DataIndication: d }, returns: STATUS_SUCCESS }\n"
                                + CLOSE)
                        .findings())
                .isEmpty();
    }

    @Test
    void indication_thatIsKeptToTheEnd_isLeftOver() {
        ScenarioResult result = run(ECHO
                + connect("WskReceiveEvent: { returns: STATUS_PENDING, DataIndication: d }")
                + ENABLE.replace(", WSK_EVENT_DISCONNECT", "")
                + SEND_HELLO
                + "expect: { left-over: [open-socket, retained-indication] }\n");

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void table_withoutWhatOnEventSpeaksOf_isAFinding() {
        String text = ECHO
                + connect("WskReceiveEvent: STATUS_SUCCESS")
                        .replace(
                                "RemoteAddress: server:445",
                                "RemoteAddress: server:445, Dispatch: [WskDisconnectEvent]");
        Finding finding = only(run(text));

        assertThat(finding.kind()).isEqualTo(FindingKind.ARGUMENT);
        assertThat(finding.title()).contains("WskReceiveEvent, which is NULL in this table");
    }

    @Test
    void changeEvents_fromNowOn_countsAnew() {
        assertThat(run(ECHO
                                + connect("WskReceiveEvent: [STATUS_DATA_NOT_ACCEPTED]")
                                + ENABLE.replace(", WSK_EVENT_DISCONNECT", "")
                                + SEND_HELLO
                                + "  - { change-events: s, on-event: { WskReceiveEvent: STATUS_SUCCESS } }\n"
                                + "  - { call: WskReceive, on: s, id: r, with: { Buffer: 0 }, completes: STATUS_SUCCESS }\n"
                                + "  - await: r\n"
                                + "  - wait: 1ms\n"
                                + CLOSE
                                + "expect: { callbacks: { s: [{ event: WskReceiveEvent,"
                                + " returns: STATUS_DATA_NOT_ACCEPTED },"
                                + " { event: WskReceiveEvent, data: hello, returns: STATUS_SUCCESS }] } }\n")
                        .findings())
                .isEmpty();
    }
}
