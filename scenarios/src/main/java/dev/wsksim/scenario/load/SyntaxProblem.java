package dev.wsksim.scenario.load;

import dev.wsksim.scenario.model.SourcePosition;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in our words what the YAML parser did not understand. */
final class SyntaxProblem {
    private SyntaxProblem() {}

    /** Reports what the parser says, at the place that it names. */
    static void report(YamlEngineException exception, Problems problems) {
        if (exception instanceof MarkedYamlEngineException marked) {
            reportMarked(marked, problems);
        } else {
            String text = Optional.ofNullable(exception.getMessage()).orElse("unknown");
            problems.report(problems.source().at(1, 1), 1, "this is not YAML: " + firstLine(text), "");
        }
    }

    private static void reportMarked(MarkedYamlEngineException exception, Problems problems) {
        SourceText source = problems.source();
        int line = exception.getProblemMark().map(Mark::getLine).orElse(0) + 1;
        int column = exception.getProblemMark().map(Mark::getColumn).orElse(0) + 1;
        int from = exception.getContextMark().map(Mark::getLine).orElse(line - 1) + 1;
        Optional<SourcePosition> tab = tabInIndentation(source, Math.min(from, line), line + 1);
        if (tab.isPresent()) {
            problems.report(tab.get(), 1, "this line is indented with a tab", "YAML is indented with spaces only");
            return;
        }
        String problem = firstLine(Optional.ofNullable(exception.getProblem()).orElse("unknown"));
        problems.report(
                source.nearest(line, column), 1, "this is not YAML: " + problem, hint(problem, source.line(line)));
    }

    private static Optional<SourcePosition> tabInIndentation(SourceText source, int from, int to) {
        for (int number = from; number <= to; number++) {
            String line = source.line(number);
            int blank = 0;
            while (blank < line.length() && line.charAt(blank) == ' ') {
                blank++;
            }
            if (blank < line.length() && line.charAt(blank) == '\t') {
                return Optional.of(source.at(number, blank + 1));
            }
        }
        return Optional.empty();
    }

    private static String hint(String problem, String line) {
        if (line.contains("${")) {
            return "inside { } and [ ], a variable needs quotes: \"${name}\"";
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return "is the indentation right? a value with ': ' in it needs quotes";
        }
        if (problem.startsWith("expected <block end>") || problem.startsWith("could not find expected ':'")) {
            return "keys of one mapping start in the same column, each with ': ' behind it";
        }
        if (problem.startsWith("expected ',' or")) {
            return "a bracket is not closed, or a comma is missing";
        }
        if (problem.contains("cannot start any token")) {
            return "a value that begins with this character needs quotes";
        }
        return "";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
