package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;

/** The turn of all steps of a scenario: when it is done, nothing more comes. */
final class WholeTurn implements StepTurn {

    private final SimulationLoop loop;
    private boolean givenUp;
    private SimTime overAt = SimTime.START;

    WholeTurn(SimulationLoop loop) {
        this.loop = loop;
    }

    /** Nobody waits for the last step: the run ends when nothing can happen any more. */
    @Override
    public void done() {
        overAt = loop.now();
    }

    /** Returns when the last step was over; the beginning while it is not. */
    SimTime overAt() {
        return overAt;
    }

    @Override
    public void giveUp() {
        givenUp = true;
    }

    @Override
    public boolean isGivenUp() {
        return givenUp;
    }
}
