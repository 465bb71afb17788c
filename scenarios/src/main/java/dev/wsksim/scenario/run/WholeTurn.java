package dev.wsksim.scenario.run;

/** The turn of all steps of a scenario: when it is done, nothing more comes. */
final class WholeTurn implements StepTurn {

    private boolean givenUp;

    @Override
    public void done() {
        // Nobody waits for the last step: the run ends when nothing can happen any more.
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
