package dev.wsksim.scenario.load;

import java.util.Optional;

/** Judges a path behind {@code include}: it is relative, has slashes, and leads to a part, on every operating system alike. */
final class IncludedPath {
    private static final String RELATIVE =
            "write it as seen from the folder of this file, such as shared/hosts.part.yaml";

    private IncludedPath() {}

    /** Reports a path that cannot be included. */
    static boolean isRefused(Node.Scalar path, Problems problems) {
        Optional<String> problem = problem(path.text());
        if (problem.isPresent()) {
            String hint = PartName.isPart(path.text())
                    ? RELATIVE
                    : "the names of parts end in " + PartName.SUFFIX + ", so that nobody takes them for scenarios";
            problems.report(path, problem.get(), path.text().contains("${") ? RELATIVE : hint);
        }
        return problem.isPresent();
    }

    private static Optional<String> problem(String path) {
        if (path.contains("${")) {
            return Optional.of("the path of a part has no variables");
        } else if (path.contains("\\")) {
            return Optional.of("the path of a part is written with '/', on Windows too");
        } else if (path.startsWith("/") || path.matches("[A-Za-z]:.*")) {
            return Optional.of("the path of a part is not absolute");
        } else if (!PartName.isPart(path)) {
            return Optional.of("this is not the name of a part");
        }
        return Optional.empty();
    }
}
