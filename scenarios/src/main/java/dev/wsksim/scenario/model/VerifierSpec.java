package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import dev.wsksim.verifier.Severity;
import java.util.Optional;

/**
 * Which broken rules fail the run; every rule does unless told otherwise.
 *
 * @param failOn the least severity that fails it, when the scenario says
 * @param off single rules that do not fail it
 * @param position where it is written
 */
public record VerifierSpec(Optional<Severity> failOn, ImmutableList<RuleOff> off, SourcePosition position) {
    /** Every broken rule fails the run. */
    public static final VerifierSpec DEFAULT =
            new VerifierSpec(Optional.empty(), ImmutableList.of(), SourcePosition.NONE);

    /**
     * A rule that does not fail the run.
     *
     * @param rule its id
     * @param because the reason
     */
    public record RuleOff(Reference rule, String because) {}
}
