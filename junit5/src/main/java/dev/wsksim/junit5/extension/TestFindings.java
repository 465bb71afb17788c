package dev.wsksim.junit5.extension;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.DecisionMismatchException;
import dev.wsksim.engine.LimitReachedException;
import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ke.WaitAbandonedException;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.Violation;
import dev.wsksim.wsk.NotSimulatedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts what is wrong with a test's world into findings, as the command line has them, with the trace entries that led there. */
final class TestFindings {
    private final TestWorld world;

    TestFindings(TestWorld world) {
        this.world = world;
    }

    /** Returns a rule and its pages, as reports refer to them. */
    static String reference(Rule rule) {
        return rule + " [" + String.join(", ", rule.pages()) + "]";
    }

    Finding violation(Violation violation) {
        long entry = violation.entries().isEmpty() ? 0 : violation.entries().get(0);
        Rule rule = violation.rule();
        return at(
                entry,
                FindingKind.VIOLATION,
                rule.id().text() + ": " + violation.message(),
                "",
                "",
                rule.fix(),
                reference(rule));
    }

    /** Returns what is wrong with an expectation that so many violations do not meet. */
    Finding expectation(ExpectedViolation expected, long count, List<Violation> violations) {
        String seen = violations.stream()
                .map(violation -> violation.rule().id().text())
                .distinct()
                .collect(Collectors.joining(", "));
        String actual = count == 0 ? "not once" : ExpectedViolation.times(count);
        return atEnd(
                FindingKind.VIOLATION,
                "@ExpectViolation(\"" + expected.rule() + "\"): the rule was not broken as often as expected",
                expected.bounds(),
                actual + (seen.isEmpty() ? "; no rule was broken" : "; broken rules: " + seen),
                "",
                "");
    }

    /** Returns what is wrong where an exception of the simulator has ended something; empty for any other exception. */
    Optional<Finding> breakdown(Throwable reason) {
        String title = String.valueOf(reason.getMessage());
        if (reason instanceof SimulatedBugCheck stop) {
            return Optional.of(now(
                    FindingKind.BUG_CHECK,
                    "Windows would stop with " + stop.code().name() + " ("
                            + stop.code().toHex() + ")",
                    "no bug check",
                    stop.what(),
                    "",
                    stop.page()));
        }
        if (reason instanceof NotSimulatedException missing) {
            return Optional.of(now(
                    FindingKind.NOT_SIMULATED,
                    title,
                    "",
                    missing.what(),
                    "wsksim list --functions tells what is simulated",
                    ""));
        }
        if (reason instanceof LimitReachedException) {
            SimulationLoop loop = world.simulation().loop();
            return Optional.of(now(
                    FindingKind.LIMIT,
                    title,
                    "",
                    loop.describeWaiting(),
                    "something goes on without end, or the configuration needs higher limits",
                    ""));
        }
        if (reason instanceof WaitAbandonedException) {
            return Optional.of(
                    now(FindingKind.STALL, title, "", "", "what is waited for cannot be brought about any more", ""));
        }
        return reason instanceof DecisionMismatchException
                ? Optional.of(now(
                        FindingKind.DECISION,
                        title,
                        "",
                        "",
                        "wsksim list --decisions tells the decision points with their options",
                        ""))
                : Optional.empty();
    }

    /** Makes a finding about the whole test, without entries that led there. */
    Finding atEnd(FindingKind kind, String title, String expected, String actual, String hint, String rule) {
        return at(0, kind, title, expected, actual, hint, rule);
    }

    /** Makes a finding about what is so by now, which follows from what happened last. */
    private Finding now(FindingKind kind, String title, String expected, String actual, String hint, String rule) {
        return made(last(), world.simulation().loop().now(), kind, title, expected, actual, hint, rule);
    }

    private Finding at(
            long entry, FindingKind kind, String title, String expected, String actual, String hint, String rule) {
        Optional<TraceEntry> last = world.trace().entry(entry);
        SimTime at = last.map(TraceEntry::time).orElse(world.simulation().loop().now());
        return made(last, at, kind, title, expected, actual, hint, rule);
    }

    private Optional<TraceEntry> last() {
        return world.trace().entry(world.simulation().trace().lastNumber());
    }

    private Finding made(
            Optional<TraceEntry> last,
            SimTime at,
            FindingKind kind,
            String title,
            String expected,
            String actual,
            String hint,
            String rule) {
        ImmutableList<TraceEntry> evidence = last.map(world.trace()::causesOf).orElse(ImmutableList.of());
        return new Finding(kind, SourcePosition.NONE, at, title, expected, actual, hint, rule, evidence);
    }
}
