package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.IoManager;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.Processor;
import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CancelStep;
import dev.wsksim.scenario.model.CheckpointStep;
import dev.wsksim.scenario.model.DatagramStep;
import dev.wsksim.scenario.model.FreeIrpStep;
import dev.wsksim.scenario.model.GroupStep;
import dev.wsksim.scenario.model.HostStep;
import dev.wsksim.scenario.model.InterfaceStep;
import dev.wsksim.scenario.model.KernelStep;
import dev.wsksim.scenario.model.LinkStep;
import dev.wsksim.scenario.model.MemoryStep;
import dev.wsksim.scenario.model.OnEventStep;
import dev.wsksim.scenario.model.PartitionStep;
import dev.wsksim.scenario.model.PeerStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.ReuseIrpStep;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.StepVisitor;
import dev.wsksim.scenario.model.ThreadsStep;
import dev.wsksim.scenario.model.WaitStep;
import dev.wsksim.trace.Trace;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Takes single steps; each method of its visitor returns whether the step is done at once, and otherwise ends its turn later. */
final class StepPlayer implements StepSequence.Taker {

    private final ScenarioWorld world;
    private final Optional<DriverPart> driver;
    private final NetworkPlayer network;
    private final DatagramPlayer datagrams;
    private final FindingsLog findings;
    private final SimulationLoop loop;
    private final Trace trace;

    StepPlayer(ScenarioWorld world, Optional<DriverPart> driver, FindingsLog findings) {
        this.world = world;
        this.driver = driver;
        this.network = new NetworkPlayer(world, findings);
        this.datagrams = new DatagramPlayer(world, findings);
        this.findings = findings;
        this.loop = world.simulation().loop();
        this.trace = world.simulation().trace();
    }

    @Override
    public void take(Step step, StepTurn turn) {
        loop.setCause(0);
        if (step instanceof CallStep call && call.thread().isPresent()) {
            OwnThreadTurn own = new OwnThreadTurn(loop, turn);
            own.begin();
            call.accept(new Visitor(turn, Optional.empty()));
            own.returned();
        } else if (step.accept(new Visitor(turn, Optional.empty()))) {
            turn.done();
        }
    }

    @Override
    public void late(Step step, SimTime planned) {
        findings.add(
                FindingKind.STEP,
                step.position(),
                "this step is begun late",
                "at " + planned,
                "at " + loop.now(),
                "the step before it was not done sooner",
                trace.lastNumber());
    }

    /** Adds findings for what was begun by steps and has not ended. */
    void checkEnd() {
        datagrams.checkEnd();
    }

    private DriverPart driver() {
        return driver.orElseThrow(
                () -> new AssertionError("the runner refuses steps that need a driver where there is none"));
    }

    private IoManager io() {
        return driver().state().host().io();
    }

    private void emit(Step step, String what) {
        emit(step.position(), what);
    }

    private void emit(SourcePosition position, String what) {
        trace.emit(world.taken(position, what));
    }

    /** One step being taken. */
    private final class Visitor implements StepVisitor<Boolean> {

        private final StepTurn turn;
        private final Optional<Reference> lane;

        Visitor(StepTurn turn, Optional<Reference> lane) {
            this.turn = turn;
            this.lane = lane;
        }

        @Override
        public Boolean call(CallStep step) {
            Optional<PlayedCall> made = driver().make(step);
            if (made.isEmpty()) {
                turn.giveUp();
            } else if (lane.isPresent() && !made.get().hasReturned()) {
                made.get().whenOver(() -> loop.schedule(0, turn::done));
                return false;
            }
            return true;
        }

        @Override
        public Boolean kernel(KernelStep step) {
            emit(step, KernelPlayer.text(step));
            boolean holds = lane.isPresent() || step.thread().isEmpty();
            return driver().make(step, holds ? () -> loop.schedule(0, turn::done) : () -> {}) || !holds;
        }

        /** Does what the driver does with its own hands at the IRQL of the thread that does it, whichever that is. */
        private void atIrqlOfThread(Runnable body) {
            DriverState state = driver().state();
            state.host().processor().runAt(state.threads().irql(state.thread(lane)), null, body);
        }

        @Override
        public Boolean await(AwaitStep step) {
            emit(step, "await " + step.calls());
            atIrqlOfThread(() -> driver().state()
                    .host()
                    .processor()
                    .requireAtMost(Irql.APC_LEVEL, "KeWaitForSingleObject", "nf-wdm-kewaitforsingleobject"));
            new Awaiting(step, driver().state(), loop, turn, new TimeOfWait()).begin();
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
            boolean result = cancel(irp, step.irql());
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

        private boolean cancel(Irp irp, OptionalInt irql) {
            boolean[] result = new boolean[1];
            Processor processor = driver().state().host().processor();
            atIrqlOfThread(() -> {
                Irql at = irql.isPresent() ? Irql.of(irql.getAsInt()) : processor.currentIrql();
                if (processor.currentIrql().isAbove(at)) {
                    processor.keRaiseIrql(at);
                }
                processor.runAt(at, null, () -> result[0] = io().ioCancelIrp(irp));
            });
            return result[0];
        }

        @Override
        public Boolean wait(WaitStep step) {
            emit(step, "wait " + step.duration());
            loop.schedule(step.duration().nanos(), turn::done);
            return false;
        }

        @Override
        public Boolean host(HostStep step) {
            emit(step, "host " + step.host() + " " + step.action().word());
            network.play(step);
            return true;
        }

        @Override
        public Boolean link(LinkStep step) {
            emit(step, "link " + step.from() + " -> " + step.to() + " " + step.change());
            network.play(step);
            return true;
        }

        @Override
        public Boolean networkInterface(InterfaceStep step) {
            String what = step.address()
                    .map(address -> " " + WorldHosts.address(address))
                    .orElse("");
            emit(
                    step,
                    "interface " + step.networkInterface() + " " + step.action().word() + what);
            network.play(step);
            return true;
        }

        @Override
        public Boolean partition(PartitionStep step) {
            emit(step, (step.sides().isPresent() ? "partition " : "heal ") + step.name());
            network.play(step);
            return true;
        }

        @Override
        public Boolean peer(PeerStep step) {
            emit(step, "peer " + step.host() + " tcp " + step.port() + " changes");
            world.peer(step);
            return true;
        }

        @Override
        public Boolean datagram(DatagramStep step) {
            datagrams.play(step);
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
                atIrqlOfThread(() -> io().ioFreeIrp(irp));
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
                atIrqlOfThread(() -> io().ioReuseIrp(irp, NtStatus.STATUS_UNSUCCESSFUL));
            }
            return true;
        }

        @Override
        public Boolean memory(MemoryStep step) {
            emit(step, step.action().text() + " memory " + step.memory());
            MemoryPlayer player = new MemoryPlayer(driver().state().data(), findings, trace);
            atIrqlOfThread(() -> player.play(step));
            return true;
        }

        @Override
        public Boolean onEvent(OnEventStep step) {
            emit(step, "events of " + step.socket() + " change");
            driver().change(step);
            return true;
        }

        @Override
        public Boolean group(GroupStep step) {
            emit(step, "group of " + step.steps().size() + " steps");
            long group = trace.lastNumber();
            Visitor oneByOne = new Visitor(turn, Optional.empty());
            for (Step inner : step.steps()) {
                loop.setCause(group);
                if (!turn.isGivenUp() && !inner.accept(oneByOne)) {
                    throw new AssertionError("the loader keeps steps that wait out of groups");
                }
            }
            return true;
        }

        @Override
        public Boolean threads(ThreadsStep step) {
            emit(step, step.lanes().size() + " threads side by side");
            ThreadsTurn.begin(step, loop, OnOneThread::new, turn);
            return false;
        }

        private @Nullable Irp irpOf(Reference call) {
            return driver().state().madeCall(call).map(PlayedCall::irp).orElse(null);
        }

        private void noIrp(Reference call) {
            findings.add(
                    FindingKind.ARGUMENT,
                    call.position(),
                    "call '" + call + "' has no IRP",
                    "",
                    "",
                    "it was made with Irp: NULL, or takes none, or a callback should have made it and has not",
                    trace.lastNumber());
        }
    }

    /** Takes the steps of one of several threads: where a call blocks, what the thread does next waits. */
    private final class OnOneThread implements StepSequence.Taker {

        private final Reference thread;

        OnOneThread(Reference thread) {
            this.thread = thread;
        }

        @Override
        public void take(Step step, StepTurn turn) {
            loop.setCause(0);
            if (step.accept(new Visitor(turn, Optional.of(thread)))) {
                turn.done();
            }
        }

        @Override
        public void late(Step step, SimTime planned) {
            StepPlayer.this.late(step, planned);
        }
    }

    /** What the driver does when its wait has lasted too long. */
    private final class TimeOfWait implements Awaiting.TimeUp {

        @Override
        public void cancel(Reference call, Irp irp) {
            loop.setCause(0);
            emit(call.position(), "time-out, IoCancelIrp of " + call);
            io().ioCancelIrp(irp);
        }

        @Override
        public void timeIsUp(AwaitStep step, String pending) {
            findings.addAtEnd(
                    FindingKind.STEP,
                    step.position(),
                    "the time of this await is up",
                    "over within " + step.within().map(SimDuration::toString).orElse(""),
                    "still pending: " + pending,
                    "",
                    trace.lastNumber());
        }
    }

    private static String text(boolean value) {
        return value ? "TRUE" : "FALSE";
    }
}
