package dev.wsksim.scenario.report;

import dev.wsksim.scenario.run.FindingKind;

/** Says in a sentence what each kind of finding is, for places that list them without an example. */
public final class KindText {
    private KindText() {}

    /** Returns the sentence. */
    public static String of(FindingKind kind) {
        return switch (kind) {
            case RETURN -> "A function returned another status than expected.";
            case COMPLETION ->
                "An IRP completed otherwise than expected, too early, too late, too often or not at all.";
            case OUTPUT -> "A value that a function handed back is not the expected one.";
            case STEP -> "A step itself did not go as expected.";
            case CONVERSATION -> "An end of a connection did not play along with the script of the other end.";
            case CONNECTION -> "A connection came to another end than expected.";
            case PACKETS -> "The packets on the links are not the expected ones.";
            case CALLBACKS -> "The calls of event callbacks are not the expected ones.";
            case FINAL_STATE -> "A socket is not in the expected state at the end.";
            case REACHED -> "Something expected to be reached was not.";
            case VIOLATION -> "An obligation that was expected to be broken was not.";
            case LEFT_OVER -> "Something was left over at the end that was not expected, or expected and not left.";
            case BUG_CHECK -> "Windows would have stopped with a bug check, or would not have where one was expected.";
            case STALL -> "Nothing could happen any more, and somebody waited.";
            case NOT_SIMULATED -> "Something that the scenario needs is not simulated.";
            case LIMIT -> "A named limit was reached.";
            case DECISION -> "A scripted or replayed decision does not fit the run.";
            case FAULT -> "Fewer calls failed than a fault orders.";
            case ARGUMENT -> "An argument of the scenario turned out to be wrong when the step was taken.";
        };
    }
}
