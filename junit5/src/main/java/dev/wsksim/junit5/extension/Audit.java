package dev.wsksim.junit5.extension;

import com.google.common.collect.ImmutableList;
import dev.wsksim.WindowsHost;
import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.scenario.model.LeftOver;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.scenario.run.LeftOvers;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.Violation;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.provider.WskRegistration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at a world when its test is over: lets happen what is still to happen, unregisters the client that was registered for the test, and finds
 * what waits for ever, what rules are broken and what is left over.
 */
public final class Audit {
    private final TestWorld world;
    private final TestFindings findings;

    /** Makes the audit of a world. */
    public Audit(TestWorld world) {
        this.world = world;
        this.findings = new TestFindings(world);
    }

    /** Makes the audit, which changes the world, and returns what is not as it should be. */
    public ImmutableList<Finding> run() {
        List<Finding> found = new ArrayList<>();
        try {
            play(found);
        } catch (RuntimeException e) {
            found.add(findings.breakdown(e).orElseThrow(() -> e));
            broken().forEach(found::add);
        }
        return ImmutableList.copyOf(found);
    }

    /** Returns the rules that have been broken by now and were not expected to be. */
    public ImmutableList<Finding> broken() {
        return world.verifier().judgement().counting().stream()
                .filter(violation -> expected(id(violation.rule())).isEmpty())
                .map(findings::violation)
                .collect(ImmutableList.toImmutableList());
    }

    private void play(List<Finding> found) {
        addRaisedIrql(found);
        SimulationLoop loop = world.simulation().loop();
        if (loop.run() == LoopOutcome.STALLED) {
            found.add(findings.atEnd(
                    FindingKind.STALL,
                    "the test is over, nothing can happen any more, and somebody waits",
                    "",
                    loop.describeWaiting(),
                    "let what is waited for happen, or cancel the wait",
                    ""));
        }
        ImmutableList<WskRegistration> before = world.host().wsk().registrations();
        world.knownClient().ifPresent(client -> client.unregister(world.host(), world.simulation()));
        Map<LeftOver, String> left = LeftOvers.of(
                world.host(), registrations(before), world.knownClient().isPresent());
        world.verifier().driverUnloaded();
        found.addAll(broken());
        left.forEach((kind, what) -> addLeftOver(found, kind, what));
        world.settings().expected().forEach(expected -> addMissing(found, expected));
        addTraceLimit(found);
    }

    /** What unregistering removed is looked at too: it may still have a descriptor in its cache. */
    private ImmutableList<WskRegistration> registrations(ImmutableList<WskRegistration> before) {
        WindowsHost host = world.host();
        ImmutableList.Builder<WskRegistration> all = ImmutableList.builder();
        all.addAll(before);
        host.wsk().registrations().stream().filter(one -> !before.contains(one)).forEach(all::add);
        return all.build();
    }

    /** A rule that was broken by it tells of it, and a rule that is expected to be broken, or is off, excuses it. */
    private void addLeftOver(List<Finding> found, LeftOver kind, String what) {
        Optional<Rule> rule = LeftOvers.rule(kind).flatMap(StandardRules.book()::rule);
        boolean told = rule.isPresent()
                && (found.stream().anyMatch(finding -> finding.title().startsWith(id(rule.get()) + ":"))
                        || expected(id(rule.get())).isPresent()
                        || world.verifier().policy().toleration(rule.get()).isPresent());
        if (!told) {
            found.add(findings.atEnd(
                    FindingKind.LEFT_OVER,
                    "something is left over: " + kind.word(),
                    "nothing",
                    what,
                    rule.map(Rule::fix).orElse("undo it before the test ends"),
                    rule.map(TestFindings::reference).orElse("")));
        }
    }

    /** A test that ends at a raised IRQL has forgotten to lower it; what comes behind it runs at PASSIVE_LEVEL again. */
    private void addRaisedIrql(List<Finding> found) {
        Irql left = world.host().processor().switchIrql(Irql.PASSIVE_LEVEL);
        if (left != Irql.PASSIVE_LEVEL) {
            addLeftOver(found, LeftOver.RAISED_IRQL, world.host().processor().currentThread() + " is at " + left);
        }
    }

    private void addMissing(List<Finding> found, ExpectedViolation expected) {
        ImmutableList<Violation> violations = world.verifier().violations();
        long count = expected.count(violations);
        if (count < expected.atLeast() || count > expected.atMost()) {
            found.add(findings.expectation(expected, count, violations));
        }
    }

    private void addTraceLimit(List<Finding> found) {
        if (world.trace().dropped() > 0) {
            found.add(findings.atEnd(
                    FindingKind.LIMIT,
                    "the trace is longer than what is kept of it",
                    "",
                    world.trace().dropped() + " entries more",
                    "make the test smaller",
                    ""));
        }
    }

    private Optional<ExpectedViolation> expected(String id) {
        return world.settings().expected().stream()
                .filter(expected -> expected.rule().equals(id))
                .findFirst();
    }

    private static String id(Rule rule) {
        return rule.id().text();
    }
}
