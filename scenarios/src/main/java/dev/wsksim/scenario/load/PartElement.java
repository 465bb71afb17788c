package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** How a part is written: with keys of a scenario, but for those that say what a scenario is. */
final class PartElement {
    /** The keys that only a scenario has. */
    static final ImmutableSet<String> OF_SCENARIOS =
            ImmutableSet.of("wsksim", "name", "source", "seed", "tags", "expect", "except-decisions");

    private static final ImmutableSet<String> KEYS = ImmutableSet.of(
            "about",
            Inclusion.KEY,
            "profile",
            "family",
            Parameters.KEY,
            Matrix.KEY,
            "hosts",
            "links",
            "segments",
            "peers",
            "connections",
            "dns",
            "driver",
            Repetition.STEPS,
            "verifier",
            "decisions",
            "faults",
            "limits");

    private static final Field<Integer> VERSION = Field.required(
            Part.VERSION,
            ScalarTypes.integer("version 1 of parts", Part.FORM, Part.FORM),
            "The version of the form.",
            "1");

    private PartElement() {}

    /** Returns the keys that a part may have behind its version. */
    static ImmutableSet<String> keys() {
        return KEYS;
    }

    /** Returns the element with its table of fields, for people and editors; {@link Part} reads it. */
    static ElementType<Bound> of(ElementType<Bound> scenario) {
        ImmutableList.Builder<Field<?>> fields = ImmutableList.builder();
        fields.add(VERSION);
        scenario.fields().stream()
                .filter(field -> KEYS.contains(field.name()))
                .forEach(field -> fields.add(optional(field)));
        return ElementType.values(
                "part",
                "A part of scenarios in a file of its own, which they include: either definitions, or steps.",
                fields.build());
    }

    private static <T> Field<T> optional(Field<T> field) {
        String byDefault = field.required() ? "none" : field.byDefault();
        return Field.optional(field.name(), field.type(), byDefault, field.description(), field.example());
    }
}
