package dev.wsksim.scenario.report;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.coverage.Occasion;
import dev.wsksim.verifier.coverage.RuleOccasions;
import dev.wsksim.verifier.rule.StandardRules;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Counts for each rule in how many scenarios it was exercised, so that there was something to decide about, and in how
 * many it was provoked, that is broken. It looks at results only: without it runs are as they are.
 */
public final class RuleCoverage {
    private static final int PERCENT = 100;

    private final List<Row> rows = new ArrayList<>();

    /** The counts of one rule. */
    private static final class Row {
        private final Rule rule;
        private int exercised;
        private int provoked;

        Row(Rule rule) {
            this.rule = rule;
        }
    }

    /**
     * What became of a rule.
     *
     * @param rule the rule
     * @param exercised in how many scenarios there was something to decide about
     * @param provoked in how many of these it was broken
     */
    public record Line(Rule rule, int exercised, int provoked) {
        /** Returns the state in a word: provoked, exercised or never reached. */
        public String state() {
            if (provoked > 0) {
                return "provoked";
            }
            return exercised > 0 ? "exercised" : "never reached";
        }

        /** Returns what a scenario has to have so that the rule is looked at. */
        public String occasion() {
            return RuleOccasions.of(rule).map(Occasion::words).orElse("");
        }
    }

    /** Makes a count of nothing yet. */
    public RuleCoverage() {
        StandardRules.book().rules().forEach(rule -> rows.add(new Row(rule)));
    }

    /** Counts a scenario that was played. */
    public void add(ScenarioResult result) {
        List<Row> open = new ArrayList<>();
        for (Row row : rows) {
            if (result.violations().contains(row.rule.id().text())) {
                row.provoked++;
                row.exercised++;
            } else {
                open.add(row);
            }
        }
        for (TraceEntry entry : result.trace()) {
            TraceLayer layer = entry.record().layer();
            if (layer == TraceLayer.KERNEL || layer == TraceLayer.WSK) {
                look(entry, open);
            }
        }
    }

    private static void look(TraceEntry entry, List<Row> open) {
        for (Iterator<Row> rest = open.iterator(); rest.hasNext(); ) {
            Row row = rest.next();
            boolean there = RuleOccasions.of(row.rule)
                    .filter(occasion -> occasion.isIn(entry.record()))
                    .isPresent();
            if (there) {
                row.exercised++;
                rest.remove();
            }
        }
    }

    /** Returns the counts of all rules, in the order of the book. */
    public ImmutableList<Line> lines() {
        return rows.stream()
                .map(row -> new Line(row.rule, row.exercised, row.provoked))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns how many rules were provoked. */
    public int provoked() {
        return (int) rows.stream().filter(row -> row.provoked > 0).count();
    }

    /** Returns how many rules were exercised, those provoked included. */
    public int reached() {
        return (int) rows.stream().filter(row -> row.exercised > 0).count();
    }

    /** Tells whether at least this part of the rules was reached. */
    public boolean isAtLeast(int percent) {
        return reached() * PERCENT >= percent * rows.size();
    }

    /** Returns the counts in one line. */
    public String summary() {
        int reached = reached();
        int tenths = rows.isEmpty() ? 0 : reached * PERCENT * 10 / rows.size();
        return "rule coverage: " + reached + " of " + rows.size() + " rules reached (" + tenths / 10 + "." + tenths % 10
                + " %): " + provoked() + " provoked, " + (reached - provoked()) + " exercised only, "
                + (rows.size() - reached) + " never reached";
    }

    /** Returns the report for people: the counts, and the rules; of a short one only those never reached. */
    public String text(Detail detail) {
        StringBuilder text = new StringBuilder(summary()).append('\n');
        for (Line line : lines()) {
            if (detail == Detail.VERBOSE || line.exercised() == 0) {
                append(line, text);
            }
        }
        return text.toString();
    }

    private static void append(Line line, StringBuilder text) {
        String counts = line.exercised() == 0 ? "" : " in " + line.exercised();
        String broken = line.provoked() == 0 ? "" : ", broken in " + line.provoked();
        text.append("  ").append(Strings.padEnd(line.rule().id().text(), 16, ' '));
        text.append(line.rule().title())
                .append(": ")
                .append(line.state())
                .append(counts)
                .append(broken);
        if (line.exercised() == 0 && !line.occasion().isEmpty()) {
            text.append("; it takes ").append(line.occasion());
        }
        text.append('\n');
    }
}
