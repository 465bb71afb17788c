package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.WhenTimeIsUp;
import java.util.stream.Collectors;

/** An await step while it holds the steps up: done when every call is over, or when its time is up and it does not cancel. */
final class Awaiting {

    /** Does what comes when the time of an await is up. */
    interface TimeUp {
        /** Learns for what the wait still was. */
        void timeIsUp(AwaitStep step, String pending);

        /** Cancels a call for which the wait still is. */
        void cancel(Reference call, Irp irp);
    }

    private final AwaitStep step;
    private final DriverState driver;
    private final SimulationLoop loop;
    private final StepTurn turn;
    private final TimeUp timeUp;
    private int open;
    private boolean finished;
    private long timeUpHandle = SimulationLoop.NO_HANDLE;

    Awaiting(AwaitStep step, DriverState driver, SimulationLoop loop, StepTurn turn, TimeUp timeUp) {
        this.step = step;
        this.driver = driver;
        this.loop = loop;
        this.turn = turn;
        this.timeUp = timeUp;
    }

    /**
     * Begins to wait. A call that is over in the last instant is in time, so a finding comes right behind that instant; the
     * time-out of a driver that cancels comes in that instant, in which a timer expires.
     */
    void begin() {
        boolean cancels = step.onTimeOut() == WhenTimeIsUp.CANCEL;
        step.within()
                .ifPresent(limit -> timeUpHandle = cancels
                        ? loop.schedule(limit.nanos(), this::cancelPending)
                        : loop.schedule(limit.nanos() + 1, this::giveUpWaiting));
        open = step.calls().size();
        for (Reference call : step.calls()) {
            driver.whenMade(call, made -> made.whenOver(this::oneIsOver));
        }
    }

    private void oneIsOver() {
        open--;
        if (open == 0 && !finished) {
            finished = true;
            loop.cancel(timeUpHandle);
            loop.schedule(0, turn::done);
        }
    }

    private void cancelPending() {
        for (Reference id : step.calls()) {
            Irp irp = driver.madeCall(id)
                    .filter(call -> !call.isOver())
                    .map(PlayedCall::irp)
                    .orElse(null);
            if (irp != null) {
                timeUp.cancel(id, irp);
            }
        }
    }

    private void giveUpWaiting() {
        finished = true;
        String pending = step.calls().stream()
                .filter(id -> !driver.madeCall(id).map(PlayedCall::isOver).orElse(false))
                .map(id -> driver.madeCall(id)
                        .map(PlayedCall::standing)
                        .orElse("'" + id + "', which no callback has made"))
                .collect(Collectors.joining("; "));
        timeUp.timeIsUp(step, pending);
        turn.done();
    }
}
