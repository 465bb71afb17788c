package dev.wsksim.verifier.rule.irp;

import dev.wsksim.kernel.ke.WaitBegan;
import dev.wsksim.verifier.RecordCheck;
import dev.wsksim.verifier.RuleCheck;
import dev.wsksim.wsk.call.WskCallEntered;

/** Judges what completion routines do. */
final class RoutineChecks {

    private RoutineChecks() {}

    /** A completion routine waits. */
    static RuleCheck waits(RunningRoutines routines) {
        return RecordCheck.on(
                WaitBegan.class,
                (entry, wait, sink) -> routines.routine()
                        .ifPresent(routine -> sink.violated(
                                "the completion routine of IRP " + routine.irp() + " waits for event '" + wait.event()
                                        + "'",
                                entry,
                                routine.entry())));
    }

    /** A completion routine makes a call inside a call of another one. */
    static RuleCheck nestedCalls(RunningRoutines routines) {
        return RecordCheck.on(WskCallEntered.class, (entry, call, sink) -> {
            if (routines.depth() > 1) {
                routines.routine()
                        .ifPresent(routine -> sink.violated(
                                "the completion routine of IRP " + routine.irp() + " calls " + call.function()
                                        + " inside a call that another completion routine has made",
                                entry,
                                routine.entry()));
            }
        });
    }
}
