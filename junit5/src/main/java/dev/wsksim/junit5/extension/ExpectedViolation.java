package dev.wsksim.junit5.extension;

import dev.wsksim.verifier.Violation;
import dev.wsksim.verifier.rule.StandardRules;
import java.util.List;
import org.junit.platform.commons.JUnitException;

/**
 * A rule that a test is there to break.
 *
 * @param rule its id
 * @param atLeast how often it must be broken
 * @param atMost how often it may be broken
 */
public record ExpectedViolation(String rule, int atLeast, int atMost) {
    /**
     * Checks the id and the bounds.
     *
     * @throws JUnitException when there is no such rule, or no number within the bounds
     */
    public ExpectedViolation {
        if (StandardRules.book().rule(rule).isEmpty()) {
            throw new JUnitException(
                    "@ExpectViolation: there is no rule '" + rule + "'; docs/reference/rules.md lists them");
        }
        if (atLeast < 0 || atMost < Math.max(1, atLeast)) {
            throw new JUnitException("@ExpectViolation(\"" + rule + "\"): at least " + atLeast + " and at most "
                    + atMost + " leaves nothing to expect");
        }
    }

    /** Returns how often it was broken. */
    long count(List<Violation> violations) {
        return violations.stream()
                .filter(violation -> violation.rule().id().text().equals(rule))
                .count();
    }

    /** Says how often it is to be broken, as words. */
    String bounds() {
        if (atMost == Integer.MAX_VALUE) {
            return "at least " + times(atLeast);
        }
        return atLeast == atMost ? times(atLeast) : "from " + atLeast + " to " + times(atMost);
    }

    static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }
}
