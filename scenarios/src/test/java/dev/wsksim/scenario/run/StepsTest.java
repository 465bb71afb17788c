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

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.model.LinkChange;
import dev.wsksim.scenario.model.LinkStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.StepTiming;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When steps are begun, what holds them up, and what ends them. */
class StepsTest {

    @Test
    void after_stepBeforeIsNotDoneByThen_isAFindingAboutTheStep() {
        Finding finding = only(run(ACCEPTING + CONNECT + """
                  - call: WskCloseSocket
                    on: s
                    after: 4ms
                    completes: STATUS_SUCCESS
                """));

        assertThat(finding.kind()).isEqualTo(FindingKind.STEP);
        assertThat(finding.title()).isEqualTo("this step is begun late");
        assertThat(finding.expected()).isEqualTo("at 4ms");
        assertThat(finding.actual()).isEqualTo("at 10ms");
        assertThat(place(finding)).isEqualTo("20:5");
    }

    @Test
    void after_countsFromTheInstantOfTheStepBefore() {
        ScenarioResult result = run(ACCEPTING + CONNECT + """
                  - call: WskCloseSocket
                    on: s
                    after: 12ms
                    completes: { status: STATUS_SUCCESS, at: 12ms }
                """);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void at_stepBeforeIsNotDoneByThen_isAFindingAboutTheStep() {
        Finding finding = only(run(ACCEPTING + CONNECT + """
                  - call: WskCloseSocket
                    on: s
                    at: 3ms
                    completes: STATUS_SUCCESS
                """));

        assertThat(finding.expected()).isEqualTo("at 3ms");
        assertThat(finding.at()).isEqualTo(SimTime.ofNanos(10_000_000));
    }

    @Test
    void await_callIsOverInTheLastInstant_isInTime() {
        ScenarioResult result = run(ACCEPTING + CONNECT.replace("- await: c", "- { await: c, within: 10ms }") + CLOSE);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void await_callIsOverLater_saysForWhatItWaited() {
        Finding finding = run(ACCEPTING + CONNECT.replace("- await: c", "- { await: c, within: 9ms }")
                        + "  - wait: 5ms\n" + CLOSE)
                .findings()
                .get(0);

        assertThat(finding.kind()).isEqualTo(FindingKind.STEP);
        assertThat(finding.expected()).isEqualTo("over within 9ms");
        assertThat(finding.actual()).startsWith("still pending: WskSocketConnect with IRP 1");
    }

    @Test
    void await_severalCalls_waitsForTheLastOne() {
        ScenarioResult result = run(ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    id: refused
                    with: { RemoteAddress: server:9 }
                  - call: WskSocketConnect
                    id: accepted
                    with: { RemoteAddress: server:445 }
                    completes: { status: STATUS_SUCCESS, socket: s }
                  - await: [accepted, refused]
                  - call: WskCloseSocket
                    on: s
                    completes: { status: STATUS_SUCCESS, at: 2.05s }
                """);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void wait_holdsTheNextStepUp() {
        ScenarioResult result = run(ACCEPTING + CONNECT.replace("- await: c", "- wait: 30ms") + """
                  - call: WskCloseSocket
                    on: s
                    completes: { status: STATUS_SUCCESS, at: 30ms }
                """);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void group_stepCannotBeTaken_endsTheGroupAndTheSteps() {
        ScenarioResult result = run(ACCEPTING + """
                steps:
                  - steps:
                      - call: WskSocketConnect
                        with: { RemoteAddress: server:445, Client: nobody }
                        completes: STATUS_SUCCESS
                      - call: WskSocketConnect
                        with: { RemoteAddress: server:445 }
                  - wait: 1s
                expect: { reached: [something], packets: [{ client > server: SYN }] }
                """);

        assertThat(kinds(result)).containsExactly(FindingKind.ARGUMENT);
        assertThat(result.endedAt()).isEqualTo(SimTime.START);
    }

    @Test
    void cancel_ofACallThatIsOver_returnsFalseAndSaysWhy() {
        Finding finding = only(run(ACCEPTING + CONNECT.replace("socket: s }", "socket: s }\n    irp: { free: later }")
                + "  - { cancel: c, returns: TRUE }\n  - free-irp: c\n" + CLOSE));

        assertThat(finding.kind()).isEqualTo(FindingKind.STEP);
        assertThat(finding.expected()).isEqualTo("TRUE");
        assertThat(finding.actual()).isEqualTo("FALSE");
        assertThat(finding.hint()).contains("no cancel routine");
    }

    @Test
    void cancel_ofACallWithoutIrp_isAnArgumentFinding() {
        ScenarioResult result = run(ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    id: c
                    with: { RemoteAddress: server:445, Irp: NULL }
                  - cancel: c
                """);

        assertThat(result.findings().get(0).title()).as("the cause").startsWith("WSK-ARG-007: ");
        assertThat(result.findings().get(1).title()).isEqualTo("call 'c' has no IRP");
        assertThat(place(result.findings().get(1))).isEqualTo("17:13");
    }

    @Test
    void link_betweenHostsWithoutOne_isAnArgumentFinding() {
        LinkStep step = new LinkStep(
                Optional.empty(),
                StepTiming.NEXT,
                Reference.to("client"),
                Reference.to("server"),
                new LinkChange.State(false),
                SourcePosition.NONE);
        Scenario scenario =
                Scenario.builder("by hand").steps(ImmutableList.of(step)).build();

        Finding finding = only(new ScenarioRunner(RunOptions.DEFAULT).run(scenario));

        assertThat(finding.kind()).isEqualTo(FindingKind.ARGUMENT);
        assertThat(finding.title()).isEqualTo("there is no link client -> server");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host: server, do: restart                   | host 'server'            | it runs",
                "host: server, do: resume                    | host 'server'            | it runs",
                "link: client -> server, do: up              | link 'client -> server'  | it is up",
                "network-interface: server, do: up           | interface 'server'       | it is up",
                "network-interface: server.ethernet, do: up  | interface 'server.ethernet' | it is up"
            })
    void step_thatChangesNothing_isFound(String step, String what, String actual) {
        Finding finding = only(run(WORLD + "steps: [{ " + step + " }]\n"));

        assertThat(finding.kind()).isEqualTo(FindingKind.STEP);
        assertThat(finding.title()).isEqualTo("this step changes nothing at " + what);
        assertThat(finding.actual()).isEqualTo(actual);
        assertThat(place(finding)).isEqualTo("9:9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host: server, do: crash            | it does not run",
                "host: server, do: pause            | it is paused",
                "link: client -> server, do: down   | it is down",
                "link: client -> server, hold: SYN  | it holds these already",
                "network-interface: server, do: down | it is down"
            })
    void step_takenTwice_isFoundTheSecondTime(String step, String actual) {
        Finding finding = only(run(WORLD + "steps:\n  - { " + step + " }\n  - { " + step + " }\n"));

        assertThat(finding.title()).startsWith("this step changes nothing at ");
        assertThat(finding.actual()).isEqualTo(actual);
        assertThat(place(finding)).isEqualTo("11:5");
    }

    @Test
    void step_thatChangesTheStateOfAHost_isNotFound() {
        ScenarioResult result = run(WORLD + """
                steps:
                  - { host: server, do: pause }
                  - { host: server, do: resume }
                  - { host: server, do: pause }
                  - { host: server, do: crash }
                  - { host: server, do: restart }
                  - { link: client -> server, hold: SYN }
                  - { link: client -> server, hold: SYN+ACK }
                  - { link: client -> server, do: down }
                  - { link: client -> server, do: up }
                  - { network-interface: server, do: down }
                  - { network-interface: server, do: up }
                """);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void pause_ofACrashedHost_isFound() {
        Finding finding =
                only(run(WORLD + "steps:\n  - { host: server, do: crash }\n  - { host: server, do: pause }\n"));

        assertThat(finding.expected()).isEqualTo("a host that runs");
        assertThat(finding.actual()).isEqualTo("it does not run");
    }

    @Test
    void link_downAndUp_letsTheSecondSynThrough() {
        ScenarioResult result = run(ACCEPTING + """
                steps:
                  - { link: client -> server, do: down }
                  - call: WskSocketConnect
                    id: c
                    with: { RemoteAddress: server:445 }
                    completes: { status: STATUS_SUCCESS, after: 1.01s, socket: s }
                  - { link: client -> server, do: up, at: 500ms }
                  - await: c
                """ + CLOSE);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void peer_onAPortWithoutOne_acceptsFromThen() {
        ScenarioResult result = run(WORLD + """
                driver: { host: client }
                steps:
                  - { peer: server, tcp: 445, connect: accept }
                """ + CONNECT.substring("steps:\n".length()) + CLOSE);

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void stall_findingStandsAtTheStepThatWaits() {
        Finding stall = run(ACCEPTING + """
                steps:
                  - call: WskDeregister
                    id: d
                  - await: d
                  - wait: 1ms
                """).findings().get(0);

        assertThat(stall.kind()).isEqualTo(FindingKind.STALL);
        assertThat(place(stall)).isEqualTo("16:5");
        assertThat(stall.actual()).contains("line 16").endsWith("\n1 step after it not taken");
    }

    @ParameterizedTest
    @CsvSource({
        "all, 0, at least 1 kept",
        "reversed, 0, at least 1 kept",
        "'{ first: 2 }', 1, at least 2 kept",
        "'{ order: [1, 7] }', 1, at least 7 kept",
    })
    void release_moreThanIsKept_isAFindingAboutTheStep(String release, int kept, String expected) {
        Finding finding = only(run(WORLD
                + "steps:\n"
                + "  - { link: client -> server, hold: any }\n"
                + "  - { send-udp: server:7, from: client:50000, data: x }\n".repeat(kept)
                + "  - { link: client -> server, release: " + release + " }\n"));

        assertThat(finding.kind()).isEqualTo(FindingKind.STEP);
        assertThat(finding.title()).isEqualTo("the link keeps too few packets for this release");
        assertThat(finding.expected()).isEqualTo(expected);
        assertThat(finding.actual()).isEqualTo(kept + " kept");
        assertThat(place(finding)).isEqualTo((11 + kept) + ":5");
    }

    @Test
    void heal_whatIsHealedAlready_isAFindingAboutTheStep() {
        Finding finding = only(run(WORLD + """
                steps:
                  - { partition: p, between: [client], and: [server] }
                  - { heal: p }
                  - { heal: p }
                """));

        assertThat(finding.kind()).isEqualTo(FindingKind.STEP);
        assertThat(finding.title()).isEqualTo("there is no partition to heal");
        assertThat(finding.expected()).isEqualTo("partition p divides the network");
        assertThat(place(finding)).isEqualTo("12:5");
    }

    @Test
    void await_whoseTimeIsUp_isToldAtThatTime() {
        Finding finding = only(run(WORLD + """
                peers:
                  server:
                    tcp 445: { connect: [ignore] }
                driver: { host: client }
                steps:
                  - { call: WskSocketConnect, id: c, with: { RemoteAddress: server:445 } }
                  - { await: c, within: 1s, after: 5ms }
                  - { cancel: c }
                  - { await: c }
                """));

        assertThat(finding.title()).isEqualTo("the time of this await is up");
        assertThat(finding.at()).hasToString("1.005s");
    }
}
