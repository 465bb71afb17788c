package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.Scenario;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Loads scenario files.
 *
 * <p>A file is judged whole: every problem that can be seen at once is in the result, and no exception, hang or
 * unbounded use of memory comes from any input. Only when the text is not YAML at all the first error is the only one,
 * since all behind it would be guesses.
 */
public final class ScenarioLoader {
    private final ScenarioElement language;
    private final ImmutableMap<String, String> settings;

    private ScenarioLoader(ScenarioElement language, ImmutableMap<String, String> settings) {
        this.language = language;
        this.settings = settings;
    }

    /** Makes a loader that knows these functions. */
    public ScenarioLoader(FunctionParameters functions) {
        this(new ScenarioElement(functions), ImmutableMap.of());
    }

    /** Makes a loader that knows the functions of {@link DocumentedFunctions}. */
    public ScenarioLoader() {
        this(new DocumentedFunctions());
    }

    /**
     * Returns a loader that sets parameters of scenarios in place of their defaults; a scenario that has no parameter of one
     * of these names has a problem.
     *
     * @param newSettings the values, as they would be written in the file, by the names of the parameters
     */
    public ScenarioLoader withParameters(ImmutableMap<String, String> newSettings) {
        return new ScenarioLoader(language, newSettings);
    }

    /** Loads a file of any file system. */
    public LoadResult load(Path file) {
        return load(SourceReader.read(file));
    }

    /** Loads a text that is in memory; the name stands for a file's name in positions and problems. */
    public LoadResult loadText(String name, String text) {
        return load(SourceReader.ofText(name, text));
    }

    /** Loads a text that is in memory with changes that somebody else makes to it. */
    public LoadResult loadPatched(String name, String text, ScenarioPatch patch) {
        return load(SourceReader.ofText(name, text), patch);
    }

    private LoadResult load(Problems problems) {
        return load(problems, ScenarioPatch.NONE);
    }

    private LoadResult load(Problems problems, ScenarioPatch patch) {
        if (problems.count() > 0) {
            return new LoadResult(ImmutableList.of(), problems.all());
        }
        try {
            Optional<Node.Mapping> root = YamlTree.parse(problems).map(patch::apply);
            return root.map(tree -> variants(tree, problems))
                    .orElseGet(() -> new LoadResult(ImmutableList.of(), problems.all()));
        } catch (TooManyProblemsException e) {
            return new LoadResult(ImmutableList.of(), new VariantProblems().merge(problems.all()));
        }
    }

    private Optional<Scenario> variant(Matrix.Cell cell, Node.Mapping root, Problems problems) {
        try {
            return Optional.of(
                    language.read(cell.apply(root, problems), cell.variant().withParameters(settings), problems));
        } catch (TooManyProblemsException e) {
            return Optional.empty();
        }
    }

    private LoadResult variants(Node.Mapping written, Problems problems) {
        Node.Mapping root = Parameters.apply(RepetitionSpelling.correct(written, problems), settings, problems);
        ImmutableList.Builder<Scenario> scenarios = ImmutableList.builder();
        VariantProblems found = new VariantProblems();
        for (Matrix.Cell cell : Matrix.cells(root, problems)) {
            Problems own = new Problems(problems.source());
            variant(cell, root, own).ifPresent(scenarios::add);
            found.add(cell.variant(), own.all());
            if (found.isEnough()) {
                break;
            }
        }
        ImmutableList<ScenarioProblem> all = found.merge(problems.all());
        return new LoadResult(all.isEmpty() ? scenarios.build() : ImmutableList.of(), all);
    }
}
