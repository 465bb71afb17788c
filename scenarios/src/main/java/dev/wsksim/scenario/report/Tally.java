package dev.wsksim.scenario.report;

import dev.wsksim.scenario.run.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/** Counts verdicts and sums them up. */
public final class Tally {
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

    /** Counts one more verdict. */
    public void add(Verdict verdict) {
        counts.merge(verdict, 1, Integer::sum);
    }

    /** Returns how often there was this verdict. */
    public int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    /** Returns the number of all verdicts. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Returns what all runs come to together: failed wins over inconclusive, and that over passed; skipped ones do not
     * count.
     */
    public Verdict verdict() {
        if (count(Verdict.FAILED) > 0) {
            return Verdict.FAILED;
        }
        return count(Verdict.INCONCLUSIVE) > 0 ? Verdict.INCONCLUSIVE : Verdict.PASSED;
    }

    /**
     * Returns the counts in one line, for example {@code 41 passed, 2 failed, 1 inconclusive}; a count of 0 is left
     * out, except passed.
     */
    public String text(Emphasis emphasis) {
        StringJoiner text = new StringJoiner(", ");
        text.add(emphasis.mark(Emphasis.Part.PASSED, count(Verdict.PASSED) + " passed"));
        if (count(Verdict.FAILED) > 0) {
            text.add(emphasis.mark(Emphasis.Part.FAILED, count(Verdict.FAILED) + " failed"));
        }
        if (count(Verdict.INCONCLUSIVE) > 0) {
            text.add(emphasis.mark(Emphasis.Part.INCONCLUSIVE, count(Verdict.INCONCLUSIVE) + " inconclusive"));
        }
        if (count(Verdict.SKIPPED) > 0) {
            text.add(emphasis.mark(Emphasis.Part.FAINT, count(Verdict.SKIPPED) + " skipped"));
        }
        return text.toString();
    }
}
