package dev.wsksim.scenario.run;

/** Calls one WSK function as a step asks for it. */
@FunctionalInterface
interface FunctionPlayer {

    /** Reads the arguments and makes the call; tells the call what was returned, now or, for a function that blocks, later. */
    void play(PlayedCall call, ArgumentReader arguments) throws ArgumentProblemException;
}
