package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.host.Host;
import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CancelStep;
import dev.wsksim.scenario.model.CheckpointStep;
import dev.wsksim.scenario.model.FreeIrpStep;
import dev.wsksim.scenario.model.GroupStep;
import dev.wsksim.scenario.model.HostAction;
import dev.wsksim.scenario.model.HostStep;
import dev.wsksim.scenario.model.LinkAction;
import dev.wsksim.scenario.model.LinkStep;
import dev.wsksim.scenario.model.PeerStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.ReuseIrpStep;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.StepVisitor;
import dev.wsksim.scenario.model.WaitStep;
import dev.wsksim.trace.Trace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes single steps; each method returns whether the step is done at once, and otherwise runs {@code done} later. */
final class StepPlayer implements StepSequence.Taker {

    private final ScenarioWorld world;
    private final DriverState driver;
    private final CallPlayer callPlayer;
    private final CallChecks checks;
    private final FindingsLog findings;
    private final SimulationLoop loop;
    private final Trace trace;
    private final Runnable giveUp;

    StepPlayer(
            ScenarioWorld world,
            DriverState driver,
            CallPlayer callPlayer,
            CallChecks checks,
            FindingsLog findings,
            Runnable giveUp) {
        this.world = world;
        this.driver = driver;
        this.callPlayer = callPlayer;
        this.checks = checks;
        this.findings = findings;
        this.loop = world.simulation().loop();
        this.trace = world.simulation().trace();
        this.giveUp = giveUp;
    }

    @Override
    public void take(Step step, Runnable done) {
        loop.setCause(0);
        boolean doneAtOnce = step.accept(new Visitor(done));
        if (doneAtOnce) {
            done.run();
        }
    }

    private void emit(Step step, String what) {
        trace.emit(new StepTaken(step.position().line(), what));
    }

    /** One step being taken. */
    private final class Visitor implements StepVisitor<Boolean> {

        private final Runnable done;

        Visitor(Runnable done) {
            this.done = done;
        }

        @Override
        public Boolean call(CallStep step) {
            emit(step, "call " + step.function());
            try {
                PlayedCall call = callPlayer.play(step);
                call.whenOver(() -> checks.nameSocket(call));
                checks.checkReturn(call);
            } catch (ArgumentProblemException problem) {
                findings.add(
                        FindingKind.ARGUMENT,
                        problem.position(),
                        String.valueOf(problem.getMessage()),
                        "",
                        "",
                        problem.hint(),
                        trace.lastNumber());
                giveUp.run();
            }
            return true;
        }

        @Override
        public Boolean await(AwaitStep step) {
            emit(step, "await " + step.calls());
            Awaiting awaiting = new Awaiting(step, done);
            awaiting.begin();
            return false;
        }

        @Override
        public Boolean cancel(CancelStep step) {
            emit(step, "IoCancelIrp of " + step.call());
            Irp irp = irpOf(step.call());
            if (irp == null) {
                noIrp(step.call());
                return true;
            }
            boolean result = driver.host().io().ioCancelIrp(irp);
            if (step.returns().isPresent() && step.returns().get() != result) {
                findings.add(
                        FindingKind.STEP,
                        step.position(),
                        "IoCancelIrp returned something else",
                        text(step.returns().get()),
                        text(result),
                        result
                                ? "a cancel routine was there and was called"
                                : "no cancel routine was there: the request was already settled, or completed",
                        "nf-wdm-iocancelirp",
                        trace.lastNumber());
            }
            return true;
        }

        @Override
        public Boolean wait(WaitStep step) {
            emit(step, "wait " + step.duration());
            loop.schedule(step.duration().nanos(), done::run);
            return false;
        }

        @Override
        public Boolean host(HostStep step) {
            emit(step, "host " + step.host() + " " + step.action().word());
            Host host = world.host(step.host().name());
            if (step.action() == HostAction.CRASH) {
                host.crash();
            } else {
                host.restart();
            }
            return true;
        }

        @Override
        public Boolean link(LinkStep step) {
            emit(
                    step,
                    "link " + step.from() + " -> " + step.to() + " "
                            + step.action().word());
            world.link(step.from().name(), step.to().name())
                    .ifPresentOrElse(
                            link -> link.setUp(step.action() == LinkAction.UP),
                            () -> findings.add(
                                    FindingKind.ARGUMENT,
                                    step.position(),
                                    "there is no link " + step.from() + " -> " + step.to(),
                                    "",
                                    "",
                                    "links are defined under 'links', one for each direction",
                                    trace.lastNumber()));
            return true;
        }

        @Override
        public Boolean peer(PeerStep step) {
            emit(step, "peer " + step.host() + " tcp " + step.port() + " changes");
            world.peer(step.host().name(), step.port(), step.connect());
            return true;
        }

        @Override
        public Boolean checkpoint(CheckpointStep step) {
            emit(step, "checkpoint " + step.name());
            return true;
        }

        @Override
        public Boolean freeIrp(FreeIrpStep step) {
            emit(step, "IoFreeIrp of " + step.call());
            Irp irp = irpOf(step.call());
            if (irp == null) {
                noIrp(step.call());
            } else {
                driver.host().io().ioFreeIrp(irp);
            }
            return true;
        }

        @Override
        public Boolean reuseIrp(ReuseIrpStep step) {
            emit(step, "IoReuseIrp of " + step.call());
            Irp irp = irpOf(step.call());
            if (irp == null) {
                noIrp(step.call());
            } else {
                driver.host().io().ioReuseIrp(irp, NtStatus.STATUS_UNSUCCESSFUL);
            }
            return true;
        }

        @Override
        public Boolean group(GroupStep step) {
            emit(step, "group of " + step.steps().size() + " steps");
            for (Step inner : step.steps()) {
                if (!inner.accept(this)) {
                    throw new AssertionError("the loader keeps steps that wait out of groups");
                }
            }
            return true;
        }

        private @Nullable Irp irpOf(Reference call) {
            return driver.wasMade(call) ? driver.call(call).irp() : null;
        }

        private void noIrp(Reference call) {
            findings.add(
                    FindingKind.ARGUMENT,
                    call.position(),
                    "call '" + call + "' has no IRP",
                    "",
                    "",
                    "it was made with Irp: NULL, or takes none",
                    trace.lastNumber());
        }
    }

    private static String text(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    /** An await step: done when every call is over, or when its time is up. */
    private final class Awaiting {

        private final AwaitStep step;
        private final Runnable done;
        private int open;
        private boolean finished;
        private long timeUpHandle = SimulationLoop.NO_HANDLE;

        Awaiting(AwaitStep step, Runnable done) {
            this.step = step;
            this.done = done;
        }

        void begin() {
            Optional<SimDuration> within = step.within();
            within.ifPresent(limit -> timeUpHandle = loop.schedule(limit.nanos(), this::timeUp));
            open = step.calls().size();
            for (Reference call : step.calls()) {
                if (driver.wasMade(call)) {
                    driver.call(call).whenOver(this::oneIsOver);
                } else {
                    oneIsOver();
                }
            }
        }

        private void oneIsOver() {
            open--;
            if (open == 0 && !finished) {
                finished = true;
                loop.cancel(timeUpHandle);
                loop.schedule(0, done::run);
            }
        }

        private void timeUp() {
            if (finished) {
                return;
            }
            finished = true;
            SourcePosition position = step.position();
            StringBuilder pending = new StringBuilder();
            for (Reference call : step.calls()) {
                if (driver.wasMade(call) && !driver.call(call).isOver()) {
                    pending.append(pending.length() == 0 ? "" : "; ")
                            .append(driver.call(call).standing());
                }
            }
            findings.add(
                    FindingKind.STEP,
                    position,
                    "the time of this await is up",
                    "over within " + step.within().orElse(SimDuration.ZERO),
                    "still pending: " + pending,
                    "",
                    trace.lastNumber());
            done.run();
        }
    }
}
