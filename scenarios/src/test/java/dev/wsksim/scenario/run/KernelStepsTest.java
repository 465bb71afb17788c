package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.WORLD;
import static dev.wsksim.scenario.run.SmallWorld.only;
import static dev.wsksim.scenario.run.SmallWorld.place;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the driver calls of the kernel: the IRQL of its threads, and events of its own. */
class KernelStepsTest {

    private static final String DRIVER = WORLD + """
            peers:
              server:
                tcp 445: { connect: accept }
                tcp 446: { connect: ignore }
            driver: { host: client, threads: { one: {}, two: {} } }
            steps:
              - { KeInitializeEvent: e, Type: SynchronizationEvent }
            """;

    private static ScenarioResult play(String steps) {
        return run(DRIVER + steps);
    }

    private static String problems(String steps) {
        return new ScenarioLoader().loadText("test.yaml", DRIVER + steps).renderProblems();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ KeSetEvent: e, returns: TRUE }                             | KeSetEvent            | TRUE  | FALSE",
                "{ KeResetEvent: e, returns: TRUE }                           | KeResetEvent          | TRUE  | FALSE",
                "{ KeReadStateEvent: e, returns: TRUE }                       | KeReadStateEvent      | TRUE  | FALSE",
                "{ KeWaitForSingleObject: e, Timeout: 1ms, returns: STATUS_SUCCESS } | KeWaitForSingleObject | STATUS_SUCCESS | STATUS_TIMEOUT",
                "{ KeWaitForSingleObject: e, Timeout: 0ms, returns: STATUS_SUCCESS } | KeWaitForSingleObject | STATUS_SUCCESS | STATUS_TIMEOUT"
            })
    void returns_thatIsNotSo_isAFindingWithThePage(String step, String routine, String expected, String actual) {
        Finding finding = only(play("  - " + step + "\n"));

        assertThat(finding.kind()).isEqualTo(FindingKind.RETURN);
        assertThat(finding.title()).isEqualTo(routine + " returned something else");
        assertThat(finding.expected()).isEqualTo(expected);
        assertThat(finding.actual()).isEqualTo(actual);
        assertThat(finding.rule()).isEqualToIgnoringCase("nf-wdm-" + routine);
    }

    @Test
    void wait_thatIsSatisfiedLate_isAFindingAboutWhatItReturns() {
        Finding finding = only(play("""
                  - { KeWaitForSingleObject: e, thread: one, returns: STATUS_TIMEOUT }
                  - wait: 1ms
                  - KeSetEvent: e
                """));

        assertThat(finding.expected()).isEqualTo("STATUS_TIMEOUT");
        assertThat(finding.actual()).isEqualTo("STATUS_SUCCESS");
        assertThat(finding.at()).hasToString("1ms");
    }

    @Test
    void irql_isThatOfEachThread() {
        ScenarioResult result = play("""
                  - { KeRaiseIrql: HIGH_LEVEL, thread: one }
                  - { KeSetEvent: e, thread: two }
                  - { KeLowerIrql: PASSIVE_LEVEL, thread: one }
                """);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void setEvent_inARaisedThread_runsAtItsIrql() {
        Finding finding = only(play("""
                  - { KeRaiseIrql: HIGH_LEVEL, thread: one }
                  - { KeSetEvent: e, thread: one }
                """));

        assertThat(finding.kind()).isEqualTo(FindingKind.BUG_CHECK);
        assertThat(finding.title()).contains(BugCheck.IRQL_NOT_LESS_OR_EQUAL.name());
        assertThat(finding.actual())
                .isEqualTo("KeSetEvent was called at HIGH_LEVEL, but is allowed at IRQL <= DISPATCH_LEVEL");
    }

    @Test
    void await_inARaisedLane_isAWaitAtItsIrql() {
        Finding finding = only(play("""
                  - { call: WskSocketConnect, id: c, with: { RemoteAddress: server:446 } }
                  - threads:
                      one:
                        - KeRaiseIrql: DISPATCH_LEVEL
                        - await: c
                      two: [{ await: c, within: 1ms, on-time-out: cancel }]
                """));

        assertThat(finding.actual())
                .isEqualTo("KeWaitForSingleObject was called at DISPATCH_LEVEL, but is allowed at IRQL <= APC_LEVEL");
        assertThat(place(finding)).isEqualTo("20:11");
    }

    @Test
    void cancel_belowTheIrqlOfTheThread_stopsWindows() {
        Finding finding = only(play("""
                  - { call: WskSocketConnect, id: c, with: { RemoteAddress: server:446 } }
                  - KeRaiseIrql: DISPATCH_LEVEL
                  - { cancel: c, irql: APC_LEVEL }
                """));

        assertThat(finding.actual()).isEqualTo("KeRaiseIrql was called with APC_LEVEL at DISPATCH_LEVEL");
    }

    @Test
    void lowerWithoutRaise_stopsWindows() {
        Finding finding = only(play("  - KeLowerIrql: PASSIVE_LEVEL\n"));

        assertThat(finding.title()).contains(BugCheck.IRQL_UNEXPECTED_VALUE.name());
        assertThat(finding.actual())
                .isEqualTo("KeLowerIrql was called with PASSIVE_LEVEL without a KeRaiseIrql before it");
    }

    @Test
    void completionRoutine_thatDoesNotRestoreTheIrql_stopsWindows() {
        Finding finding = only(play("""
                  - call: WskSocketConnect
                    with: { RemoteAddress: server:445 }
                    irp: { calls: [KeRaiseIrql: HIGH_LEVEL] }
                """));

        assertThat(finding.title()).contains(BugCheck.IRQL_UNEXPECTED_VALUE.name());
        assertThat(finding.actual())
                .startsWith("a completion routine was called at ")
                .endsWith("returned at HIGH_LEVEL");
    }

    @Test
    void completionRoutine_thatRestoresTheIrql_mayRaiseIt() {
        ScenarioResult result = play("""
                  - call: WskSocketConnect
                    id: c
                    with: { RemoteAddress: server:445 }
                    completes: { status: STATUS_SUCCESS, socket: s }
                    irp: { completion-irql: DISPATCH_LEVEL, calls: [KeRaiseIrql: HIGH_LEVEL, KeLowerIrql: DISPATCH_LEVEL, KeSetEvent: e] }
                  - { KeWaitForSingleObject: e, returns: STATUS_SUCCESS }
                  - { call: WskCloseSocket, on: s, at: 10ms, completes: STATUS_SUCCESS }
                """.replace(
                        "KeRaiseIrql: HIGH_LEVEL, KeLowerIrql: DISPATCH_LEVEL, KeSetEvent: e",
                        "{ KeRaiseIrql: HIGH_LEVEL }, { KeLowerIrql: DISPATCH_LEVEL }, { KeSetEvent: e }"));

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void wait_forWhatNobodySignals_isToldAsAStall() {
        Finding finding = only(play("  - { KeWaitForSingleObject: e, thread: one }\n"));

        assertThat(finding.kind()).isEqualTo(FindingKind.STALL);
        assertThat(finding.actual()).contains("thread one", "waits for event 'e'");
    }

    @Test
    void threadThatWaits_canDoNothingElse() {
        ScenarioResult result = play("""
                  - { KeWaitForSingleObject: e, Timeout: 1ms, thread: one }
                  - { KeSetEvent: e, thread: one }
                  - { call: WskSocketConnect, thread: one, with: { RemoteAddress: server:446 } }
                """);

        assertThat(result.findings().get(0).title())
                .startsWith("thread one")
                .endsWith("still waits in KeWaitForSingleObject of line 16");
        assertThat(result.findings().get(1).title()).endsWith("still waits in KeWaitForSingleObject of line 16");
    }

    @Test
    void initializeAgain_whileAThreadWaits_isRefused() {
        ScenarioResult result = play("""
                  - { KeWaitForSingleObject: e, Timeout: 1ms, thread: one }
                  - { KeInitializeEvent: e, Type: NotificationEvent }
                """);

        assertThat(only(result).title()).isEqualTo("a thread waits for event 'e', which is initialized again");
    }

    @Test
    void event_thatACallbackHasNotInitializedYet_isAFinding() {
        ScenarioResult result = play("""
                  - call: WskSocketConnect
                    id: c
                    with: { RemoteAddress: server:445 }
                    completes: { status: STATUS_SUCCESS, socket: s }
                    irp: { calls: [{ KeInitializeEvent: late, Type: NotificationEvent }] }
                  - KeSetEvent: late
                  - await: c
                  - { KeSetEvent: late, returns: FALSE }
                  - { call: WskCloseSocket, on: s, completes: STATUS_SUCCESS }
                """);

        assertThat(only(result).title()).isEqualTo("event 'late' was not initialized yet");
    }

    @Test
    void names_areChecked() {
        assertThat(problems("  - KeSetEvent: f\n")).contains("unknown event 'f'", "did you mean 'e'?");
        assertThat(problems("  - KeSetEvent: f\n  - { KeInitializeEvent: f, Type: NotificationEvent }\n"))
                .contains("event 'f' comes only later");
        assertThat(problems("  - { KeSetEvent: e, thread: three }\n")).contains("unknown thread 'three'");
        assertThat(problems("  - { KeInitializeEvent: f, Type: Notification }\n"))
                .contains("expected a type of event", "NotificationEvent or SynchronizationEvent");
    }

    @Test
    void places_whereARoutineCannotBeCalled_areRefused() {
        assertThat(problems("  - { steps: [{ KeWaitForSingleObject: e }], at: 1ms }\n"))
                .contains("this step takes time and cannot be part of a group");
        assertThat(problems("  - threads: { one: [{ KeSetEvent: e, thread: two }] }\n"))
                .contains("this step belongs to thread 'one'");
        assertThat(problems("""
                  - call: WskSocketConnect
                    with: { RemoteAddress: server:445 }
                    irp: { calls: [{ KeSetEvent: e, irql: 2 }] }
                """)).contains("a call inside a completion routine has no IRQL of its own");
        assertThat(problems("  - { KeClearEvent: e, returns: TRUE }\n")).contains("unknown key 'returns'");
    }
}
