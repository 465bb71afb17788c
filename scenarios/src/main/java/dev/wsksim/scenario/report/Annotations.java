package dev.wsksim.scenario.report;

import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.verifier.Severity;
import java.util.stream.Collectors;

/**
 * Writes findings as the commands that make a pipeline show them beside the lines of the scenario, a line a finding. A
 * finding that leaves open what Windows would do, and a broken rule that is only advice, are warnings.
 */
public enum Annotations {
    /** Workflow commands of GitHub Actions: {@code ::error file=a.yaml,line=16,col=14,title=…::…}. */
    GITHUB {
        @Override
        String line(boolean error, SourcePosition position, String title, String message) {
            StringBuilder line = new StringBuilder(error ? "::error " : "::warning ");
            if (!position.file().isEmpty()) {
                line.append("file=").append(property(position.file())).append(',');
            }
            if (position.isKnown()) {
                line.append("line=").append(position.line()).append(",col=").append(position.column());
                line.append(',');
            }
            return line.append("title=").append(property(title)).append("::").append(data(message)) + "\n";
        }

        private static String data(String text) {
            return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
        }

        private static String property(String text) {
            return data(text).replace(":", "%3A").replace(",", "%2C");
        }
    },

    /** Logging commands of Azure Pipelines: {@code ##vso[task.logissue type=error;sourcepath=a.yaml;…]…}. */
    AZURE {
        @Override
        String line(boolean error, SourcePosition position, String title, String message) {
            StringBuilder line = new StringBuilder("##vso[task.logissue type=").append(error ? "error" : "warning");
            if (!position.file().isEmpty()) {
                line.append(";sourcepath=").append(property(position.file()));
            }
            if (position.isKnown()) {
                line.append(";linenumber=").append(position.line());
                line.append(";columnnumber=").append(position.column());
            }
            return line.append(']').append(data(title + "\n" + message)) + "\n";
        }

        private static String data(String text) {
            return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A");
        }

        private static String property(String text) {
            return data(text).replace(";", "%3B").replace("]", "%5D");
        }
    };

    /** Returns one command with a line feed at its end; title and file have no line feeds. */
    abstract String line(boolean error, SourcePosition position, String title, String message);

    /** Returns the commands for a scenario; empty when it passed or was not run. */
    public String of(ReportedCase reported) {
        if (reported.verdict() == CaseVerdict.FAULT) {
            String title = "fault of wsksim in: " + VisibleText.line(reported.name());
            SourcePosition place = new SourcePosition(VisibleText.line(reported.file()), 0, 0);
            return line(true, place, title, reported.message() + "\nreplay: " + reported.replay());
        }
        return reported.result().stream()
                .flatMap(result -> result.findings().stream()
                        .map(finding -> of(finding, TextReport.placeOf(finding, result), reported)))
                .collect(Collectors.joining());
    }

    /** Returns the command for something that is wrong with a scenario file. */
    public String problem(SourcePosition position, String message, String hint) {
        String all = VisibleText.line(message) + (hint.isEmpty() ? "" : "\nhint: " + VisibleText.line(hint));
        return line(true, visible(position), "wsksim cannot read this scenario", all);
    }

    private String of(Finding finding, SourcePosition place, ReportedCase reported) {
        boolean advice = BrokenRule.of(finding)
                .filter(rule -> rule.severity() != Severity.MUST)
                .isPresent();
        boolean error = !finding.kind().isInconclusive() && !advice;
        return line(
                error,
                visible(place),
                VisibleText.line(reported.name()),
                FindingText.of(finding) + "\nreplay: " + reported.replay());
    }

    private static SourcePosition visible(SourcePosition position) {
        return new SourcePosition(VisibleText.line(position.file()), position.line(), position.column());
    }
}
