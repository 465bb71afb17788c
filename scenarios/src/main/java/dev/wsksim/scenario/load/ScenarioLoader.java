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

    private final ScenarioFiles files;

    private ScenarioLoader(ScenarioElement language, ImmutableMap<String, String> settings, ScenarioFiles files) {
        this.language = language;
        this.settings = settings;
        this.files = files;
    }

    /** Makes a loader that knows these functions. */
    public ScenarioLoader(FunctionParameters functions) {
        this(new ScenarioElement(functions), ImmutableMap.of(), ScenarioFiles.NONE);
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
        return new ScenarioLoader(language, newSettings, files);
    }

    /**
     * Returns a loader that finds among these files what texts in memory include; without this they can include nothing. What
     * files include is found in their own file system.
     */
    public ScenarioLoader withFiles(ScenarioFiles newFiles) {
        return new ScenarioLoader(language, settings, newFiles);
    }

    /** Loads a file of any file system. */
    public LoadResult load(Path file) {
        return load(SourceReader.read(file), ScenarioPatch.NONE, ScenarioFiles.around(file));
    }

    /** Loads a text that is in memory; the name stands for a file's name in positions and problems. */
    public LoadResult loadText(String name, String text) {
        return loadPatched(name, text, ScenarioPatch.NONE);
    }

    /** Loads a text that is in memory with changes that somebody else makes to it. */
    public LoadResult loadPatched(String name, String text, ScenarioPatch patch) {
        return load(SourceReader.ofText(name, text), patch, files);
    }

    private LoadResult load(Problems problems, ScenarioPatch patch, ScenarioFiles around) {
        if (problems.count() > 0) {
            return unusable(problems, problems.all());
        }
        try {
            Optional<Node.Mapping> root = YamlTree.parse(problems).map(patch::apply);
            if (root.isPresent() && isPart(root.get(), problems)) {
                return unusable(problems, problems.all());
            }
            // Who includes nothing does without the classes that do it.
            boolean includes = problems.source().text().contains(Inclusion.KEY);
            return root.flatMap(tree -> includes ? Inclusion.of(tree, around, problems) : Optional.of(tree))
                    .map(tree -> variants(tree, problems))
                    .orElseGet(() -> unusable(problems, new VariantProblems().merge(problems)));
        } catch (TooManyProblemsException e) {
            return unusable(problems, new VariantProblems().merge(problems));
        }
    }

    private static boolean isPart(Node.Mapping root, Problems problems) {
        boolean named = PartName.isPart(problems.source().file());
        if (named || root.find(Part.VERSION).isPresent()) {
            Part.reportAsScenario(root, problems);
            return true;
        }
        return false;
    }

    private static LoadResult unusable(Problems problems, ImmutableList<ScenarioProblem> all) {
        return new LoadResult(ImmutableList.of(), all, problems.included());
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
            Problems own = problems.ofSameTexts();
            variant(cell, root, own).ifPresent(scenarios::add);
            found.add(cell.variant(), own.all());
            if (found.isEnough()) {
                break;
            }
        }
        ImmutableList<ScenarioProblem> all = found.merge(problems);
        return new LoadResult(all.isEmpty() ? scenarios.build() : ImmutableList.of(), all, problems.included());
    }
}
