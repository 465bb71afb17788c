package dev.wsksim.scenario.model;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Tells where a file lies, seen from another one: by their names alone, and on every operating system alike. */
final class RelativePath {
    private static final Splitter STEPS = Splitter.onPattern("[/\\\\]");

    private RelativePath() {}

    /** Returns the path of a file, seen from the folder of another one, with slashes. */
    static String of(String file, String from) {
        ImmutableList<String> to = steps(file);
        ImmutableList<String> here = steps(from);
        int common = 0;
        while (common < to.size() - 1
                && common < here.size() - 1
                && to.get(common).equals(here.get(common))) {
            common++;
        }
        List<String> path = new ArrayList<>();
        for (int up = common; up < here.size() - 1; up++) {
            path.add("..");
        }
        path.addAll(to.subList(common, to.size()));
        return String.join("/", path);
    }

    private static ImmutableList<String> steps(String file) {
        return STEPS.splitToStream(file).filter(step -> !step.equals(".")).collect(ImmutableList.toImmutableList());
    }
}
