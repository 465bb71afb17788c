package dev.wsksim.verifier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which broken rules count: from which severity on, and which single rules are off, each with the reason. Every rule is
 * checked all the same, so that an exception which is needed no more can be told.
 */
public final class RulePolicy {

    /** Every rule counts. */
    public static final RulePolicy STRICT = new RulePolicy(Severity.QUALITY, ImmutableMap.of());

    private final Severity least;
    private final ImmutableMap<RuleId, String> off;

    private RulePolicy(Severity least, ImmutableMap<RuleId, String> off) {
        this.least = least;
        this.off = off;
    }

    /** Returns this policy with the least severity that counts: with {@link Severity#MUST} only broken musts do. */
    public RulePolicy countingFrom(Severity severity) {
        return new RulePolicy(severity, off);
    }

    /**
     * Returns this policy with a rule that does not count.
     *
     * @param because why, for whoever reads the report; must not be blank
     */
    public RulePolicy off(RuleId rule, String because) {
        if (because.isBlank()) {
            throw new IllegalArgumentException("say why " + rule + " is off");
        }
        Map<RuleId, String> more = new LinkedHashMap<>(off);
        more.put(rule, because);
        return new RulePolicy(least, ImmutableMap.copyOf(more));
    }

    /** Returns why breaking a rule does not count; empty when it does. */
    public Optional<String> toleration(Rule rule) {
        String because = off.get(rule.id());
        if (because != null) {
            return Optional.of("off, because " + because);
        }
        return rule.severity().compareTo(least) > 0
                ? Optional.of("a rule of severity " + rule.severity().label() + " does not fail this run")
                : Optional.empty();
    }

    /** Returns the rules that are off, in the order in which that was said. */
    public ImmutableList<RuleId> off() {
        return off.keySet().asList();
    }

    /** Judges what a run has broken. */
    public Judgement judge(ImmutableList<Violation> violations) {
        ImmutableList.Builder<Violation> counting = ImmutableList.builder();
        ImmutableList.Builder<Tolerated> tolerated = ImmutableList.builder();
        for (Violation violation : violations) {
            toleration(violation.rule())
                    .ifPresentOrElse(
                            because -> tolerated.add(new Tolerated(violation, because)), () -> counting.add(violation));
        }
        return new Judgement(counting.build(), tolerated.build(), idle(violations));
    }

    /** Returns the rules that are off and were not broken. */
    public ImmutableList<RuleId> idle(ImmutableList<Violation> violations) {
        return off.keySet().stream()
                .filter(id -> violations.stream()
                        .noneMatch(violation -> violation.rule().id().equals(id)))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * What the violations of a run come to.
     *
     * @param counting those that count
     * @param tolerated those that do not
     * @param idle the rules that were off for nothing
     */
    public record Judgement(
            ImmutableList<Violation> counting, ImmutableList<Tolerated> tolerated, ImmutableList<RuleId> idle) {}

    /**
     * A violation that does not count.
     *
     * @param violation the violation
     * @param because why not
     */
    public record Tolerated(Violation violation, String because) {}
}
