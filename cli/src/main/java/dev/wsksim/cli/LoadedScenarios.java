package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.load.ScenarioProblem;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.report.SourceLines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All scenarios that were asked for, or all that is wrong with them. */
final class LoadedScenarios implements SourceLines {
    private final Map<String, ScenarioSource> sources = new LinkedHashMap<>();
    private final Map<String, ScenarioSource> parts = new LinkedHashMap<>();
    /** The lines of those files that reports have shown a line of. */
    private final Map<String, ImmutableList<String>> lines = new LinkedHashMap<>();

    private final List<Scenario> scenarios = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    /** Of a part that several scenarios include the problems are told once. */
    private final Set<ScenarioProblem> scenarioProblems = new LinkedHashSet<>();

    private int selectionProblems;

    private LoadedScenarios() {}

    /** Finds and loads what the words stand for. */
    static LoadedScenarios of(Surroundings surroundings, List<String> words, ImmutableMap<String, String> parameters) {
        ScenarioSelection selection = new ScenarioSelection(surroundings.files(), surroundings.bundle());
        selection.addAll(words);
        LoadedScenarios loaded = new LoadedScenarios();
        loaded.problems.addAll(selection.problems());
        loaded.selectionProblems = selection.problems().size();
        ScenarioLoader loader = new ScenarioLoader().withParameters(parameters);
        for (ScenarioSource source : selection.sources()) {
            if (surroundings.interruption().isRaised()) {
                break;
            }
            loaded.add(source, source.load(loader));
        }
        return loaded;
    }

    private void add(ScenarioSource source, LoadResult result) {
        sources.put(source.name(), source);
        scenarios.addAll(result.variants());
        result.included().forEach(part -> parts.putIfAbsent(part, source.part(part)));
        for (ScenarioProblem problem : result.problems()) {
            if (scenarioProblems.add(problem)) {
                problems.add(problem.render());
            }
        }
    }

    /** Returns the scenarios, each variant on its own, in the order in which they were asked for. */
    ImmutableList<Scenario> scenarios() {
        return ImmutableList.copyOf(scenarios);
    }

    /** Returns everything that is wrong, ready to be shown; empty when all can be run. */
    ImmutableList<String> problems() {
        return ImmutableList.copyOf(problems);
    }

    /** Returns the text of a file that was loaded or included; empty when it cannot be read any more. */
    Optional<String> text(String file) {
        return Optional.ofNullable(sources.getOrDefault(file, parts.get(file))).flatMap(ScenarioSource::text);
    }

    /** Returns the files that are included. */
    ImmutableList<ScenarioSource> parts() {
        return ImmutableList.copyOf(parts.values());
    }

    /** Returns what is wrong with the scenarios that could be read, for machines. */
    ImmutableList<ScenarioProblem> scenarioProblems() {
        return ImmutableList.copyOf(scenarioProblems);
    }

    /** Returns how many files were loaded. */
    int fileCount() {
        return sources.size();
    }

    /** Returns all problems as one text with their number at the end. */
    String problemText() {
        int problemCount = selectionProblems + scenarioProblems.size();
        String count = problemCount == 1 ? "1 problem" : problemCount + " problems";
        return String.join("\n\n", problems) + "\n\n" + count + "\n";
    }

    @Override
    public String line(SourcePosition position) {
        if (!position.isKnown()) {
            return "";
        }
        ImmutableList<String> all = lines.computeIfAbsent(position.file(), this::linesOf);
        return position.line() <= all.size() ? all.get(position.line() - 1) : "";
    }

    private ImmutableList<String> linesOf(String file) {
        return text(file)
                .map(text -> text.lines().collect(ImmutableList.toImmutableList()))
                .orElse(ImmutableList.of());
    }
}
