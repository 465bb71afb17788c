package dev.wsksim.scenario.run;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import dev.wsksim.scenario.model.Baseline;
import dev.wsksim.scenario.model.Baseline.Accepted;
import dev.wsksim.scenario.model.Baseline.Spot;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.verifier.rule.StandardRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Takes the violations that a baseline accepts out of results, and keeps account of what was and was not there. */
public final class BaselineJudge {
    private final Baseline baseline;
    private final UnaryOperator<String> fileNames;
    private final boolean everything;
    private final Map<Spot, Integer> most = new LinkedHashMap<>();
    private final Set<String> played = new LinkedHashSet<>();

    /**
     * Makes a judge.
     *
     * @param baseline what is accepted
     * @param fileNames turns the name of a scenario's file into the one that the baseline uses
     * @param everything whether every violation is accepted, since it is going to be written down
     */
    public BaselineJudge(Baseline baseline, UnaryOperator<String> fileNames, boolean everything) {
        this.baseline = baseline;
        this.fileNames = fileNames;
        this.everything = everything;
    }

    /** Returns a result without the findings that are accepted; remarks tell of them. */
    public ScenarioResult judge(ScenarioResult result) {
        if (result.verdict() == Verdict.SKIPPED) {
            return result;
        }
        Multiset<Spot> seen = LinkedHashMultiset.create();
        List<Finding> left = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>(result.remarks());
        for (Finding finding : result.findings()) {
            Optional<Spot> spot = spot(finding, result.scenario());
            spot.ifPresent(seen::add);
            boolean accepted = spot.isPresent() && (everything || seen.count(spot.get()) <= allowed(spot.get()));
            if (accepted) {
                remarks.add(new Remark(
                        Remark.Kind.TOLERATED,
                        finding.position(),
                        spot.get().rule(),
                        message(finding, spot.get().rule()),
                        because(spot.get())));
            } else {
                left.add(finding);
            }
        }
        // A run that stopped early tells nothing of what it did not come to.
        if (result.findings().stream().noneMatch(finding -> finding.kind().isInconclusive())) {
            played.add(place(result.scenario()));
        }
        seen.entrySet().forEach(one -> most.merge(one.getElement(), one.getCount(), Math::max));
        return left.size() == result.findings().size()
                ? result
                : result.with(ImmutableList.copyOf(left), ImmutableList.copyOf(remarks));
    }

    private static String message(Finding finding, String rule) {
        String prefix = rule + ": ";
        String title = finding.title();
        String what = title.startsWith(prefix) ? title.substring(prefix.length()) : title;
        return finding.actual().isEmpty()
                ? what
                : what + ": " + finding.actual().lines().findFirst().orElse("");
    }

    private int allowed(Spot spot) {
        return find(spot).map(Accepted::times).orElse(0);
    }

    private String because(Spot spot) {
        String reason = find(spot).map(Accepted::because).orElse("");
        return reason.isEmpty() ? "in the baseline" : "in the baseline, because " + reason;
    }

    private Optional<Accepted> find(Spot spot) {
        return baseline.accepted().stream()
                .filter(one -> one.spot().equals(spot))
                .findFirst();
    }

    /** Only a broken rule can be accepted: not an expectation that is not met, nor a bug check. */
    private Optional<Spot> spot(Finding finding, Scenario scenario) {
        boolean fits = finding.kind() == FindingKind.VIOLATION || finding.kind() == FindingKind.LEFT_OVER;
        String id = Splitter.on(' ').split(finding.rule()).iterator().next();
        if (!fits || StandardRules.book().rule(id).isEmpty()) {
            return Optional.empty();
        }
        String file = fileNames.apply(scenario.position().file());
        SourcePosition position = finding.position();
        return Optional.of(new Spot(file, scenario.variant().label(), id, EnduringPlace.of(position, scenario)));
    }

    private String place(Scenario scenario) {
        return fileNames.apply(scenario.position().file()) + "\n"
                + scenario.variant().label();
    }

    private boolean isPlayed(Accepted one) {
        return played.contains(one.spot().file() + "\n" + one.spot().variant());
    }

    /** Returns what is accepted more often than it was there, of scenarios that were played to their ends. */
    public ImmutableList<Accepted> gone() {
        return baseline.accepted().stream()
                .filter(one -> isPlayed(one) && most.getOrDefault(one.spot(), 0) < one.times())
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns how many entries are about scenarios that were not played to their ends. */
    public int unjudged() {
        return (int) baseline.accepted().stream().filter(one -> !isPlayed(one)).count();
    }

    /** Returns how often an accepted violation was there. */
    public int times(Accepted one) {
        return most.getOrDefault(one.spot(), 0);
    }

    /** Returns what was there, and what is accepted of scenarios that were not played, as a new baseline. */
    public Baseline renewed() {
        ImmutableList.Builder<Accepted> all = ImmutableList.builder();
        most.forEach((spot, times) -> all.add(
                new Accepted(spot, times, find(spot).map(Accepted::because).orElse(""), SourcePosition.NONE)));
        baseline.accepted().stream()
                .filter(one -> !isPlayed(one) && !most.containsKey(one.spot()))
                .forEach(all::add);
        return new Baseline(all.build());
    }
}
