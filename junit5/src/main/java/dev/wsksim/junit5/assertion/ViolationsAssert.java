package dev.wsksim.junit5.assertion;

import dev.wsksim.verifier.Verifier;
import dev.wsksim.verifier.Violation;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about the rules that a driver has broken. */
public final class ViolationsAssert extends AbstractAssert<ViolationsAssert, Verifier> {

    ViolationsAssert(@Nullable Verifier actual) {
        super(actual, ViolationsAssert.class);
    }

    /** No rule was broken. */
    public ViolationsAssert hasNoViolations() {
        isNotNull();
        if (!actual.violations().isEmpty()) {
            fail("no rule to be broken");
        }
        return this;
    }

    /** A rule was broken, as often as may be. */
    public ViolationsAssert hasBroken(String ruleId) {
        isNotNull();
        if (actual.violations().stream().noneMatch(violation -> isOf(violation, ruleId))) {
            fail("rule " + ruleId + " to be broken");
        }
        return this;
    }

    /** One rule was broken, once, and no other. */
    public ViolationsAssert hasBrokenOnly(String ruleId) {
        isNotNull();
        if (actual.violations().size() != 1 || !isOf(actual.violations().get(0), ruleId)) {
            fail("rule " + ruleId + " to be broken once, and no other");
        }
        return this;
    }

    private static boolean isOf(Violation violation, String ruleId) {
        return violation.rule().id().text().equals(ruleId);
    }

    private void fail(String expectation) {
        String violations =
                actual.violations().stream().map(Violation::toString).collect(Collectors.joining("\n"));
        throw failure("%nexpected %s%nbut %s", expectation, violations.isEmpty() ? "none was" : "\n" + violations);
    }
}
