package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.StepTiming;
import java.util.Optional;

/** The keys that all steps have. */
final class StepFields {
    private static final Field<Reference> ID = Field.optional(
            "id", ScalarTypes.NAME, "none", "The name by which later steps and reports speak of this step.", "first");
    private static final Field<SimTime> AT = Field.optional(
            "at",
            Durations.INSTANT,
            "as soon as the step before is done",
            "The instant at which the step is begun, counted from the start of the run; begun later is a finding.",
            "10ms");
    private static final Field<SimDuration> AFTER = Field.optional(
            "after",
            Durations.DURATION,
            "as soon as the step before is done",
            "How long after the instant of the step before it the step is begun; begun later is a finding.",
            "5ms");

    /** The keys. */
    static final ImmutableList<Field<?>> ALL = ImmutableList.of(ID, AT, AFTER);

    private StepFields() {}

    /** Returns the step's name. */
    static Optional<Reference> id(Bound step) {
        return step.find(ID);
    }

    /** Returns when the step is begun. */
    static StepTiming timing(Bound step) {
        step.atMostOneOf(AT, AFTER);
        Optional<StepTiming> at = step.find(AT).map(StepTiming.At::new);
        return at.or(() -> step.find(AFTER).map(StepTiming.After::new)).orElse(StepTiming.NEXT);
    }

    /** Returns a step's fields: what it does, the common keys, and what belongs to what it does. */
    static ImmutableList<Field<?>> of(Field<?> what, Field<?>... details) {
        return ImmutableList.<Field<?>>builder()
                .add(what)
                .addAll(ALL)
                .add(details)
                .build();
    }
}
