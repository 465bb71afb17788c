package dev.wsksim.scenario.report.html;

import com.google.common.collect.ImmutableList;
import com.google.common.html.HtmlEscapers;
import com.google.common.io.Resources;
import dev.wsksim.scenario.report.CaseVerdict;
import dev.wsksim.scenario.report.ReportedCase;
import dev.wsksim.scenario.report.RuleCoverage;
import dev.wsksim.scenario.report.RunDocument;
import dev.wsksim.scenario.report.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes results as one HTML file that needs nothing else: no network, no server, no other file.
 *
 * <p>The summary and the findings stand in it as plain HTML, for readers without scripts and for paper. A script, which
 * is part of the file, shows each run: a sequence diagram with the driver's threads, the Winsock Kernel and the hosts as
 * lifelines, the scenario beside it, the record of an entry, and the state of IRPs, sockets and connections at any
 * instant. Equal results become equal files.
 */
public final class HtmlReport implements RunDocument {
    private static final String RUNS = "<!--RUNS-->";

    private final String version;
    private final Function<String, Optional<String>> sources;
    private final Map<CaseVerdict, Integer> counts = new EnumMap<>(CaseVerdict.class);
    private final List<Run> runs = new ArrayList<>();
    private @Nullable RuleCoverage coverage;

    /** One run, ready to be written: what stands in the page as text, and what its script reads, where it was played. */
    private record Run(
            String name,
            String file,
            CaseVerdict verdict,
            String duration,
            String report,
            String head,
            ImmutableList<String> columns,
            ImmutableList<String> records) {}

    /**
     * Makes a report of nothing yet.
     *
     * @param version the version of wsksim
     * @param sources returns the text of a scenario file, where it is known
     */
    public HtmlReport(String version, Function<String, Optional<String>> sources) {
        this.version = version;
        this.sources = sources;
    }

    @Override
    public void add(ReportedCase reported) {
        counts.merge(reported.verdict(), 1, Integer::sum);
        Optional<RunData> data = reported.result()
                .map(result -> new RunData(result, new SourceListing(result.scenario(), reported.file(), sources)));
        boolean passed = reported.verdict() == CaseVerdict.PASSED;
        // The head names what the columns number, so it comes second.
        ImmutableList<String> columns = data.map(RunData::columns).orElse(ImmutableList.of());
        runs.add(new Run(
                reported.name(),
                reported.file(),
                reported.verdict(),
                reported.result().map(result -> result.endedAt().toString()).orElse(""),
                passed
                        ? ""
                        : reported.text().isEmpty()
                                ? reported.message()
                                : reported.text().strip(),
                data.map(RunData::head).orElse(""),
                columns,
                data.map(RunData::records).orElse(ImmutableList.of())));
    }

    @Override
    public void add(RuleCoverage counted) {
        coverage = counted;
    }

    @Override
    public String text(boolean interrupted) {
        String page = resource("report.html")
                .replace("/*STYLE*/", resource("report.css"))
                .replace("/*SCRIPT*/", resource("report.js"));
        int runsAt = page.indexOf(RUNS);
        String title = tally() + (interrupted ? " (interrupted)" : "");
        StringBuilder text = new StringBuilder(page.substring(0, runsAt)
                .replace("<!--TITLE-->", escaped(title))
                .replace("<!--VERSION-->", escaped(version))
                .replace("<!--ROWS-->", rows())
                .replace("<!--FINDINGS-->", findings())
                .replace("<!--COVERAGE-->", coverage()));
        for (int number = 0; number < runs.size(); number++) {
            append(runs.get(number), number, text);
        }
        return text.append(page.substring(runsAt + RUNS.length())).toString();
    }

    private String coverage() {
        RuleCoverage counted = coverage;
        if (counted == null) {
            return "";
        }
        StringBuilder text = new StringBuilder("<details class=\"coverage\"><summary>");
        text.append(escaped(counted.summary())).append("</summary>\n<table>\n<thead><tr><th>Rule</th><th>Title</th>");
        text.append(
                "<th>Severity</th><th>Exercised in</th><th>Broken in</th><th>What it takes</th></tr></thead>\n<tbody>\n");
        for (RuleCoverage.Line line : counted.lines()) {
            text.append("<tr><td>").append(line.rule().id()).append("</td><td>");
            text.append(escaped(line.rule().title())).append("</td><td>");
            text.append(line.rule().severity().label()).append("</td><td>");
            text.append(line.exercised())
                    .append("</td><td>")
                    .append(line.provoked())
                    .append("</td><td>");
            text.append(line.exercised() == 0 ? escaped(line.occasion()) : "").append("</td></tr>\n");
        }
        return text.append("</tbody>\n</table>\n</details>\n").toString();
    }

    private String tally() {
        StringJoiner tally = new StringJoiner(", ");
        for (CaseVerdict verdict : CaseVerdict.values()) {
            int count = counts.getOrDefault(verdict, 0);
            if (count > 0 || verdict == CaseVerdict.PASSED) {
                tally.add(count + " " + verdict.label());
            }
        }
        return tally.toString();
    }

    /** Returns the rows of the table: first what wants to be looked at, so that nobody has to search for it. */
    private String rows() {
        StringBuilder rows = new StringBuilder();
        appendRows(rows, true);
        appendRows(rows, false);
        return rows.toString();
    }

    private void appendRows(StringBuilder rows, boolean bad) {
        for (int number = 0; number < runs.size(); number++) {
            Run run = runs.get(number);
            if (run.verdict().isBad() != bad) {
                continue;
            }
            rows.append("<tr class=\"").append(run.verdict().label()).append("\"><td>");
            rows.append(run.verdict().label()).append("</td><td>").append(linked(run, number));
            rows.append("</td><td>")
                    .append(escaped(VisibleText.line(run.file())))
                    .append("</td><td>");
            rows.append(escaped(run.duration())).append("</td></tr>\n");
        }
    }

    private String findings() {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < runs.size(); number++) {
            Run run = runs.get(number);
            if (!run.report().isEmpty()) {
                text.append("<article class=\"").append(run.verdict().label()).append("\">\n<h3>");
                text.append(linked(run, number)).append("</h3>\n<pre tabindex=\"0\">");
                text.append(escaped(run.report())).append("</pre>\n</article>\n");
            }
        }
        return text.toString();
    }

    /** Only what was played can be looked at. */
    private static String linked(Run run, int number) {
        String name = escaped(VisibleText.line(run.name()));
        return run.head().isEmpty() ? name : "<a href=\"#run-" + number + "\">" + name + "</a>";
    }

    /** JSON in a script element must not contain the end of that element. */
    private static void append(Run run, int number, StringBuilder text) {
        if (run.head().isEmpty()) {
            return;
        }
        text.append("<script type=\"application/json\" id=\"head-")
                .append(number)
                .append("\">");
        text.append(run.head().replace("<", "\\u003c")).append("</script>\n");
        for (int piece = 0; piece < run.columns().size(); piece++) {
            String place = number + "-" + piece;
            text.append("<script type=\"text/plain\" id=\"columns-")
                    .append(place)
                    .append("\">");
            text.append(run.columns().get(piece)).append("</script>\n<script type=\"text/plain\" id=\"records-");
            text.append(place).append("\">").append(run.records().get(piece)).append("</script>\n");
        }
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }

    private static String resource(String name) {
        try {
            return Resources.toString(
                            Resources.getResource(HtmlReport.class, "/report/" + name), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the parts of the page come with the program", e);
        }
    }
}
