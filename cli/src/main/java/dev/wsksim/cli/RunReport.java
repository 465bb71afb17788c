package dev.wsksim.cli;

import dev.wsksim.engine.SimTime;
import dev.wsksim.export.netstat.NetstatText;
import dev.wsksim.export.netstat.NetworkSnapshot;
import dev.wsksim.scenario.report.Annotations;
import dev.wsksim.scenario.report.Detail;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.Emphasis.Part;
import dev.wsksim.scenario.report.ReportedCase;
import dev.wsksim.scenario.report.Tally;
import dev.wsksim.scenario.report.TextReport;
import dev.wsksim.scenario.report.TraceText;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells what comes of a run, scenario by scenario, and sums it up. */
final class RunReport {
    private final PrintWriter out;
    private final Detail detail;
    private final Emphasis emphasis;
    private final TextReport text;
    private final FaultText faultText;
    private final Optional<Annotations> annotations;
    private final boolean trace;
    private final boolean watched;
    private final Tally tally = new Tally();
    private final long began = System.nanoTime();
    private int faults;
    private boolean blankLineLast = true;

    RunReport(
            PrintWriter out,
            Detail detail,
            Emphasis emphasis,
            TextReport text,
            FaultText faultText,
            Optional<Annotations> annotations,
            boolean trace,
            boolean watched) {
        this.out = out;
        this.detail = detail;
        this.emphasis = emphasis;
        this.text = text;
        this.faultText = faultText;
        this.annotations = annotations;
        this.trace = trace;
        this.watched = watched;
    }

    /** Says what is going to be run; nothing is when the user stopped the run while files were read. */
    void begin(int scenarios, int files, String seed) {
        if (detail != Detail.QUIET && scenarios > 0) {
            out.println(counted(scenarios, "scenario") + " in " + counted(files, "file") + ", " + seed);
            out.println();
            out.flush();
        }
    }

    /** Says why nothing is run although nothing is wrong. */
    void nothingToRun(String reason) {
        if (detail != Detail.QUIET && !reason.isEmpty()) {
            out.println(reason);
        }
    }

    /** Tells what came of one scenario. */
    void add(Outcome outcome, ReportedCase reported) {
        if (outcome instanceof Outcome.Played played) {
            add(played.result());
        } else {
            faults++;
            print(faultText.of(outcome));
        }
        annotations.ifPresent(form -> print(form.of(reported)));
        out.flush();
    }

    private void add(ScenarioResult result) {
        tally.add(result.verdict());
        print(text.of(result));
        boolean told = detail != Detail.QUIET || result.verdict() != Verdict.PASSED;
        if (told && result.verdict() != Verdict.SKIPPED) {
            if (trace) {
                print(TraceText.of(result.trace()));
            }
            print(result.snapshots(), result.endedAt());
        }
    }

    private void print(List<NetworkSnapshot> snapshots, SimTime endedAt) {
        for (NetworkSnapshot snapshot : snapshots) {
            boolean over = snapshot.at().compareTo(endedAt) > 0;
            print((blankLineLast ? "" : "\n") + NetstatText.of(snapshot));
            print((over ? "the run ended at " + endedAt + "\n" : "") + "\n");
            blankLineLast = true;
        }
    }

    private void print(String lines) {
        out.print(lines);
        blankLineLast = lines.isEmpty() ? blankLineLast : lines.endsWith("\n\n");
    }

    /** Returns how many outcomes were added. */
    int count() {
        return tally.total() + faults;
    }

    /**
     * Sums up. The wall time is for a person at a terminal only, and a quiet report has no summary.
     */
    void end(int planned, boolean interrupted, boolean twice) {
        if (detail == Detail.QUIET && !interrupted) {
            return;
        }
        if (!blankLineLast) {
            out.println();
        }
        if (interrupted) {
            out.println(interruption(planned));
        } else if (count() < planned) {
            out.println(
                    "stopped at the first that did not pass: " + counted(planned - count(), "scenario") + " not run");
        }
        String faultCount =
                faults == 0 ? "" : ", " + emphasis.mark(Part.FAILED, counted(faults, "fault") + " of wsksim");
        out.println(tally.text(emphasis) + faultCount + wallTime());
        if (twice && faults == 0 && !interrupted) {
            out.println("each scenario was run twice, and both runs had the same digest");
        }
        out.flush();
    }

    /** Adds lines behind the summary, for who wants one. */
    void tell(String lines) {
        if (detail != Detail.QUIET) {
            out.print(lines);
            out.flush();
        }
    }

    private String interruption(int planned) {
        if (planned == 0) {
            return emphasis.mark(Part.INCONCLUSIVE, "interrupted: files were still being read, no scenario was begun");
        }
        String what = "interrupted: " + count() + " of " + counted(planned, "scenario") + " were begun";
        return emphasis.mark(Part.INCONCLUSIVE, what) + "; those cut short are inconclusive";
    }

    /** A report that goes to a file depends on nothing but the scenarios. */
    private String wallTime() {
        long millis = (System.nanoTime() - began) / 1_000_000;
        return watched ? String.format(Locale.ROOT, " (%d.%d s)", millis / 1000, millis % 1000 / 100) : "";
    }

    /**
     * Returns the exit code of the run: a fault of ours wins, then the user's Ctrl-C, then the verdicts and a bound that
     * all scenarios together have not come to.
     */
    int exitCode(boolean interrupted, boolean shortOfBound) {
        if (faults > 0) {
            return ExitCode.FAULT;
        }
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        return shortOfBound ? ExitCode.FAILED : ExitCode.of(tally.verdict());
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
