package dev.wsksim.scenario.run;

import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.engine.DecisionMismatchException;
import dev.wsksim.engine.LimitReachedException;
import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.engine.Waiting;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.scenario.model.IrpDisposal;
import dev.wsksim.scenario.model.RegistrationMode;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.TimeExpectation;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.verifier.Verifier;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One playing of one scenario: builds its world, registers the driver, takes the steps, cleans up, and checks the end. */
final class ScenarioRun {

    private final Scenario scenario;
    private final Simulation simulation;
    private final SimulationLoop loop;
    private final TraceLog trace;
    private final Verifier verifier;
    private final FindingsLog findings;
    private final BooleanSupplier cancelled;
    private @Nullable EndChecks end;
    private boolean interrupted;

    ScenarioRun(
            Scenario scenario,
            Simulation simulation,
            TraceLog trace,
            Verifier verifier,
            FindingsLog findings,
            BooleanSupplier cancelled) {
        this.scenario = scenario;
        this.simulation = simulation;
        this.loop = simulation.loop();
        this.trace = trace;
        this.verifier = verifier;
        this.findings = findings;
        this.cancelled = cancelled;
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
            finish(
                    FindingKind.LIMIT,
                    limit,
                    limit.limit(),
                    "raise it under 'limits' if the scenario really needs more");
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
        }
    }

    private void playInWorld() throws ArgumentProblemException {
        ScenarioWorld world = new ScenarioWorld(simulation, scenario);
        DriverState driver = new DriverState(world.driverHost(), scenario.driver());
        CallChecks calls = new CallChecks(driver, world, trace, findings);
        CallPlayer player = new CallPlayer(world, driver, scenario.driver().npiVersion());
        EndChecks checks = new EndChecks(driver, scenario, trace, findings);
        end = checks;
        boolean automatic = scenario.driver().registration() == RegistrationMode.AUTOMATIC;
        if (automatic) {
            register(driver);
        }
        playSteps(world, driver, player, calls);
        if (!interrupted) {
            cleanUp(driver, automatic, checks);
            check(driver, calls, checks);
        }
    }

    private void playSteps(ScenarioWorld world, DriverState driver, CallPlayer player, CallChecks calls) {
        StepSequence[] sequence = new StepSequence[1];
        StepPlayer taker = new StepPlayer(world, driver, player, calls, findings, () -> sequence[0].stop());
        StepSequence steps = new StepSequence(loop, scenario.steps(), taker);
        sequence[0] = steps;
        loop.setCause(0);
        steps.begin();
        LoopOutcome outcome = loop.runUntil(cancelled);
        if (outcome == LoopOutcome.REACHED) {
            interrupted = true;
            findings.add(
                    FindingKind.LIMIT,
                    scenario.position(),
                    "the run was interrupted",
                    "",
                    "",
                    "",
                    simulation.trace().lastNumber());
        } else if (outcome == LoopOutcome.STALLED && !isStallExpected(steps, driver)) {
            stall(steps);
        }
    }

    /** Tells whether all steps were taken and nobody waits but calls that are expected never to return. */
    private boolean isStallExpected(StepSequence steps, DriverState driver) {
        long blocked = driver.calls().stream()
                .filter(call -> !call.isOver() && call.step().returned().isPresent())
                .filter(call -> call.step().returned().get().form() == TimeExpectation.Form.NEVER)
                .count();
        return steps.notTaken().isEmpty() && loop.waiting().size() == blocked;
    }

    private void stall(StepSequence steps) {
        String who = loop.waiting().stream().map(Waiting::describe).collect(Collectors.joining("; "));
        String after =
                steps.notTaken().isEmpty() ? "" : "; " + steps.notTaken().size() + " step(s) after it were not taken";
        findings.add(
                FindingKind.STALL,
                scenario.position(),
                "nothing can happen any more, and somebody waits",
                "",
                who + after,
                "what is waited for needs a step of its own, on another thread",
                simulation.trace().lastNumber());
    }

    private void register(DriverState driver) {
        WindowsHost host = driver.host();
        loop.setCause(0);
        simulation.trace().emit(new StepTaken(0, "the driver registers and captures the provider"));
        host.processor().runAt(Irql.PASSIVE_LEVEL, driver.thread(Optional.empty()), () -> {
            var version = scenario.driver().npiVersion();
            int wanted = Wsk.makeWskVersion(version.major(), version.minor());
            host.wsk()
                    .wskRegister(
                            new WskClientNpi(null, WskClientDispatch.version(wanted)),
                            driver.ownRegistration().block());
            host.wsk()
                    .wskCaptureProviderNpi(
                            driver.ownRegistration().block(),
                            Wsk.WSK_INFINITE_WAIT,
                            driver.ownRegistration().npi());
        });
    }

    /** Frees what the scenario leaves to the driver's own tidiness, then looks what is left, then undoes the registration where that can succeed. */
    private void cleanUp(DriverState driver, boolean automatic, EndChecks checks) {
        loop.setCause(0);
        simulation.trace().emit(new StepTaken(0, "the driver cleans up"));
        for (PlayedCall call : driver.calls()) {
            Irp irp = call.irp();
            boolean tidy = call.step().irp().free() == IrpDisposal.AUTOMATIC;
            if (irp != null && tidy && (irp.state() == IrpState.COMPLETED || irp.state() == IrpState.READY)) {
                driver.host().io().ioFreeIrp(irp);
            }
        }
        if (automatic) {
            unregister(driver);
        }
        checks.checkLeftOvers(checks.leftOvers(automatic));
        verifier.driverUnloaded();
    }

    private void unregister(DriverState driver) {
        WindowsHost host = driver.host();
        boolean blocked = !host.sockets().open().isEmpty()
                || host.io().liveIrps().stream().anyMatch(irp -> irp.state() == IrpState.OWNED_BY_PROVIDER);
        host.processor().runAt(Irql.PASSIVE_LEVEL, driver.thread(Optional.empty()), () -> {
            if (driver.ownRegistration().block().client() != null
                    && driver.ownRegistration().block().client().isCaptured()) {
                host.wsk().wskReleaseProviderNpi(driver.ownRegistration().block());
            }
            if (blocked) {
                // The driver is stuck in this call; the left-overs tell for what, and no obligation to make it is
                // broken.
                host.wsk().wskDeregister(driver.ownRegistration().block(), () -> {});
            } else {
                host.wsk().wskDeregister(driver.ownRegistration().block());
            }
        });
    }

    private void check(DriverState driver, CallChecks calls, EndChecks checks) {
        driver.calls().forEach(calls::checkAtEnd);
        new PacketChecks(trace.entries(), findings).check(scenario.expect());
        checks.checkFinalStates();
        checks.checkReached();
        checks.checkViolations(verifier.violations());
        if (trace.dropped() > 0) {
            findings.add(
                    FindingKind.LIMIT,
                    scenario.position(),
                    "limit 'trace-entries' of " + TraceLog.DEFAULT_LIMIT + " reached",
                    "",
                    trace.dropped() + " entries more",
                    "",
                    0);
        }
        scenario.expect()
                .bugCheck()
                .ifPresent(expected -> findings.add(
                        FindingKind.BUG_CHECK,
                        scenario.expect().position(),
                        "Windows did not stop",
                        expected.name(),
                        "no bug check",
                        "",
                        0));
    }

    private void bugCheck(SimulatedBugCheck stop) {
        Optional<BugCheck> expected = scenario.expect().bugCheck();
        if (expected.isEmpty() || expected.get() != stop.code()) {
            findings.add(
                    FindingKind.BUG_CHECK,
                    scenario.expect().position(),
                    "Windows would stop with " + stop.code().name() + " ("
                            + stop.code().toHex() + ")",
                    expected.map(BugCheck::name).orElse("no bug check"),
                    stop.what(),
                    "",
                    stop.page(),
                    simulation.trace().lastNumber());
        }
        EndChecks known = end;
        if (known != null) {
            known.checkViolations(verifier.violations());
            known.checkReached();
            new PacketChecks(trace.entries(), findings).check(scenario.expect());
        }
    }

    private void finish(FindingKind kind, RuntimeException reason, String what, String hint) {
        findings.add(
                kind,
                scenario.position(),
                String.valueOf(reason.getMessage()),
                "",
                what,
                hint,
                simulation.trace().lastNumber());
    }
}
