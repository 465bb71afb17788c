package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts the problems of all variants of a file together, so that each is told once. */
final class VariantProblems {
    /** How many problems of one file are told. */
    static final int MAX_TOLD = 100;

    /** Written out, since every start would make the classes behind {@code Comparator.comparingInt} anew. */
    private static final Comparator<ScenarioProblem> BY_PLACE = (one, other) -> {
        int byLine = Integer.compare(one.line(), other.line());
        return byLine == 0 ? Integer.compare(one.column(), other.column()) : byLine;
    };

    private final SetMultimap<ScenarioProblem, Variant> found = LinkedHashMultimap.create();
    private int variants;

    /** Adds the problems of a variant. */
    void add(Variant variant, ImmutableList<ScenarioProblem> problems) {
        variants++;
        problems.forEach(problem -> found.put(problem, variant));
    }

    /** Tells whether so much is wrong that the other variants need not be read. */
    boolean isEnough() {
        return found.size() >= Problems.MAX_COLLECTED;
    }

    /** Returns these problems and the problems of the file itself, in the order of their places: first the file, then what it includes. */
    ImmutableList<ScenarioProblem> merge(Problems ofFile) {
        List<ScenarioProblem> all = new ArrayList<>(ofFile.all());
        Set<SourcePosition> partial = new LinkedHashSet<>();
        found.asMap().forEach((problem, affected) -> {
            if (affected.size() == variants) {
                all.add(problem);
            } else if (partial.add(problem.position())) {
                all.add(ofVariant(problem, affected.iterator().next()));
            }
        });
        all.sort(BY_PLACE);
        if (!ofFile.included().isEmpty()) {
            all.sort(byFile(ofFile));
        }
        return all.size() <= MAX_TOLD ? ImmutableList.copyOf(all) : abridged(all);
    }

    private static Comparator<ScenarioProblem> byFile(Problems ofFile) {
        ImmutableList<String> included = ofFile.included();
        return (one, other) -> Integer.compare(included.indexOf(one.file()), included.indexOf(other.file()));
    }

    private static ScenarioProblem ofVariant(ScenarioProblem problem, Variant variant) {
        String message = problem.message() + " " + variant.label();
        return new ScenarioProblem(problem.position(), message, problem.hint(), problem.sourceLine(), problem.width());
    }

    private static ImmutableList<ScenarioProblem> abridged(List<ScenarioProblem> all) {
        ScenarioProblem last = all.get(all.size() - 1);
        String message = (all.size() - MAX_TOLD) + " or more further problems are not told";
        SourcePosition file = new SourcePosition(last.file(), 0, 0);
        return ImmutableList.<ScenarioProblem>builder()
                .addAll(all.subList(0, MAX_TOLD))
                .add(new ScenarioProblem(file, message, "repair those above first", "", 1))
                .build();
    }
}
