package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CompletionScript;
import dev.wsksim.scenario.model.DriverCall;
import dev.wsksim.scenario.model.EventScript;
import dev.wsksim.scenario.model.KernelStep;
import dev.wsksim.scenario.model.OnEventStep;
import dev.wsksim.scenario.model.Step;

/** Finds all that the driver calls, in steps, in callbacks and in completion routines. */
final class DriverCalls {
    private final ImmutableList.Builder<DriverCall> found = ImmutableList.builder();

    private DriverCalls() {}

    /** Returns what is called in the order of the file; what a routine calls comes behind the call that it belongs to. */
    static ImmutableList<DriverCall> of(ImmutableList<? extends Step> steps) {
        DriverCalls calls = new DriverCalls();
        calls.addAll(steps);
        return calls.found.build();
    }

    private void addAll(ImmutableList<? extends Step> steps) {
        for (Step step : steps) {
            if (step instanceof CallStep call) {
                found.add(call);
                call.irp().script().map(CompletionScript::calls).ifPresent(this::addAll);
                call.onEvent().ifPresent(this::add);
            } else if (step instanceof KernelStep routine) {
                found.add(routine);
            } else if (step instanceof OnEventStep change) {
                add(change.script());
            }
            addAll(step.inner());
        }
    }

    private void add(EventScript script) {
        DataNames.eachAnswer(script, answer -> {
            addAll(answer.calls());
            answer.accepted().onEvent().ifPresent(this::add);
        });
    }
}
