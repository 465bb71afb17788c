package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.ThreadsStep;
import java.util.function.Function;

/** The turn of threads that work side by side: done when the steps of each are. */
final class ThreadsTurn implements StepTurn {

    private final StepTurn turn;
    private int working;

    private ThreadsTurn(StepTurn turn, int working) {
        this.turn = turn;
        this.working = working;
    }

    /** Lets the threads of a step begin, at this instant and in their order. */
    static void begin(
            ThreadsStep step, SimulationLoop loop, Function<Reference, StepSequence.Taker> takers, StepTurn turn) {
        ThreadsTurn all = new ThreadsTurn(turn, step.lanes().size());
        step.lanes()
                .forEach(lane ->
                        new StepSequence(loop, lane.steps(), takers.apply(lane.thread()), all, new Patience()).begin());
    }

    @Override
    public void done() {
        working--;
        if (working == 0) {
            turn.done();
        }
    }

    @Override
    public void giveUp() {
        turn.giveUp();
    }

    @Override
    public boolean isGivenUp() {
        return turn.isGivenUp();
    }
}
