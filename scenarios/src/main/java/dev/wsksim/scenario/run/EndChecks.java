package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.Expectations;
import dev.wsksim.scenario.model.LeftOver;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SocketExpectation;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.RuleId;
import dev.wsksim.verifier.RulePolicy;
import dev.wsksim.verifier.Violation;
import dev.wsksim.verifier.coverage.Occasion;
import dev.wsksim.verifier.coverage.RuleOccasions;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the end of a run: what was left over, which obligations were broken, in which states the sockets are, and what was reached. */
final class EndChecks {

    private final Optional<DriverState> driver;
    private final Scenario scenario;
    private final Expectations expect;
    /** What a finding about the whole run points at: the expect section, or the scenario where it has none. */
    private final SourcePosition place;

    private final RulePolicy policy;
    private final TraceLog trace;
    private final SocketHistory history;
    private final FindingsLog findings;

    EndChecks(
            Optional<DriverState> driver, Scenario scenario, RulePolicy policy, TraceLog trace, FindingsLog findings) {
        this.driver = driver;
        this.scenario = scenario;
        this.expect = scenario.expect();
        this.place = expect.position().isKnown() ? expect.position() : scenario.position();
        this.policy = policy;
        this.trace = trace;
        this.history = new SocketHistory(trace);
        this.findings = findings;
    }

    /**
     * Compares what is left over with what is expected to be; each kind stands at the step that its first instance comes
     * from.
     *
     * @param whoWaits tells who still waits, for the first finding
     */
    void checkLeftOvers(Map<LeftOver, Left> found, Supplier<String> whoWaits) {
        for (Map.Entry<LeftOver, Left> left : found.entrySet()) {
            LeftOver kind = left.getKey();
            String text = left.getValue().text();
            if (!expect.leftOver().contains(kind) && !isTolerated(kind, text)) {
                long origin = left.getValue()
                        .origin()
                        .in(trace.entries())
                        .map(TraceEntry::number)
                        .orElse(0L);
                findings.addAtEnd(
                        FindingKind.LEFT_OVER,
                        placeOf(origin),
                        "something is left over: " + kind.word(),
                        "nothing",
                        (text + "\n" + whoWaits.get()).strip(),
                        undoing(kind, text) + ", or expect it: " + expecting(kind),
                        ruleAbout(kind),
                        origin);
            }
        }
        checkExpectedLeftOvers(found);
    }

    /** Returns the YAML that expects this kind of thing too. */
    private String expecting(LeftOver kind) {
        String kinds = Stream.concat(expect.leftOver().stream(), Stream.of(kind))
                .map(LeftOver::word)
                .collect(Collectors.joining(", "));
        return "expect: { left-over: [" + kinds + "] }";
    }

    /** A rule that does not count is not counted under another name either. */
    private boolean isTolerated(LeftOver kind, String what) {
        Optional<Rule> rule = LeftOvers.rule(kind).flatMap(StandardRules.book()::rule);
        Optional<String> because = rule.flatMap(policy::toleration);
        because.ifPresent(reason -> findings.remark(new Remark(
                Remark.Kind.TOLERATED,
                place,
                rule.orElseThrow().id().toString(),
                "something is left over: " + kind.word() + ": " + what,
                reason)));
        return because.isPresent();
    }

    private static String undoing(LeftOver kind, String what) {
        return switch (kind) {
            case OPEN_SOCKET -> "close it with WskCloseSocket";
            case PENDING_IRP -> "await it, or cancel it, or close its socket";
            case UNFREED_IRP -> "free it with a step free-irp";
            case RETAINED_INDICATION -> "give it back with WskRelease";
            case CACHED_DESCRIPTOR -> "release it with WSK_RELEASE_SD";
            case ADDRESS_LIST -> "free it with WskFreeAddressInfo";
            case CAPTURED_NPI -> "release it with WskReleaseProviderNPI";
            case REGISTRATION ->
                what.contains("has not returned") ? "end what it waits for" : "undo it with WskDeregister";
            case RAISED_IRQL -> "call KeLowerIrql with what KeRaiseIrql returned";
            case OPEN_CONNECTION, UNREAD_DATA -> "let both ends close, for example with data: [close, expect: end]";
        };
    }

    /** Looks only for what is expected to be left over; a bug check leaves everything else as it was, too. */
    void checkExpectedLeftOvers(Map<LeftOver, Left> found) {
        for (LeftOver expected : expect.leftOver()) {
            if (!found.containsKey(expected)) {
                findings.add(
                        FindingKind.LEFT_OVER,
                        place,
                        "nothing of this kind is left over",
                        expected.word(),
                        "nothing",
                        "",
                        0);
            }
        }
    }

    /** Returns the rule against leaving this kind of thing, for reports; empty where there is none. */
    private static String ruleAbout(LeftOver kind) {
        return LeftOvers.rule(kind)
                .flatMap(StandardRules.book()::rule)
                .map(EndChecks::text)
                .orElse("");
    }

    private static String text(Rule rule) {
        return rule + " [" + String.join(", ", rule.pages()) + "]";
    }

    /** Compares the broken obligations with those that are expected to be broken. */
    void checkViolations(ImmutableList<Violation> violations) {
        violations.stream()
                .filter(violation -> !LeftOvers.isRule(id(violation)))
                .forEach(this::findUnlessExpected);
        tellIdleExceptions(violations);
        Set<String> seen = new LinkedHashSet<>();
        violations.forEach(violation -> seen.add(id(violation)));
        expect.violations().stream().filter(id -> !seen.contains(id.name())).forEach(id -> unbroken(id, seen));
    }

    /** Tells of a rule that was expected to be broken, with the last occasion on which it could have been. */
    private void unbroken(Reference id, Set<String> seen) {
        Optional<Rule> rule = StandardRules.book().rule(id.name());
        Optional<Occasion> occasion = rule.flatMap(RuleOccasions::of);
        Optional<TraceEntry> last = occasion.flatMap(known -> trace.entries().stream()
                .filter(entry -> known.isIn(entry.record()))
                .reduce((earlier, later) -> later));
        String words = occasion.map(Occasion::words).orElse("");
        findings.addAtEnd(
                FindingKind.VIOLATION,
                id.position(),
                "this obligation was not broken",
                id.name(),
                seen.isEmpty() ? "no rule was broken" : String.join(", ", seen),
                last.map(entry -> "it was kept: the rule looks at " + words + "; the last came at " + entry.time()
                                + inLine(entry))
                        .orElse("the rule looks at " + words + ", and there was none"),
                rule.map(EndChecks::text).orElse(""),
                last.map(TraceEntry::number).orElse(0L));
    }

    /**
     * Looks for broken obligations where a run has ended early: what is broken by then is certain, whatever would have
     * come, and nothing is said of what is not broken yet. Left-overs are not looked at, so their rules speak for them.
     */
    void checkBrokenEarly(ImmutableList<Violation> violations) {
        violations.forEach(this::findUnlessExpected);
    }

    private static String id(Violation violation) {
        return violation.rule().id().toString();
    }

    private void findUnlessExpected(Violation violation) {
        String id = id(violation);
        if (expect.violations().stream().anyMatch(expected -> expected.name().equals(id))) {
            return;
        }
        long entry = violation.entries().isEmpty() ? 0 : violation.entries().get(0);
        Optional<String> tolerated = policy.toleration(violation.rule());
        if (tolerated.isPresent()) {
            findings.remark(
                    new Remark(Remark.Kind.TOLERATED, placeOf(entry), id, violation.message(), tolerated.get()));
            return;
        }
        findings.add(
                FindingKind.VIOLATION,
                placeOf(entry),
                id + ": " + violation.message(),
                "",
                "",
                violation.rule().fix(),
                text(violation.rule()),
                entry);
    }

    private void tellIdleExceptions(ImmutableList<Violation> violations) {
        ImmutableList<RuleId> idle = policy.idle(violations);
        scenario.verifier().off().stream()
                .filter(off -> idle.contains(new RuleId(off.rule().name())))
                .forEach(off -> findings.remark(new Remark(
                        Remark.Kind.NOT_NEEDED,
                        off.rule().position(),
                        off.rule().name(),
                        "the rule is off, and was not broken",
                        "")));
    }

    /** Compares the sockets' states with the expected ones. */
    void checkFinalStates() {
        for (SocketExpectation expected : expect.finalStates()) {
            Optional<WskSocket> socket =
                    driver.flatMap(known -> known.socket(expected.socket().name()));
            String actual =
                    socket.map(found -> SocketStates.word(found.state())).orElse("it was never delivered");
            if (!actual.equals(expected.state().word())) {
                findings.addAtEnd(
                        FindingKind.FINAL_STATE,
                        expected.position(),
                        "socket '" + expected.socket() + "' is in another state",
                        expected.state().word(),
                        actual,
                        socket.flatMap(found -> history.lastCall(found.number()))
                                .map(entry -> "the last call on it was "
                                        + ((WskCallEntered) entry.record()).function() + " at " + entry.time()
                                        + inLine(entry))
                                .orElse("no call was made on it"),
                        socket.flatMap(found -> history.last(found.number()))
                                .map(TraceEntry::number)
                                .orElse(0L));
            }
        }
    }

    /** Returns the line of the step, call or answer that an entry follows from, as a part of a sentence. */
    private String inLine(TraceEntry entry) {
        return written(entry.number())
                .map(position -> ", " + position.lineSeenFrom(scenario.position()))
                .orElse("");
    }

    /** Looks for the texts that the trace is expected to contain. */
    void checkReached() {
        for (Reference text : expect.reached()) {
            boolean found = trace.entries().stream()
                    .anyMatch(entry -> entry.record().describe().contains(text.name()));
            if (!found) {
                Optional<TraceEntry> near = NearestText.in(trace.entries(), text.name());
                findings.addAtEnd(
                        FindingKind.REACHED,
                        text.position(),
                        "this was not reached",
                        text.name(),
                        "no trace entry says so",
                        near.map(entry -> "this comes nearest, at " + entry.time() + ": "
                                        + entry.record().describe())
                                .orElse("--trace shows every entry"),
                        near.map(TraceEntry::number).orElse(0L));
            }
        }
    }

    /** Returns the place of the step, call or answer that a trace entry follows from, or what a finding about the whole run points at. */
    SourcePosition placeOf(long entryNumber) {
        return written(entryNumber).orElse(place);
    }

    private Optional<SourcePosition> written(long entryNumber) {
        ImmutableList<TraceEntry> causes =
                trace.entry(entryNumber).map(trace::causesOf).orElse(ImmutableList.of());
        for (TraceEntry cause : causes.reverse()) {
            Optional<SourcePosition> inside =
                    driver.flatMap(known -> known.places().at(cause.number()));
            if (inside.isPresent()) {
                return inside;
            }
            if (cause.record() instanceof StepTaken step) {
                return placeOf(step, scenario.steps());
            }
        }
        return Optional.empty();
    }

    /** Returns where the step, call or answer is written that a trace entry follows from, or nowhere. */
    SourcePosition writtenAt(long entryNumber) {
        return written(entryNumber).orElse(SourcePosition.NONE);
    }

    private Optional<SourcePosition> placeOf(StepTaken taken, ImmutableList<Step> steps) {
        for (Step step : steps) {
            Optional<SourcePosition> inner = placeOf(taken, step.inner());
            if (inner.isPresent()) {
                return inner;
            }
            if (taken.isAt(step.position(), scenario.position())) {
                return Optional.of(step.position());
            }
        }
        return Optional.empty();
    }
}
