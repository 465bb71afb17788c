package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.scenario.model.ForcedMode;
import dev.wsksim.scenario.model.Limits;
import dev.wsksim.scenario.model.ScriptedDecision;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How scripted decisions, and the limits of a run, are written. */
final class DecisionElement {
    private static final Field<String> AT =
            Field.required("at", ScalarTypes.TEXT, "The name of the decision point.", "WskSocketConnect.completion");
    private static final Field<String> CHOOSE =
            Field.required("choose", ScalarTypes.TEXT, "The option that is taken.", "inline");
    /** How often something is to be: a number of times, or every time, for which it is absent. */
    static final ScalarType<OptionalInt> TIMES_OR_EVERY =
            ScalarType.loose("a number of times, or every", "every|[0-9]+", DecisionElement::times);

    private static final Field<OptionalInt> TIMES = Field.optional(
            "times", TIMES_OR_EVERY, "every", "How often the option is taken before the policy decides again.", "1");

    /** Scripted answers to decision points. */
    static final ListType<ScriptedDecision> DECISIONS = ListType.ofSome(ElementType.of(
            "decision",
            "A scripted answer to a decision that the documentation leaves open.",
            ImmutableList.of(AT, CHOOSE, TIMES),
            decision -> new ScriptedDecision(
                    decision.get(AT),
                    decision.get(CHOOSE),
                    decision.get(TIMES, OptionalInt.empty()),
                    decision.position(AT))));

    private static final ImmutableMap<ForcedMode, Field<String>> REASONS = ImmutableMap.of(
            ForcedMode.INLINE,
            reason(
                    ForcedMode.INLINE,
                    "IRPs are completed before their calls return",
                    "the second call has to find the first one pending"),
            ForcedMode.PENDED,
            reason(
                    ForcedMode.PENDED,
                    "IRPs are completed after their calls return, at PASSIVE_LEVEL",
                    "the completion routine has to run at DISPATCH_LEVEL"),
            ForcedMode.DISPATCH,
            reason(
                    ForcedMode.DISPATCH,
                    "IRPs are completed after their calls return, at DISPATCH_LEVEL",
                    "the completion routine waits, which only PASSIVE_LEVEL allows"));

    /** The forced ways to complete IRPs that a scenario is not for. */
    static final ElementType<ImmutableMap<ForcedMode, String>> EXCEPTIONS = ElementType.checked(
            "exception from forced decisions",
            "Why a scenario does not hold where all IRPs are completed in one way; at least one of the keys is given.",
            ImmutableList.copyOf(REASONS.values()),
            DecisionElement::exceptions);

    private static final Field<SimDuration> VIRTUAL_TIME = Field.optional(
            "virtual-time", Durations.DURATION, "the runner's own limit", "How long the run may last.", "1h");
    private static final Field<Long> EVENTS = Field.optional(
            "events",
            ScalarTypes.longInteger("a number of events", 1),
            "the runner's own limit",
            "How many events the run may have.",
            "100000");

    private static final Field<Integer> TRACE_ENTRIES = Field.optional(
            "trace-entries",
            ScalarTypes.integer("a number of trace entries", 1, Integer.MAX_VALUE),
            "1000000",
            "How many entries of the trace are kept; a run with more is inconclusive.",
            "5000000");

    /** Limits of a run. */
    static final ElementType<Limits> LIMITS = ElementType.of(
            "limits section",
            "When to stop a run that does not end.",
            ImmutableList.of(VIRTUAL_TIME, EVENTS, TRACE_ENTRIES),
            limits -> new Limits(
                    limits.find(VIRTUAL_TIME),
                    limits.find(EVENTS).map(OptionalLong::of).orElseGet(OptionalLong::empty),
                    limits.find(TRACE_ENTRIES).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                    limits.position()));

    private DecisionElement() {}

    private static Field<String> reason(ForcedMode mode, String when, String example) {
        return Field.optional(
                mode.word(),
                ScalarTypes.TEXT,
                "it holds there too",
                "Why it does not hold where " + when + ".",
                example);
    }

    private static Optional<ImmutableMap<ForcedMode, String>> exceptions(Bound bound) {
        ImmutableMap.Builder<ForcedMode, String> reasons = ImmutableMap.builder();
        REASONS.forEach((mode, field) -> bound.find(field).ifPresent(reason -> reasons.put(mode, reason.strip())));
        if (REASONS.values().stream().noneMatch(bound::isWritten)) {
            bound.report("no forced decisions are named", "for example: inline: a reason");
            return Optional.empty();
        }
        return Optional.of(reasons.buildOrThrow());
    }

    private static OptionalInt times(Node.Scalar scalar) throws BadTextException {
        if (scalar.text().equals("every")) {
            return OptionalInt.empty();
        }
        Optional<Long> number = ScalarTypes.parseNumber(scalar.text()).filter(n -> n >= 1 && n < Integer.MAX_VALUE);
        return OptionalInt.of(
                number.orElseThrow(() -> ScalarTypes.mismatch(scalar, "a number of times, or every", "at least 1"))
                        .intValue());
    }
}
