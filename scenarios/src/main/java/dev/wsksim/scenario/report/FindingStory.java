package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import java.util.Optional;

/**
 * Tells of each finding of one report what led there and what the state was, or why nothing did.
 *
 * <p>Unless everything is asked for, what follows from a stall refers to what is told of that.
 */
public final class FindingStory {
    private final TracedRun run;
    private final boolean everything;
    private final EvidenceText evidence;
    private final StateText states = new StateText();
    private Optional<SimTime> stalledAt = Optional.empty();

    /**
     * Begins a report.
     *
     * @param run what the findings are about
     * @param everything whether nothing is to be left out
     * @param whole which option shows what is left out; empty for none
     */
    public FindingStory(TracedRun run, boolean everything, String whole) {
        this.run = run;
        this.everything = everything;
        this.evidence = new EvidenceText(everything, whole);
    }

    /**
     * A line of the story.
     *
     * @param isHeading whether it stands above others
     * @param text the line
     */
    public record Line(boolean isHeading, String text) {}

    /** Returns the story of the next finding. */
    public ImmutableList<Line> next(Finding finding) {
        if (finding.evidence().isEmpty()) {
            return ImmutableList.of(new Line(true, "what led there: nothing; " + reason(finding.kind())));
        }
        if (!everything && stalledAt.equals(Optional.of(finding.at())) && !happenedThen(finding)) {
            return ImmutableList.of(new Line(true, "what led there: it follows from the stall above"));
        }
        if (finding.kind() == FindingKind.STALL) {
            stalledAt = Optional.of(finding.at());
        }
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        EvidenceText.Lines chain = evidence.next(finding.evidence());
        lines.add(new Line(true, chain.heading()));
        chain.lines().forEach(line -> lines.add(new Line(false, line)));
        ImmutableList<String> state = states.next(new StateThen(finding, run));
        if (!state.isEmpty()) {
            lines.add(new Line(true, "state at " + finding.at() + ":"));
            state.forEach(line -> lines.add(new Line(false, "  " + line)));
        }
        return lines.build();
    }

    /** What was done wrong, or was expected to be, does not follow from a stall. */
    private static boolean happenedThen(Finding finding) {
        return finding.kind() == FindingKind.VIOLATION || finding.kind() == FindingKind.BUG_CHECK;
    }

    /** Returns why no entry of the trace led to a finding of this kind. */
    private static String reason(FindingKind kind) {
        return switch (kind) {
            case BUG_CHECK -> "the driver made no call";
            case CALLBACKS -> "no callback was called, and no call enabled one";
            case CONNECTION -> "no entry of the trace is about this connection";
            case DECISION -> "it was never asked for";
            case FAULT -> "the function was never called";
            case FINAL_STATE -> "no entry of the trace is about this socket";
            case LEFT_OVER -> "no entry of the trace takes a thing of this kind away";
            case PACKETS -> "no packet like it was sent";
            case REACHED -> "no entry of the trace has half of these words";
            case VIOLATION -> "there was no occasion to break the rule";
            case ARGUMENT, COMPLETION, CONVERSATION, LIMIT, NOT_SIMULATED, OUTPUT, RETURN, STALL, STEP ->
                "no entry of the trace is about it";
        };
    }
}
