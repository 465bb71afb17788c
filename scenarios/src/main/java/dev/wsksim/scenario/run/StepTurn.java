package dev.wsksim.scenario.run;

/** The turn of a step while it is taken. */
interface StepTurn {

    /** Lets the next step come. */
    void done();

    /** Ends the sequence: no further step is taken. */
    void giveUp();

    /** Tells whether the sequence has been ended. */
    boolean isGivenUp();
}
