package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.kinds;
import static dev.wsksim.scenario.run.SmallWorld.only;
import static dev.wsksim.scenario.run.SmallWorld.place;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.BugCheck;
import org.junit.jupiter.api.Test;

/** Threads that take steps side by side, time-outs of waits that cancel, and calls that completion routines make. */
class ThreadsTest {

    private static final String WORLD = """
        wsksim: 1
        name: threads
        hosts:
          client: { addresses: [192.0.2.10] }
          server: { addresses: [192.0.2.20] }
        links:
          client -> server: { latency: 5ms }
          server -> client: same
        peers:
          server:
            tcp 445: { connect: accept, data: echo }
            tcp 446: { connect: ignore }
        driver: { host: client, threads: { one: {}, two: {} } }
        """;

    private static final String CONNECT = """
        steps:
          - { call: WskSocketConnect, id: c, with: { RemoteAddress: server:445 }, completes: { status: STATUS_SUCCESS, socket: s } }
          - await: c
        """;

    private static final String CLOSE = "  - { call: WskCloseSocket, on: s, completes: STATUS_SUCCESS }\n";

    @Test
    void threads_workSideBySide_andTheNextStepComesWhenTheLastIsDone() {
        ScenarioResult result = run(WORLD + CONNECT + """
              - threads:
                  one:
                    - wait: 20ms
                    - wait: 20ms
                  two:
                    - { call: WskSend, id: send, at: 15ms, on: s, with: { Buffer: x }, completes: STATUS_SUCCESS }
              - { call: WskCloseSocket, on: s, completes: { status: STATUS_SUCCESS, at: 50ms } }
            """);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void stepOfAThread_thatComesLate_isAFindingAtItsPlace() {
        Finding finding = only(run(WORLD + CONNECT + """
              - threads:
                  one:
                    - wait: 20ms
                    - { checkpoint: late, after: 10ms }
            """ + CLOSE));

        assertThat(finding.title()).isEqualTo("this step is begun late");
        assertThat(place(finding)).isEqualTo("20:11");
    }

    @Test
    void callThatBlocks_holdsUpItsThreadAlone() {
        ScenarioResult result = run(WORLD.replace("driver: {", "driver: { registration: manual,") + """
            steps:
              - { call: WskRegister, returns: STATUS_SUCCESS }
              - { call: WskCaptureProviderNPI, returns: STATUS_SUCCESS }
              - { call: WskSocket, id: c, completes: { status: STATUS_SUCCESS, socket: s } }
              - await: c
              - call: WskReleaseProviderNPI
              - threads:
                  one:
                    - { call: WskDeregister, returned: { at: 30ms } }
                    - { call: WskRegister, returns: STATUS_SUCCESS }
                    - { call: WskDeregister, returned: { after: 0ms } }
                  two:
                    - wait: 30ms
                    - { call: WskCloseSocket, on: s, completes: STATUS_SUCCESS }
            """);

        assertThat(result.findings()).isEmpty();
    }

    /** Steps that are of no thread's list are calls at instants: one that blocks does not hold up the next. */
    @Test
    void callThatBlocks_outsideThreads_isAwaitedByName() {
        String late = WORLD.replace("driver: {", "driver: { registration: manual, provider-ready-after: 3s,") + """
            steps:
              - { call: WskRegister, returns: STATUS_SUCCESS }
              - { call: WskCaptureProviderNPI, id: capture, returns: STATUS_SUCCESS, returned: { at: 3s } }
              %s
              - { call: WskSocket, id: c, completes: { status: STATUS_SUCCESS, socket: s } }
              - await: c
              - { call: WskCloseSocket, on: s, completes: STATUS_SUCCESS }
              - call: WskReleaseProviderNPI
              - call: WskDeregister
            """;

        assertThat(run(late.formatted("- await: capture")).findings()).isEmpty();
        Finding finding = run(late.formatted("")).findings().get(0);
        assertThat(finding.kind()).isEqualTo(FindingKind.ARGUMENT);
        assertThat(finding.hint()).startsWith("WskCaptureProviderNPI waits for the provider still");
    }

    @Test
    void callThatBlocks_returnsAnotherStatus_isAFindingWhenItReturns() {
        ScenarioResult result =
                run(WORLD.replace("driver: {", "driver: { registration: manual, provider-ready-after: 3s,") + """
                    steps:
                      - { call: WskRegister, returns: STATUS_SUCCESS }
                      - { call: WskCaptureProviderNPI, id: c, with: { WaitTimeout: 1000 }, returns: STATUS_SUCCESS }
                      - await: c
                      - call: WskDeregister
                    """);

        Finding finding = only(result);
        assertThat(finding.title()).endsWith("returned something else");
        assertThat(finding.actual()).isEqualTo("STATUS_DEVICE_NOT_READY");
        assertThat(finding.at()).hasToString("1s");
    }

    @Test
    void argumentProblem_ofOneThread_endsThemAll() {
        ScenarioResult result = run(WORLD + CONNECT + """
              - threads:
                  one:
                    - { call: WskCloseSocket, with: { Socket: NULL } }
                  two:
                    - wait: 20ms
                    - { checkpoint: never reached }
            """ + CLOSE + "expect: { reached: [never reached] }\n");

        assertThat(kinds(result)).containsExactly(FindingKind.ARGUMENT);
    }

    @Test
    void await_whoseTimeIsUp_cancelsAndWaitsForTheCompletion() {
        ScenarioResult result = run(WORLD + """
            steps:
              - { call: WskSocketConnect, id: c, with: { RemoteAddress: server:446 }, completes: { status: STATUS_CANCELLED, at: 1s } }
              - { await: c, within: 1s, on-time-out: cancel }
            """);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void await_whoseCallsAreOverInTime_cancelsNothing() {
        ScenarioResult result =
                run(WORLD + CONNECT.replace("await: c", "{ await: c, within: 11ms, on-time-out: cancel }") + CLOSE);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void cancel_atDispatchLevel_completesThere() {
        ScenarioResult result = run(WORLD + CONNECT + """
              - { call: WskReceive, id: r, on: s, with: { Buffer: 1 }, irp: { completion-irql: DISPATCH_LEVEL }, completes: STATUS_CANCELLED }
              - { cancel: r, irql: DISPATCH_LEVEL, returns: TRUE }
              - await: r
            """ + CLOSE);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void cancel_aboveDispatchLevel_stopsWindows() {
        Finding finding = run(WORLD + CONNECT + """
              - { call: WskReceive, id: r, on: s, with: { Buffer: 1 } }
              - { cancel: r, irql: HIGH_LEVEL }
            """ + CLOSE).findings().get(0);

        assertThat(finding.kind()).isEqualTo(FindingKind.BUG_CHECK);
        assertThat(finding.title()).contains(BugCheck.IRQL_NOT_LESS_OR_EQUAL.name());
    }

    @Test
    void completionRoutine_makesItsCalls_whereItRuns() {
        ScenarioResult result = run(WORLD + """
            steps:
              - call: WskSocketConnect
                id: c
                with: { RemoteAddress: server:445 }
                completes: { status: STATUS_SUCCESS, socket: s }
                irp:
                  calls:
                    - { call: WskSend, id: one, on: s, with: { Buffer: x }, completes: { status: STATUS_SUCCESS, information: 1 } }
                    - { call: WskReceive, id: two, on: s, with: { Buffer: 9 }, outputs: { Buffer: x }, completes: STATUS_SUCCESS }
              - await: [one, two]
            """ + CLOSE);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void completionRoutine_mayUseItsIrpAgain() {
        ScenarioResult result = run(WORLD + CONNECT + """
              - call: WskSend
                id: one
                on: s
                with: { Buffer: x }
                completes: STATUS_SUCCESS
                irp:
                  free: later
                  calls:
                    - { call: WskReceive, id: two, on: s, irp: { allocate: reuse of one, free: in-routine }, with: { Buffer: 9 }, outputs: { Buffer: x }, completes: STATUS_SUCCESS }
              - await: two
            """ + CLOSE);

        assertThat(result.findings()).isEmpty();
    }
}
