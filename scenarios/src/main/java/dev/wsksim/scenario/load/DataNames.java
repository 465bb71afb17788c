package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.ArgumentMistakeException;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.BufferSpec;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.EventAnswer;
import dev.wsksim.scenario.model.EventScript;
import dev.wsksim.scenario.model.MdlSpec;
import dev.wsksim.scenario.model.MemoryStep;
import dev.wsksim.scenario.model.Reference;
import java.util.Optional;
import java.util.function.Consumer;

/** The names of memory, of indicated lists and of inspected requests: which are defined so far, and which only later. */
final class DataNames {
    private final NameTable memory;
    private final NameTable indications;
    private final NameTable inspections;

    DataNames(NameScan written, Problems problems) {
        this.memory = new NameTable("memory", written, problems);
        this.indications = new NameTable("indication", written, problems);
        this.inspections = new NameTable("inspected request", written, problems);
    }

    /** Notes what a call names somewhere in the file. */
    void announce(CallStep call) {
        mdls(call).forEach(mdl -> mdl.name().ifPresent(name -> memory.announce(name.name(), name.position())));
        MemoryParameters.names(call).forEach(name -> memory.announce(name.name(), name.position()));
        call.onEvent().ifPresent(this::announce);
    }

    /** Notes what callbacks name somewhere in the file. */
    void announce(EventScript script) {
        eachAnswer(script, answer -> {
            answer.indication().ifPresent(name -> indications.announce(name.name(), name.position()));
            answer.inspectId().ifPresent(name -> inspections.announce(name.name(), name.position()));
        });
    }

    /** Checks and defines what the buffer of a call names. */
    void check(CallStep call) {
        for (MdlSpec mdl : mdls(call)) {
            mdl.known().filter(name -> !indications.isDefined(name.name())).ifPresent(memory::require);
            mdl.name().ifPresent(memory::define);
        }
        MemoryParameters.names(call).forEach(memory::define);
    }

    /** Defines what an answer of a callback names; a second list may take over the name of the first. */
    void define(EventAnswer answer) {
        answer.indication().filter(name -> !indications.isDefined(name.name())).ifPresent(indications::define);
        answer.inspectId().filter(name -> !inspections.isDefined(name.name())).ifPresent(inspections::define);
    }

    /** Checks what a step touches. */
    void check(MemoryStep step) {
        boolean indication = step.action() != MemoryStep.Action.WRITE
                && indications.isDefined(step.memory().name());
        if (!indication) {
            memory.require(step.memory());
        }
    }

    /** Checks the name of an indicated list. */
    void requireIndication(Reference name) {
        indications.require(name);
    }

    /** Checks the name of an inspected request. */
    void requireInspection(Reference name) {
        inspections.require(name);
    }

    /** Shows each answer of a script to somebody. */
    static void eachAnswer(EventScript script, Consumer<EventAnswer> visitor) {
        script.answers().values().forEach(answers -> answers.forEach(visitor));
    }

    /** Returns the MDLs of a call's buffer; one that is wrong has been reported. */
    private static ImmutableList<MdlSpec> mdls(CallStep call) {
        Optional<ArgumentValue> buffer = Optional.ofNullable(call.arguments().get("Buffer"))
                .filter(value -> !(value instanceof ArgumentValue.Null));
        if (buffer.isEmpty()) {
            return ImmutableList.of();
        }
        try {
            return BufferSpec.of(buffer.get()).mdls();
        } catch (ArgumentMistakeException reported) {
            return ImmutableList.of();
        }
    }
}
