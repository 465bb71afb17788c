package dev.wsksim.cli;

import dev.wsksim.Configuration;
import dev.wsksim.Profile;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.Emphasis.Part;
import dev.wsksim.scenario.report.ReplayLine;
import dev.wsksim.scenario.report.TraceText;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.trace.TraceEntry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Words for what must never happen: wsksim itself is at fault. */
final class FaultText {
    private final Emphasis emphasis;
    private final ReplayLine replay;
    private final String version;
    private final boolean verbose;

    FaultText(Emphasis emphasis, ReplayLine replay, String version, boolean verbose) {
        this.emphasis = emphasis;
        this.replay = replay;
        this.version = version;
        this.verbose = verbose;
    }

    /** Returns the report of what is no result; empty for a scenario that was played. */
    String of(Outcome outcome) {
        if (outcome instanceof Outcome.BrokeDown broken) {
            return of(broken);
        }
        return outcome instanceof Outcome.Diverged diverged ? of(diverged) : "";
    }

    /** Returns the report of a run that broke down. */
    String of(Outcome.BrokeDown fault) {
        StringBuilder text = new StringBuilder(headline(fault.scenario()));
        text.append("  wsksim itself is at fault: ")
                .append(message(fault.error()))
                .append('\n');
        if (verbose) {
            StringWriter trace = new StringWriter();
            fault.error().printStackTrace(new PrintWriter(trace, true));
            trace.toString()
                    .lines()
                    .forEach(line -> text.append("    ").append(line).append('\n'));
        }
        long seed = seed(fault.scenario(), fault.options());
        String profile = profile(fault.scenario(), fault.options());
        return text.append(request(fault.scenario(), seed, profile)).toString();
    }

    /** Returns the report of two runs that differ, with the first trace entry that does. */
    String of(Outcome.Diverged fault) {
        ScenarioResult first = fault.first();
        ScenarioResult second = fault.second();
        StringBuilder text = new StringBuilder(headline(first.scenario()));
        text.append("  wsksim itself is at fault: two runs of it differ\n");
        int at = firstDifference(first.trace(), second.trace());
        text.append("    one:    ").append(entry(first.trace(), at)).append('\n');
        text.append("    other:  ").append(entry(second.trace(), at)).append('\n');
        text.append("    digest  ").append(first.digest()).append('\n');
        text.append("    other   ").append(second.digest()).append('\n');
        return text.append(
                        request(first.scenario(), first.seed(), first.profile().label()))
                .toString();
    }

    /** Returns what an error says, never with a stack trace. */
    static String message(Throwable error) {
        String what = error.getClass().getSimpleName();
        return error.getMessage() == null ? what : what + ": " + error.getMessage();
    }

    /** Returns the seed that a run with these options has. */
    static long seed(Scenario scenario, RunOptions options) {
        return options.seed().orElse(scenario.seed().orElse(Configuration.DEFAULT_SEED));
    }

    /** Returns the profile that a run with these options has. */
    static String profile(Scenario scenario, RunOptions options) {
        return options.profile()
                .map(Profile::label)
                .or(() -> scenario.profile().map(named -> named.word()))
                .orElse(Profile.DEFAULT.label());
    }

    private String headline(Scenario scenario) {
        return emphasis.mark(Part.FAILED, "fault       ") + "  " + scenario.displayName() + '\n';
    }

    private String request(Scenario scenario, long seed, String profile) {
        return "  seed " + seed + ", profile " + profile + ", wsksim " + version + '\n'
                + "  Please report this with the scenario and the next line"
                + (verbose ? ".\n" : "; --verbose adds the stack trace.\n")
                + "  " + emphasis.mark(Part.HEADING, "replay:") + " "
                + replay.of(scenario.position().file(), seed, profile) + "\n\n";
    }

    private static int firstDifference(List<TraceEntry> first, List<TraceEntry> second) {
        int at = 0;
        while (at < first.size()
                && at < second.size()
                && TraceText.line(first.get(at)).equals(TraceText.line(second.get(at)))) {
            at++;
        }
        return at;
    }

    private static String entry(List<TraceEntry> trace, int at) {
        return at < trace.size() ? TraceText.line(trace.get(at)).strip() : "(the trace ends here)";
    }
}
