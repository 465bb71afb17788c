package dev.wsksim.trace;

/** Somebody who wants to have every trace entry, in order, as it comes. */
@FunctionalInterface
public interface TraceSink {

    /** Receives one entry; must not change the simulation. */
    void accept(TraceEntry entry);
}
