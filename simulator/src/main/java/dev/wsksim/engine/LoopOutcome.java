package dev.wsksim.engine;

/** Why the simulation loop came back. */
public enum LoopOutcome {
    /** Nothing is pending and nobody waits. */
    DRAINED,
    /** The instant that was asked for was reached, or the condition that was asked for holds. */
    REACHED,
    /** Nothing is pending, but somebody waits: see {@link SimulationLoop#waiting()}. */
    STALLED,
    /** Somebody called {@link SimulationLoop#stop()}. */
    STOPPED
}
