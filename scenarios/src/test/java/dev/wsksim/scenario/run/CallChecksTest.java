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

import dev.wsksim.engine.SimTime;
import dev.wsksim.trace.TraceEntry;
import org.junit.jupiter.api.Test;

/** What is compared of a call: its return, its completion, what it wrote; and what the findings point at. */
class CallChecksTest {

    @Test
    void completes_tooLate_findingIsOfTheInstantOfTheCompletion() {
        ScenarioResult result =
                run(ACCEPTING + CONNECT.replace("after: 10ms", "after: 9ms") + "  - wait: 1s\n" + CLOSE);
        Finding finding = only(result);

        assertThat(finding.at()).isEqualTo(SimTime.ofNanos(10_000_000));
        assertThat(result.endedAt()).isGreaterThan(finding.at());
        assertThat(last(finding).timeNanos()).isEqualTo(10_000_000);
        assertThat(place(finding)).isEqualTo("18:49");
    }

    @Test
    void returned_neverButItReturns_isAReturnFinding() {
        Finding finding = only(run(ACCEPTING.replace("host: client }", "host: client, threads: { one: {} } }")
                + CONNECT.replace("    returns: STATUS_PENDING", "    thread: one\n    returned: never")
                        .replace("await: c", "wait: 20ms")
                + CLOSE));

        assertThat(finding.kind()).isEqualTo(FindingKind.RETURN);
        assertThat(finding.title()).isEqualTo("WskSocketConnect returned");
        assertThat(finding.actual()).isEqualTo("it returned at 0s");
    }

    @Test
    void returned_inTimeWithPendingIrp_isMetByTheReturnAndNotByTheCompletion() {
        ScenarioResult result =
                run(ACCEPTING + CONNECT.replace("returns: STATUS_PENDING", "returned: { after: 0ms }") + CLOSE);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void returned_tooEarly_isAReturnFinding() {
        Finding finding =
                only(run(ACCEPTING + CONNECT.replace("returns: STATUS_PENDING", "returned: { after: 10ms }") + CLOSE));

        assertThat(finding.kind()).isEqualTo(FindingKind.RETURN);
        assertThat(finding.title()).isEqualTo("WskSocketConnect returned too early");
        assertThat(finding.actual()).isEqualTo("after 0s");
    }

    @Test
    void returned_anotherStatusWithoutAnIrp_tellsTheReason() {
        Finding finding = run(ACCEPTING
                        + CONNECT
                        + "  - { call: WskControlSocket, on: s, with: { ControlCode: SO_WSK_EVENT_CALLBACK,"
                        + " InputBuffer: [WSK_EVENT_RECEIVE], Irp: NULL }, returns: STATUS_SUCCESS }\n"
                        + CLOSE)
                .findings()
                .get(1);

        assertThat(finding.title()).isEqualTo("WskControlSocket returned something else");
        assertThat(finding.hint()).startsWith("the callback for WSK_EVENT_RECEIVE is NULL");
    }

    @Test
    void violation_ofABuffer_tellsTheFunctionBeforeTheReason() {
        Finding finding = only(run(ACCEPTING
                + CONNECT
                + "  - { call: WskSend, id: w, on: s, with: { Buffer: { Mdl: [{ text: abc }], Offset: 3, Length: 0 } } }\n"
                + CLOSE));

        assertThat(finding.title())
                .isEqualTo("WSK-DATA-003: the driver passes a WSK_BUF {Offset 3, Length 0} to WskSend: Offset is 3,"
                        + " but the first MDL has 3 bytes");
    }

    @Test
    void returned_stillBlocked_isAFinding() {
        ScenarioResult result = run(WORLD + """
                driver: { host: client, registration: manual }
                steps:
                  - { call: WskRegister }
                  - { call: WskCaptureProviderNPI }
                  - call: WskDeregister
                    returned: { within: 1s }
                """);

        assertThat(result.findings())
                .anyMatch(finding -> finding.title().equals("WskDeregister has not returned")
                        && finding.expected().equals("returned: within 1s"));
    }

    @Test
    void completes_irpPendingAndNoRoutineRan_namesTheOwner() {
        Finding finding = run(ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    with: { RemoteAddress: server:445 }
                    irp: { invoke-on: [error] }
                    completes: STATUS_SUCCESS
                """).findings().stream()
                .filter(found -> found.kind() == FindingKind.COMPLETION)
                .findFirst()
                .orElseThrow();

        assertThat(finding.title()).isEqualTo("WskSocketConnect: the completion routine never ran");
        assertThat(finding.actual()).startsWith("IRP 1 ");
    }

    @Test
    void completes_neverWithoutRoutineButItDoes_isAFinding() {
        ScenarioResult result = run(ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    with: { RemoteAddress: server:445 }
                    irp: { completion-routine: none, free: never }
                    completes: never
                expect: { violations: [WSK-IRP-001], left-over: [open-socket] }
                """);

        assertThat(only(result).title()).isEqualTo("WskSocketConnect: the IRP completed");
    }

    @Test
    void completes_otherNumberOfTimes_isAFinding() {
        Finding finding = only(run(ACCEPTING + CONNECT.replace("after: 10ms,", "times: 2,") + CLOSE));

        assertThat(finding.expected()).isEqualTo("2 times");
        assertThat(finding.actual()).isEqualTo("1 time");
    }

    @Test
    void completes_informationIsNoSocket_isAFinding() {
        Finding finding = only(run(ACCEPTING
                + CONNECT
                + CLOSE.replace("STATUS_SUCCESS", "{ status: STATUS_SUCCESS, information: socket }")));

        assertThat(finding.title()).isEqualTo("WskCloseSocket: Information is no socket");
        assertThat(finding.actual()).isEqualTo("0");
    }

    @Test
    void completes_informationIsAPointer_isNoNumber() {
        Finding finding = only(run(ACCEPTING + CONNECT.replace("after: 10ms", "information: 1") + CLOSE));

        assertThat(finding.expected()).isEqualTo("1");
        assertThat(finding.actual()).isEqualTo("a pointer to object 1");
    }

    @Test
    void completionIrql_another_isAFinding() {
        Finding finding = only(run(
                ACCEPTING + CONNECT.replace("returns:", "irp: { completion-irql: APC_LEVEL }\n    returns:") + CLOSE));

        assertThat(finding.title()).contains("ran at another IRQL");
        assertThat(finding.expected()).isEqualTo("APC_LEVEL");
    }

    @Test
    void completionIrql_routineNeverRan_isAFindingEvenIfNothingElseIsExpected() {
        ScenarioResult result = run(ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    with: { RemoteAddress: server:445, Irp: NULL }
                    irp: { completion-irql: DISPATCH_LEVEL }
                """);

        assertThat(result.findings())
                .anyMatch(finding -> finding.title().contains("never ran")
                        && finding.actual().equals("no IRP was passed"));
    }

    @Test
    void outputs_another_isAFindingWithTheEvidenceOfTheCall() {
        Finding finding = only(run(ACCEPTING + CONNECT + """
                  - call: WskGetRemoteAddress
                    on: s
                    outputs: { RemoteAddress: server:446 }
                  - wait: 1s
                """ + CLOSE));

        assertThat(finding.kind()).isEqualTo(FindingKind.OUTPUT);
        assertThat(finding.expected()).isEqualTo("192.0.2.20:446");
        assertThat(finding.actual()).isEqualTo("192.0.2.20:445");
        assertThat(finding.at()).isEqualTo(SimTime.ofNanos(10_000_000));
    }

    @Test
    void reason_irpUsedTwice_isThatOfEachCall() {
        ScenarioResult result = run(ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    id: first
                    with: { RemoteAddress: server:9 }
                    completes: STATUS_SUCCESS
                  - await: first
                  - call: WskSocketConnect
                    id: second
                    with: { RemoteAddress: server:445 }
                    irp: { allocate: reuse of first }
                    completes: { status: STATUS_SUCCESS, socket: s }
                  - await: second
                """ + CLOSE);

        assertThat(only(result).hint()).contains("RST");
    }

    @Test
    void bugCheck_earlierCallWasNotAsExpected_isAFindingToo() {
        ScenarioResult result = run(ACCEPTING + CONNECT.replace("after: 10ms", "after: 9ms") + """
                  - call: WskSocketConnect
                    irql: 3
                    with: { RemoteAddress: server:445 }
                expect: { bug-check: IRQL_NOT_LESS_OR_EQUAL }
                """);

        assertThat(kinds(result)).contains(FindingKind.COMPLETION).doesNotContain(FindingKind.BUG_CHECK);
    }

    private static TraceEntry last(Finding finding) {
        return finding.evidence().get(finding.evidence().size() - 1);
    }
}
