package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Simulation;
import dev.wsksim.engine.DecisionMismatchException;
import dev.wsksim.engine.LimitReachedException;
import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.WindowsStopped;
import dev.wsksim.kernel.ke.WaitAbandonedException;
import dev.wsksim.scenario.model.Placed;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.verifier.Verifier;
import dev.wsksim.verifier.waits.WaitGraph;
import dev.wsksim.verifier.waits.WaitGraphText;
import dev.wsksim.verifier.waits.WaitNode;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.call.WskCallEntered;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One playing of one scenario: builds its world, takes the steps, and has everything checked at the end, whatever ends it. */
final class ScenarioRun {

    private static final String RAISE_LIMIT = "raise it under 'limits' if the scenario really needs more";

    private final Scenario scenario;
    private final Simulation simulation;
    private final SimulationLoop loop;
    private final TraceLog trace;
    private final Verifier verifier;
    private final FindingsLog findings;
    private final Patience patience;
    private final BooleanSupplier cancelled;
    /** Null until the world stands. */
    private @Nullable Checks checks;

    private final WholeTurn turn;
    private WaitGraph waits = WaitGraph.EMPTY;
    /** Null until steps are taken. */
    private @Nullable StepSequence sequence;

    ScenarioRun(
            Scenario scenario,
            Simulation simulation,
            TraceLog trace,
            Verifier verifier,
            FindingsLog findings,
            Patience patience,
            BooleanSupplier cancelled) {
        this.scenario = scenario;
        this.simulation = simulation;
        this.loop = simulation.loop();
        this.trace = trace;
        this.verifier = verifier;
        this.findings = findings;
        this.patience = patience;
        this.cancelled = cancelled;
        this.turn = new WholeTurn(simulation.loop());
    }

    /** Not every limit can be written in a scenario. */
    private static String hintAbout(LimitReachedException limit) {
        return limit.limit().equals("virtual-time") || limit.limit().equals("events")
                ? RAISE_LIMIT
                : "something goes on without end; give links a latency, or let an end stop, so that time can pass";
    }

    /** Plays the scenario; what is wrong ends up among the findings. */
    void play() {
        try {
            playInWorld();
        } catch (SimulatedBugCheck stop) {
            bugCheck(stop);
        } catch (NotSimulatedException notSimulated) {
            finish(
                    FindingKind.NOT_SIMULATED,
                    notSimulated,
                    notSimulated.what(),
                    "wsksim list --functions tells what is simulated");
        } catch (LimitReachedException limit) {
            limitReached(limit);
        } catch (WaitAbandonedException abandoned) {
            waitAbandoned(abandoned);
        } catch (DecisionMismatchException mismatch) {
            finish(
                    FindingKind.DECISION,
                    mismatch,
                    "",
                    "wsksim list --decisions tells the decision points with their options");
        } catch (ArgumentProblemException problem) {
            findings.add(
                    FindingKind.ARGUMENT,
                    problem.position(),
                    String.valueOf(problem.getMessage()),
                    "",
                    "",
                    problem.hint(),
                    simulation.trace().lastNumber());
            checkCertain();
        }
    }

    /**
     * Where a run ends early, compares what is certain whatever would have come: the calls that are over, and the
     * obligations that were broken by then.
     */
    private void checkCertain() {
        Checks known = checks;
        if (known != null) {
            known.driver().ifPresent(DriverPart::checkCallsOver);
            known.end().checkBrokenEarly(verifier.violations());
        }
    }

    /** Returns what everything has come to; to be asked for once the scenario was played. */
    FinalState finalState() {
        Checks known = checks;
        return FinalState.of(
                Optional.ofNullable(known).flatMap(Checks::driver).map(DriverPart::state), simulation.network());
    }

    /**
     * What compares the run with the scenario.
     *
     * @param driver the driver's part, where there is a driver
     * @param ends the ends of connections that play by script
     * @param netstat compares the connections of hosts at instants
     * @param end compares what is known at the end only
     */
    private record Checks(Optional<DriverPart> driver, ScriptedEnds ends, NetstatChecks netstat, EndChecks end) {

        void checkCalls() {
            driver.ifPresent(DriverPart::checkCalls);
        }

        void checkCallbacks(Scenario scenario) {
            driver.ifPresent(part -> part.checkCallbacks(scenario.expect().callbacks()));
        }
    }

    private void playInWorld() throws ArgumentProblemException {
        ScriptedEnds ends = new ScriptedEnds(simulation, findings);
        ScenarioWorld world = new ScenarioWorld(simulation, scenario, ends);
        InlineReturns inline = new InlineReturns(scenario.decisions());
        simulation.decisions().addListener(inline);
        Optional<DriverPart> driver = scenario.driver().isPresent()
                ? Optional.of(new DriverPart(
                        world,
                        scenario.driver().get(),
                        scenario.expect().callbacks(),
                        scenario.faults(),
                        trace,
                        inline,
                        findings))
                : Optional.empty();
        EndChecks end = new EndChecks(driver.map(DriverPart::state), scenario, verifier.policy(), trace, findings);
        NetstatChecks netstat = new NetstatChecks(simulation, scenario.expect().netstat(), trace, findings);
        Checks all = new Checks(driver, ends, netstat, end);
        checks = all;
        driver.ifPresent(DriverPart::begin);
        StepPlayer player = new StepPlayer(world, driver, findings);
        StepSequence steps = new StepSequence(loop, scenario.steps(), player, turn, patience);
        LoopOutcome outcome = playSteps(steps);
        if (outcome == LoopOutcome.REACHED) {
            findAtEnd(FindingKind.LIMIT, placeOfStanding(), "the run was interrupted", "", "", "");
            checkCertain();
        } else if (steps.isGivenUp()) {
            // What the steps not taken would have brought about is missed by nobody.
            all.checkCalls();
            end.checkBrokenEarly(verifier.violations());
        } else {
            if (outcome == LoopOutcome.STALLED && !isStallExpected(steps, driver)) {
                stall(steps);
            }
            player.checkEnd();
            ends.checkEnded();
            checkLeftOvers(all);
            verifier.driverUnloaded();
            checkAll(all);
        }
    }

    /** Stands where the thread began to wait, and not where what happened last comes from. */
    private void waitAbandoned(WaitAbandonedException abandoned) {
        String waiting = whoWaits(loop.now());
        long began = waits.nodes().stream()
                .filter(node -> node.kind() == WaitNode.Kind.THREAD)
                .mapToLong(WaitNode::entry)
                .max()
                .orElse(simulation.trace().lastNumber());
        Checks known = checks;
        findings.addAtEnd(
                FindingKind.STALL,
                known == null ? scenario.position() : known.end().placeOf(began),
                String.valueOf(abandoned.getMessage()),
                "",
                waiting,
                "a call waits inside for what nothing can bring about any more",
                began);
        checkCertain();
    }

    private void limitReached(LimitReachedException limit) {
        String last = limit.at().equals(loop.now()) ? "" : "the last event was at " + loop.now() + "\n";
        findings.addAt(
                limit.at(),
                FindingKind.LIMIT,
                placeOfStanding(),
                String.valueOf(limit.getMessage()),
                "",
                (last + whoWaits(limit.at())).strip(),
                hintAbout(limit),
                simulation.trace().lastNumber());
        checkCertain();
    }

    /** Makes the wait-for graph of an instant from which on nothing has happened, and returns it as text; the first one is kept. */
    private String whoWaits(SimTime now) {
        Checks known = checks;
        if (known == null) {
            return loop.describeWaiting();
        }
        WaitGraph graph = new WaitsNow(
                        trace,
                        known.driver().map(DriverPart::state),
                        entry -> known.end().writtenAt(entry),
                        scenario.position())
                .graph(now, loop.waiting());
        waits = waits.isEmpty() ? graph : waits;
        return String.join("\n", WaitGraphText.lines(graph));
    }

    /** Returns the graph behind something that is left over, unless it was told already. */
    private String whoWaitsAtEnd() {
        return waits.isEmpty() ? whoWaits(loop.now()) : "";
    }

    /** Returns who waited for what where the run could not go on, or for what is left over at its end. */
    WaitGraph waits() {
        return waits;
    }

    /** Returns when the last step was over; the beginning where it is not. */
    SimTime stepsOverAt() {
        return turn.overAt();
    }

    /** Where an end of a connection was left alone by the other one, what stays open follows from that. */
    private void checkLeftOvers(Checks known) {
        if (known.driver().isPresent()) {
            known.end().checkLeftOvers(known.driver().get().end(), this::whoWaitsAtEnd);
        } else if (!known.ends().isBroken()) {
            known.end()
                    .checkLeftOvers(
                            LeftOvers.of(simulation.network(), known.ends(), new ConnectionHistory(trace)),
                            this::whoWaitsAtEnd);
        }
    }

    private LoopOutcome playSteps(StepSequence steps) {
        loop.setCause(0);
        sequence = steps;
        steps.begin();
        return loop.runUntil(cancelled);
    }

    /** Tells whether all steps were taken and nobody waits but calls that are expected never to return. */
    private boolean isStallExpected(StepSequence steps, Optional<DriverPart> driver) {
        long blocked = driver.map(DriverPart::blockedForEver).orElse(0L);
        long waiting =
                loop.waiting().stream().filter(who -> !ScriptedEnds.isEnd(who)).count();
        return steps.notTaken().isEmpty() && waiting == blocked;
    }

    private void stall(StepSequence steps) {
        int left = steps.notTaken().size();
        String after = left == 0 ? "" : "\n" + left + (left == 1 ? " step" : " steps") + " after it not taken";
        findAtEnd(
                FindingKind.STALL,
                steps.held().map(Step::position).or(this::blockedCall).orElse(scenario.position()),
                "nothing can happen any more, and somebody waits",
                "",
                whoWaits(loop.now()) + after,
                StallHint.about(waits, trace));
    }

    /** Returns where the first call is written that has not returned and takes no IRP, such as WskDeregister. */
    private Optional<SourcePosition> blockedCall() {
        Checks known = checks;
        return known == null
                ? Optional.empty()
                : known.driver()
                        .flatMap(part -> part.state().calls().stream()
                                .filter(call -> !call.hasReturned())
                                .map(call -> call.step().position())
                                .findFirst());
    }

    private void checkAll(Checks known) {
        compare(known);
        if (trace.dropped() > 0) {
            findAtEnd(
                    FindingKind.LIMIT,
                    known.end().placeOf(lastKept()),
                    "limit 'trace-entries' of "
                            + scenario.limits().traceEntries().orElse(TraceLog.DEFAULT_LIMIT) + " reached",
                    "",
                    trace.dropped() + " entries more",
                    RAISE_LIMIT);
        }
        scenario.expect()
                .bugCheck()
                .ifPresent(expected -> findings.addAtEnd(
                        FindingKind.BUG_CHECK,
                        expected.position(),
                        "Windows did not stop",
                        expected.value().name(),
                        "no bug check",
                        brokenRules(),
                        lastCall()));
    }

    /** Returns the number of the entry of the last call that the driver made before it cleaned up, or 0. */
    private long lastCall() {
        return trace.entries().stream()
                .takeWhile(entry -> !(entry.record() instanceof StepTaken step && step.isCleanUp()))
                .filter(entry -> entry.record() instanceof WskCallEntered)
                .mapToLong(TraceEntry::number)
                .max()
                .orElse(0);
    }

    /** Where Windows did not stop, what the driver did wrong otherwise comes nearest. */
    private String brokenRules() {
        return verifier.violations().stream()
                .map(violation -> violation.rule().id().toString())
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .map(rules -> "the rules broken: " + rules)
                .orElse("all steps were taken, and no rule was broken");
    }

    private void compare(Checks known) {
        known.checkCalls();
        known.ends().checkConnections();
        new ConnectionChecks(known.ends(), trace, findings)
                .check(scenario.expect().connections());
        known.netstat().check();
        new PacketChecks(trace.entries(), findings).check(scenario.expect());
        known.checkCallbacks(scenario);
        known.driver().ifPresent(DriverPart::checkFaults);
        known.end().checkFinalStates();
        known.end().checkReached();
        known.end().checkViolations(verifier.violations());
    }

    private void bugCheck(SimulatedBugCheck stop) {
        if (simulation.trace().isActive()) {
            simulation.trace().emit(WindowsStopped.of(stop));
        }
        Optional<Placed<BugCheck>> expected = scenario.expect().bugCheck();
        if (expected.isEmpty() || expected.get().value() != stop.code()) {
            findings.add(
                    FindingKind.BUG_CHECK,
                    expected.map(Placed::position).orElseGet(this::placeOfLastStep),
                    "Windows would stop with " + stop.code().name() + " ("
                            + stop.code().toHex() + ")",
                    expected.map(code -> code.value().name()).orElse("no bug check"),
                    stop.what(),
                    "",
                    stop.page(),
                    simulation.trace().lastNumber());
        }
        Checks known = checks;
        if (known != null) {
            known.driver().map(DriverPart::leftOversNow).ifPresent(known.end()::checkExpectedLeftOvers);
            compare(known);
        }
    }

    /** Returns the place of the step that what happened last follows from, or of the scenario. */
    private SourcePosition placeOfLastStep() {
        Checks known = checks;
        return known == null
                ? scenario.position()
                : known.end().placeOf(simulation.trace().lastNumber());
    }

    /** Returns the place of the step at which the run stood: the one that holds the others up, or the last one. */
    private SourcePosition placeOfStanding() {
        return Optional.ofNullable(sequence)
                .flatMap(StepSequence::held)
                .map(Step::position)
                .orElseGet(this::placeOfLastStep);
    }

    /** Returns the number of the last entry that the trace has kept. */
    private long lastKept() {
        ImmutableList<TraceEntry> kept = trace.entries();
        return kept.isEmpty() ? 0 : kept.get(kept.size() - 1).number();
    }

    private void findAtEnd(
            FindingKind kind, SourcePosition position, String title, String expected, String actual, String hint) {
        findings.addAtEnd(kind, position, title, expected, actual, hint, lastKept());
    }

    /** Adds the finding of an exception that ended the run, at the step that led to it, and what is certain besides. */
    private void finish(FindingKind kind, RuntimeException reason, String what, String hint) {
        findAtEnd(kind, placeOfLastStep(), String.valueOf(reason.getMessage()), "", what, hint);
        checkCertain();
    }
}
