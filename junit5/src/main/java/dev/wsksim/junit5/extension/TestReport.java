package dev.wsksim.junit5.extension;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import dev.wsksim.Configuration;
import dev.wsksim.Profile;
import dev.wsksim.scenario.report.ObjectsInEvidence;
import dev.wsksim.scenario.report.TraceText;
import dev.wsksim.scenario.report.VisibleText;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.trace.TraceEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what failed tests say, in the form of the command line's reports: findings with what led there, or the last that
 * happened, and with what and how to play the test again.
 */
public final class TestReport {
    private static final int FIRST_EVIDENCE = 8;
    private static final int LAST_EVIDENCE = 14;
    private static final int LAST_ENTRIES = 12;
    private static final String INDENT = "    ";

    private final TestWorld world;
    private final Optional<String> remark;

    /** Makes reports about a world; the remark is a line more, above the one about replay. */
    public TestReport(TestWorld world, Optional<String> remark) {
        this.world = world;
        this.remark = remark;
    }

    /** Returns the message of a test that passed but for these findings. */
    public String audit(List<Finding> findings) {
        String count = findings.size() == 1 ? "1 thing is not as it" : findings.size() + " things are not as they";
        StringBuilder text = new StringBuilder("the test passed, but " + count + " should be at its end (");
        text.append(world.simulation().loop().now()).append(" of virtual time)\n");
        appendFindings(text, findings);
        return text.append(circumstances()).toString();
    }

    /** Returns what a test that has failed by itself adds to its message. */
    public String failure(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        appendFindings(text, findings);
        if (findings.stream().allMatch(finding -> finding.evidence().isEmpty())) {
            appendLast(text);
        }
        String waiting = world.simulation().loop().describeWaiting();
        if (!waiting.isEmpty()) {
            text.append("\n  somebody waits: ")
                    .append(VisibleText.line(waiting))
                    .append('\n');
        }
        return text.append(circumstances()).toString();
    }

    private void appendLast(StringBuilder text) {
        ImmutableList<TraceEntry> all = world.trace().entries();
        if (all.isEmpty()) {
            text.append("\n  nothing has happened in the simulation\n");
            return;
        }
        text.append("\n  what happened last, until ")
                .append(world.simulation().loop().now())
                .append(":\n");
        appendEntries(text, all.subList(Math.max(0, all.size() - LAST_ENTRIES), all.size()));
    }

    /** A rule that is broken again and again shows only the first time what led there. */
    private void appendFindings(StringBuilder text, List<Finding> findings) {
        Set<String> shown = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (finding.kind() != FindingKind.VIOLATION || finding.rule().isEmpty() || shown.add(finding.rule())) {
                appendFinding(text, finding);
            } else {
                appendHeadline(text, finding);
            }
        }
    }

    private static void appendHeadline(StringBuilder text, Finding finding) {
        text.append("\n  ").append(VisibleText.line(finding.title()));
        text.append(" [")
                .append(finding.kind().label())
                .append(", at ")
                .append(finding.at())
                .append("]\n");
    }

    private void appendFinding(StringBuilder text, Finding finding) {
        appendHeadline(text, finding);
        appendField(text, "expected", finding.expected());
        appendField(text, "actual", finding.actual());
        appendField(text, "hint", finding.hint());
        appendField(text, "see", finding.rule());
        appendEvidence(text, finding);
    }

    private static void appendField(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append(INDENT).append(Strings.padEnd(label + ":", 10, ' '));
            text.append(VisibleText.line(value)).append('\n');
        }
    }

    private void appendEvidence(StringBuilder text, Finding finding) {
        ImmutableList<TraceEntry> evidence = finding.evidence();
        if (evidence.isEmpty()) {
            return;
        }
        text.append(INDENT).append("what led there:\n");
        int hidden = evidence.size() - FIRST_EVIDENCE - LAST_EVIDENCE;
        if (hidden > 1) {
            appendEntries(text, evidence.subList(0, FIRST_EVIDENCE));
            text.append(INDENT).append("  ... ").append(hidden).append(" more\n");
            appendEntries(text, evidence.subList(FIRST_EVIDENCE + hidden, evidence.size()));
        } else {
            appendEntries(text, evidence);
        }
        appendObjects(text, finding);
    }

    private void appendObjects(StringBuilder text, Finding finding) {
        var objects = ObjectsInEvidence.lastOf(finding, world.trace().entries());
        if (!objects.isEmpty()) {
            text.append(INDENT).append("by then:\n");
        }
        objects.forEach(object -> text.append(INDENT)
                .append("  ")
                .append(Strings.padEnd(object.getKey(), 10, ' '))
                .append(" at ")
                .append(object.getValue().time())
                .append(" (entry ")
                .append(object.getValue().number())
                .append("): ")
                .append(VisibleText.line(object.getValue().record().describe()))
                .append('\n'));
    }

    private static void appendEntries(StringBuilder text, List<TraceEntry> entries) {
        entries.forEach(
                entry -> text.append(INDENT).append(TraceText.line(entry)).append('\n'));
    }

    private String circumstances() {
        Configuration configuration = world.simulation().configuration();
        return "\n  seed " + configuration.seed() + ", profile "
                + configuration.profile().label() + ", decisions "
                + world.settings().deciding() + "\n  digest "
                + world.digest().hex()
                + remark.map(line -> "\n  " + line).orElse("") + "\n  replay: " + replay() + "\n";
    }

    /** Returns how to play the test again, with a build tool or alone. */
    String replay() {
        Configuration configuration = world.simulation().configuration();
        TestSettings settings = world.settings();
        String test = settings.name();
        StringBuilder line = new StringBuilder("@Seed(" + configuration.seed() + ") at " + test);
        line.append(", or: mvn test -Dtest='")
                .append(test)
                .append("' -Dwsksim.seed=")
                .append(configuration.seed());
        if (configuration.profile() != Profile.DEFAULT) {
            line.append(" -Dwsksim.profile=").append(configuration.profile().label());
        }
        settings.decisions()
                .filter(decisions -> decisions != DecisionMode.TYPICAL)
                .ifPresent(decisions -> line.append(" -Dwsksim.decisions=").append(decisions.label()));
        return line.toString();
    }
}
