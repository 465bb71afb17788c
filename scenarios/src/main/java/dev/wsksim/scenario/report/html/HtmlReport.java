package dev.wsksim.scenario.report.html;

import com.google.common.collect.ImmutableList;
import com.google.common.html.HtmlEscapers;
import com.google.common.io.Resources;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.Tally;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes results as one HTML file that needs nothing else: no network, no server, no other file.
 *
 * <p>The summary and the findings stand in it as plain HTML, for readers without scripts and for paper. A script, which
 * is part of the file, shows each run: a sequence diagram with the driver's threads, the Winsock Kernel and the hosts as
 * lifelines, the scenario beside it, the record of an entry, and the state of IRPs, sockets and connections at any
 * instant. Equal results become equal files.
 */
public final class HtmlReport {
    private final String version;
    private final Tally tally = new Tally();
    private final List<Run> runs = new ArrayList<>();

    /** One run, ready to be written: what stands in the page as text, and what its script reads. */
    private record Run(
            String name,
            String file,
            Verdict verdict,
            String duration,
            String findings,
            String head,
            ImmutableList<String> columns,
            ImmutableList<String> records) {}

    /** Makes a report of nothing yet, by a version of wsksim. */
    public HtmlReport(String version) {
        this.version = version;
    }

    /**
     * Adds a result.
     *
     * @param source the text of its scenario; empty where it is not known
     * @param report what the report as text says of it; shown unless it passed
     */
    public void add(ScenarioResult result, String source, String report) {
        tally.add(result.verdict());
        RunData data = new RunData(result, source.lines().toList());
        ImmutableList<String> columns = data.columns();
        runs.add(new Run(
                result.name(),
                result.file(),
                result.verdict(),
                result.endedAt().toString(),
                result.verdict() == Verdict.PASSED ? "" : report.strip(),
                data.head(),
                columns,
                data.records()));
    }

    /** Writes the page. */
    public void write(Writer out) throws IOException {
        String page = resource("report.html");
        String marked = page.replace("/*STYLE*/", resource("report.css")).replace("/*SCRIPT*/", resource("report.js"));
        int runsAt = marked.indexOf("<!--RUNS-->");
        out.write(marked.substring(0, runsAt)
                .replace("<!--TITLE-->", escaped(tally.text(Emphasis.NONE)))
                .replace("<!--VERSION-->", escaped(version))
                .replace("<!--ROWS-->", rows())
                .replace("<!--FINDINGS-->", findings()));
        for (int number = 0; number < runs.size(); number++) {
            write(runs.get(number), number, out);
        }
        out.write(marked.substring(runsAt + "<!--RUNS-->".length()));
    }

    private String rows() {
        StringBuilder rows = new StringBuilder();
        for (int number = 0; number < runs.size(); number++) {
            Run run = runs.get(number);
            rows.append("<tr class=\"").append(run.verdict().label()).append("\"><td>");
            rows.append(run.verdict().label()).append("</td><td><a href=\"#run-").append(number).append("\">");
            rows.append(escaped(run.name())).append("</a></td><td>").append(escaped(run.file())).append("</td><td>");
            rows.append(escaped(run.duration())).append("</td></tr>\n");
        }
        return rows.toString();
    }

    private String findings() {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < runs.size(); number++) {
            Run run = runs.get(number);
            if (!run.findings().isEmpty()) {
                text.append("<article class=\"").append(run.verdict().label()).append("\">\n<h3><a href=\"#run-");
                text.append(number).append("\">").append(escaped(run.name())).append("</a></h3>\n<pre tabindex=\"0\">");
                text.append(escaped(run.findings())).append("</pre>\n</article>\n");
            }
        }
        return text.toString();
    }

    /** JSON in a script element must not contain the end of that element. */
    private static void write(Run run, int number, Writer out) throws IOException {
        String head = run.head().replace("<", "\\u003c");
        out.write("<script type=\"application/json\" id=\"head-" + number + "\">" + head + "</script>\n");
        for (int piece = 0; piece < run.columns().size(); piece++) {
            String place = number + "-" + piece;
            out.write("<script type=\"text/plain\" id=\"columns-" + place + "\">" + run.columns().get(piece)
                    + "</script>\n<script type=\"text/plain\" id=\"records-" + place + "\">"
                    + run.records().get(piece) + "</script>\n");
        }
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }

    private static String resource(String name) {
        try {
            return Resources.toString(Resources.getResource(HtmlReport.class, "/report/" + name), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the parts of the page come with the program", e);
        }
    }
}
