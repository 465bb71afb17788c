package dev.wsksim.engine;

/** Hears of every decision after it was made, for the trace and for replay logs. */
@FunctionalInterface
public interface DecisionListener {

    /** Called once a decision, in the order in which they are made. */
    void decided(DecisionPoint point, int count, long subject, int answer);
}
