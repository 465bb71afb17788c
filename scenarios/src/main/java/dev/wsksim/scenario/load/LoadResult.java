package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.Scenario;
import java.util.stream.Collectors;

/**
 * What a file gave: scenarios, or the problems that keep it from being run.
 *
 * @param variants the scenario, or one for each cell of its matrix; empty when there is a problem
 * @param problems everything that is wrong with the file, in the order of its lines, and then with what it includes
 * @param included the names of the files that it includes, in the order in which they were read
 */
public record LoadResult(
        ImmutableList<Scenario> variants, ImmutableList<ScenarioProblem> problems, ImmutableList<String> included) {
    /** Tells whether the file can be run. */
    public boolean isUsable() {
        return problems.isEmpty();
    }

    /** Returns all problems as they are shown to users, with an empty line in between. */
    public String renderProblems() {
        return problems.stream().map(ScenarioProblem::render).collect(Collectors.joining("\n\n"));
    }
}
