package dev.wsksim.verifier.coverage;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.RuleId;
import java.util.Optional;

/** When each rule is looked at. A rule that is broken has been looked at in any case. */
public final class RuleOccasions {

    private static final ImmutableMap<RuleId, Occasion> BY_RULE = byRule();

    private RuleOccasions() {}

    private static ImmutableMap<RuleId, Occasion> byRule() {
        ImmutableMap.Builder<RuleId, Occasion> all = ImmutableMap.builder();
        CallOccasions.ALL.forEach((id, occasion) -> all.put(new RuleId(id), occasion));
        ObjectOccasions.ALL.forEach((id, occasion) -> all.put(new RuleId(id), occasion));
        return all.buildOrThrow();
    }

    /** Returns when a rule is looked at; empty for one about which nobody has said it. */
    public static Optional<Occasion> of(Rule rule) {
        return Optional.ofNullable(BY_RULE.get(rule.id()));
    }
}
