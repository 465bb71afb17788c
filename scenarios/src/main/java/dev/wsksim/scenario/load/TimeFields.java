package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.model.TimeExpectation;
import dev.wsksim.scenario.model.TimeExpectation.Form;
import java.util.Optional;

/** How it is written when something must be seen. */
final class TimeFields {
    private static final Field<SimTime> AT = Field.optional(
            "at", Durations.INSTANT, "any time", "At exactly this instant, counted from the start of the run.", "30ms");
    private static final Field<SimDuration> AFTER = Field.optional(
            "after",
            Durations.DURATION,
            "any time",
            "Exactly so long after the call or, for packets, after the packet before it in the list.",
            "30ms");
    private static final Field<ImmutableList<SimDuration>> BETWEEN = Field.optional(
            "between",
            Durations.PAIR,
            "any time",
            "No sooner and no later than these two, counted like 'after', bounds included.",
            "[1.9s, 2.1s]");
    private static final Field<SimDuration> WITHIN = Field.optional(
            "within",
            Durations.DURATION,
            "any time",
            "No later than this, counted like 'after', bound included.",
            "50ms");

    /** The keys of a time, of which at most one is given. */
    static final ImmutableList<Field<?>> ALL = ImmutableList.of(AT, AFTER, BETWEEN, WITHIN);

    private static final ElementType<TimeExpectation> TIME = ElementType.of(
            "time", "When something must be seen; at most one of the keys is given.", ALL, TimeFields::read);

    private static final ScalarType<String> NEVER = ScalarType.words("never", ImmutableList.of("never"), scalar -> {
        if (!scalar.text().equals("never")) {
            throw ScalarTypes.mismatch(scalar, "never or a time", "for example: { within: 50ms }");
        }
        return scalar.text();
    });

    /** A time, or the word never. */
    static final ValueType<TimeExpectation> TIME_OR_NEVER =
            new EitherType<>(new MappedType<>(NEVER, (word, node) -> never(node)), TIME);

    private TimeFields() {}

    private static TimeExpectation never(Node node) {
        return new TimeExpectation(Form.NEVER, SimDuration.ZERO, SimDuration.ZERO, node.position());
    }

    /** Reads the time out of an element that has these fields. */
    static TimeExpectation read(Bound bound) {
        bound.atMostOneOf(AT, AFTER, BETWEEN, WITHIN);
        Optional<TimeExpectation> at =
                bound.find(AT).map(instant -> exactly(Form.AT, SimDuration.ofNanos(instant.nanos()), bound, AT));
        Optional<TimeExpectation> after =
                bound.find(AFTER).map(distance -> exactly(Form.AFTER, distance, bound, AFTER));
        Optional<TimeExpectation> within = bound.find(WITHIN)
                .map(latest -> new TimeExpectation(Form.WITHIN, SimDuration.ZERO, latest, bound.position(WITHIN)));
        return at.or(() -> after)
                .or(() -> within)
                .or(() -> bound.find(BETWEEN).flatMap(bounds -> between(bounds, bound)))
                .orElse(TimeExpectation.ANY);
    }

    private static TimeExpectation exactly(Form form, SimDuration time, Bound bound, Field<?> field) {
        return new TimeExpectation(form, time, time, bound.position(field));
    }

    private static Optional<TimeExpectation> between(ImmutableList<SimDuration> bounds, Bound bound) {
        boolean pair = bound.node(BETWEEN)
                .filter(node ->
                        node instanceof Node.Sequence list && list.items().size() == 2)
                .isPresent();
        if (!pair) {
            bound.report(BETWEEN, "'between' takes two durations", "for example: between: [1.9s, 2.1s]");
            return Optional.empty();
        }
        if (bounds.size() < 2) {
            return Optional.empty();
        }
        if (bounds.get(0).compareTo(bounds.get(1)) > 0) {
            bound.report(BETWEEN, "'between' ends before it begins", "write the earlier time first");
            return Optional.empty();
        }
        return Optional.of(new TimeExpectation(Form.BETWEEN, bounds.get(0), bounds.get(1), bound.position(BETWEEN)));
    }
}
