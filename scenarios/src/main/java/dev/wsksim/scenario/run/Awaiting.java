package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.Reference;
import java.util.stream.Collectors;

/** An await step while it holds the steps up: done when every call is over, or when its time is up. */
final class Awaiting {

    /** Learns that the time of an await is up, and for what it still waited. */
    interface TimeUp {
        void timeIsUp(AwaitStep step, String pending);
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

    /** Begins to wait. A call that is over in the last instant is in time, so the end comes right behind that instant. */
    void begin() {
        step.within().ifPresent(limit -> timeUpHandle = loop.schedule(limit.nanos() + 1, this::giveUpWaiting));
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
