package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimulationLoop;

/**
 * The turn of a call on a thread of its own: when the call blocks, the steps after it go on at the same instant.
 *
 * <p>A call that blocks lets the rest of the world go on from inside itself. So the event that this turn schedules before the call finds the call either
 * returned, or still inside.
 */
final class OwnThreadTurn {

    private final SimulationLoop loop;
    private final StepTurn turn;
    private long blockedHandle;
    private boolean over;

    OwnThreadTurn(SimulationLoop loop, StepTurn turn) {
        this.loop = loop;
        this.turn = turn;
    }

    /** Is told that the call is about to be made. */
    void begin() {
        blockedHandle = loop.schedule(0, this::end);
    }

    /** Is told that the call has returned, if it was not found to be blocked before. */
    void returned() {
        loop.cancel(blockedHandle);
        end();
    }

    private void end() {
        if (!over) {
            over = true;
            turn.done();
        }
    }
}
