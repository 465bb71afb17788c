package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.ArgumentMistakeException;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.ContentSpec;
import dev.wsksim.scenario.model.EventScript;
import dev.wsksim.scenario.model.MemoryStep;
import dev.wsksim.scenario.model.OnEventStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Step;
import java.util.Optional;

/** How the steps are written in which the driver touches memory that it has named, or changes what its callbacks do. */
final class MemoryElements {
    private static final ScalarType<Reference> MEMORY =
            ScalarTypes.name("the name of a buffer's memory, or of a list that a callback was given");
    private static final Field<ArgumentValue> WRITTEN = Field.required(
            "data", ArgumentType.ARGUMENT, "The bytes, in any form of a Buffer that is no mapping of MDLs.", "xyz");
    private static final Field<ArgumentValue> READ = Field.optional(
            "data", ArgumentType.ARGUMENT, "all bytes, whatever they are", "The bytes that must be there.", "hello");
    private static final Field<Integer> OFFSET = Field.optional(
            "offset",
            ScalarTypes.integer("a number of bytes", 0, Integer.MAX_VALUE),
            "0",
            "Where in the memory the bytes begin.",
            "4");

    private static final ElementType<MemoryStep> WRITE_STEP = touching(
            "write-memory",
            "The driver writes to memory that it has named in a Buffer.",
            MemoryStep.Action.WRITE,
            WRITTEN);
    private static final ElementType<MemoryStep> READ_STEP = touching(
            "read-memory",
            "The driver reads memory that it has named in a Buffer, or an indication that a callback was given.",
            MemoryStep.Action.READ,
            READ);
    private static final ElementType<MemoryStep> FREE_STEP = giving(
            "free-memory",
            "The driver gives memory back that it has named in a Buffer, with ExFreePool.",
            MemoryStep.Action.FREE);
    private static final ElementType<MemoryStep> UNLOCK_STEP = giving(
            "unlock-mdl",
            "The driver calls MmUnlockPages for an MDL that it has named in a Buffer.",
            MemoryStep.Action.UNLOCK);
    private static final ElementType<MemoryStep> FREE_MDL_STEP = giving(
            "free-mdl",
            "The driver calls IoFreeMdl for an MDL that it has named in a Buffer.",
            MemoryStep.Action.FREE_MDL);

    private static final Field<Reference> CHANGE_EVENTS = Field.required(
            "change-events", ScalarTypes.NAME, "The socket whose event callbacks do something else from now on.", "s");

    private MemoryElements() {}

    /** Returns these kinds of steps, by the key that tells them apart. */
    static ImmutableMap<String, ElementType<? extends Step>> kinds(ElementType<EventScript> scripts) {
        return ImmutableMap.<String, ElementType<? extends Step>>builder()
                .put("write-memory", WRITE_STEP)
                .put("read-memory", READ_STEP)
                .put("free-memory", FREE_STEP)
                .put("unlock-mdl", UNLOCK_STEP)
                .put("free-mdl", FREE_MDL_STEP)
                .put(CHANGE_EVENTS.name(), changeEvents(scripts))
                .buildOrThrow();
    }

    private static ElementType<OnEventStep> changeEvents(ElementType<EventScript> scripts) {
        Field<EventScript> answers = Field.required(
                "on-event",
                scripts,
                "The new answers, counted from now; other callbacks go on as before.",
                "{ WskReceiveEvent: STATUS_SUCCESS }");
        return ElementType.of(
                "change-events step",
                "The driver's event callbacks of a socket do something else from now on.",
                StepFields.of(CHANGE_EVENTS, answers),
                step -> new OnEventStep(
                        StepFields.id(step),
                        StepFields.timing(step),
                        step.get(CHANGE_EVENTS),
                        step.get(answers),
                        step.position()));
    }

    private static ElementType<MemoryStep> touching(
            String key, String description, MemoryStep.Action action, Field<ArgumentValue> data) {
        Field<Reference> what = Field.required(key, MEMORY, "The memory, by its name.", "b");
        return ElementType.of(
                key + " step",
                description,
                StepFields.of(what, OFFSET, data),
                step -> step(step, what, action, step.get(OFFSET, 0), step.find(data)));
    }

    private static ElementType<MemoryStep> giving(String key, String description, MemoryStep.Action action) {
        Field<Reference> what = Field.required(key, MEMORY, "The memory, by its name.", "b");
        return ElementType.of(
                key + " step", description, StepFields.of(what), step -> step(step, what, action, 0, Optional.empty()));
    }

    private static MemoryStep step(
            Bound step, Field<Reference> what, MemoryStep.Action action, int offset, Optional<ArgumentValue> data) {
        return new MemoryStep(
                StepFields.id(step),
                StepFields.timing(step),
                action,
                step.get(what),
                offset,
                data.flatMap(value -> content(value, step)),
                step.position());
    }

    private static Optional<ContentSpec> content(ArgumentValue value, Bound step) {
        try {
            return Optional.of(ContentSpec.of(value));
        } catch (ArgumentMistakeException mistake) {
            step.problems()
                    .report(mistake.position(), mistake.width(), String.valueOf(mistake.getMessage()), mistake.hint());
            return Optional.empty();
        }
    }
}
