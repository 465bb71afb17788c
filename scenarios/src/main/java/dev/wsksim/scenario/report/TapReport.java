package dev.wsksim.scenario.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes results in the Test Anything Protocol, version 14: a test point for each scenario and each variant of one with
 * a matrix, with a YAML block that has the circumstances, and the report for people where it did not pass.
 *
 * <p>An inconclusive scenario and a fault of wsksim are {@code not ok}; one that was skipped or not run is {@code ok} with the
 * directive SKIP, as the protocol has it; an interrupted run bails out.
 */
public final class TapReport implements RunDocument {
    private static final String MARGIN = "  ";

    private final List<String> points = new ArrayList<>();

    @Override
    public void add(ReportedCase reported) {
        StringBuilder point = new StringBuilder(reported.verdict().isBad() ? "not ok " : "ok ");
        point.append(points.size() + 1).append(" - ").append(description(reported.name()));
        if (reported.verdict().isUnplayed()) {
            point.append(" # SKIP ").append(VisibleText.line(reported.reason())).append('\n');
        } else {
            appendDiagnostics(point.append('\n'), reported);
        }
        points.add(point.toString());
    }

    @Override
    public String text(boolean interrupted) {
        StringBuilder text = new StringBuilder("TAP version 14\n1..").append(points.size());
        text.append(points.isEmpty() ? " # SKIP no scenario was run\n" : "\n");
        points.forEach(text::append);
        if (interrupted) {
            text.append("Bail out! the run was interrupted\n");
        }
        return text.toString();
    }

    /** Escapes what would begin a directive. */
    private static String description(String name) {
        return VisibleText.line(name).replace("\\", "\\\\").replace("#", "\\#");
    }

    private static void appendDiagnostics(StringBuilder out, ReportedCase reported) {
        out.append(MARGIN).append("---\n");
        appendWord(out, "verdict", reported.verdict().label());
        if (!reported.message().isEmpty()) {
            appendText(out, "message", reported.message());
        }
        appendText(out, "file", reported.file());
        appendWord(out, "seed", Long.toString(reported.seed()));
        appendWord(out, "profile", reported.profile());
        reported.result().ifPresent(result -> {
            appendWord(out, "virtual_time", result.endedAt().toString());
            appendText(out, "digest", result.digest());
        });
        reported.wallNanos().ifPresent(nanos -> appendWord(out, "duration_ms", milliseconds(nanos)));
        appendText(out, "replay", reported.replay());
        if (reported.verdict().isBad()) {
            out.append(MARGIN).append("report: |\n");
            // A blank line has its margin, too: TAP::Parser takes one without for the end of the block.
            reported.text()
                    .stripTrailing()
                    .lines()
                    .forEach(line -> out.append(MARGIN.repeat(2)).append(line).append('\n'));
        }
        out.append(MARGIN).append("...\n");
    }

    private static void appendWord(StringBuilder out, String key, String word) {
        out.append(MARGIN).append(key).append(": ").append(word).append('\n');
    }

    private static void appendText(StringBuilder out, String key, String text) {
        out.append(MARGIN).append(key).append(": ");
        JsonText.quote(VisibleText.line(text), out);
        out.append('\n');
    }

    private static String milliseconds(long nanos) {
        return String.format(Locale.ROOT, "%d.%03d", nanos / 1_000_000, nanos / 1000 % 1000);
    }
}
