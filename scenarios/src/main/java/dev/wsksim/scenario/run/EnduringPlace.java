package dev.wsksim.scenario.run;

import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CancelStep;
import dev.wsksim.scenario.model.FreeIrpStep;
import dev.wsksim.scenario.model.MemoryStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.ReuseIrpStep;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Names places of a scenario by what stands there, so that the name holds when lines are added or moved: a step by
 * function and id, and by its number among those that look alike.
 */
final class EnduringPlace {
    private static final String END = "the end of the run";

    private EnduringPlace() {}

    /** Returns the name of a place. */
    static String of(SourcePosition position, Scenario scenario) {
        boolean whole = position.equals(scenario.position())
                || position.equals(scenario.expect().position());
        if (whole || !position.isKnown()) {
            return END;
        }
        List<Step> all = new ArrayList<>();
        scenario.steps().forEach(step -> collect(step, all));
        Step found = null;
        for (Step step : all) {
            boolean before = step.position().file().equals(position.file())
                    && step.position().line() <= position.line();
            if (before
                    && (found == null
                            || step.position().line() >= found.position().line())) {
                found = step;
            }
        }
        return found == null ? END : name(found, all);
    }

    private static void collect(Step step, List<Step> all) {
        all.add(step);
        step.inner().forEach(inner -> collect(inner, all));
    }

    private static String name(Step step, List<Step> all) {
        String words = words(step);
        int number = 0;
        for (Step other : all) {
            number += words(other).equals(words) ? 1 : 0;
            if (other.position().equals(step.position())) {
                break;
            }
        }
        return number > 1 ? words + " (" + number + ")" : words;
    }

    private static String words(Step step) {
        String id = step.id().map(Reference::name).orElse("");
        return (what(step) + " " + id).strip();
    }

    private static String what(Step step) {
        if (step instanceof CallStep call) {
            boolean named = call.id().isPresent() || call.socket().isEmpty();
            return named
                    ? call.function()
                    : call.function() + " on " + call.socket().get();
        } else if (step instanceof FreeIrpStep free) {
            return "IoFreeIrp of " + free.call();
        } else if (step instanceof ReuseIrpStep reuse) {
            return "IoReuseIrp of " + reuse.call();
        } else if (step instanceof CancelStep cancel) {
            return "IoCancelIrp of " + cancel.call();
        }
        return step instanceof MemoryStep memory ? memory.action().text() + " " + memory.memory() : "step";
    }
}
