package dev.wsksim.cli;

import dev.wsksim.scenario.report.JUnitXmlReport;
import dev.wsksim.scenario.report.JsonReport;
import dev.wsksim.scenario.report.MarkdownReport;
import dev.wsksim.scenario.report.RunDocument;
import dev.wsksim.scenario.report.SarifReport;
import dev.wsksim.scenario.report.TapReport;
import dev.wsksim.scenario.report.html.HtmlReport;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of documents about a run, each with the option that asks for it. */
enum DocumentFormat {
    JSON("--json", "JSON", "json"),
    JUNIT_XML("--junit-xml", "JUnit XML", "xml"),
    TAP("--tap", "TAP", "tap"),
    MARKDOWN("--markdown", "Markdown", "md"),
    SARIF("--sarif", "SARIF", "sarif"),
    HTML("--html", "HTML", "html");

    private final String option;
    private final String title;
    private final String extension;

    DocumentFormat(String option, String title, String extension) {
        this.option = option;
        this.title = title;
        this.extension = extension;
    }

    /** Returns the option that asks for such a document. */
    String option() {
        return option;
    }

    /** Returns what the format is called. */
    String title() {
        return title;
    }

    /** Returns how the names of such files end, without the dot. */
    String extension() {
        return extension;
    }

    /** Begins a document about scenarios whose texts are found by their files. */
    RunDocument begin(String version, DecisionMode decisions, Function<String, Optional<String>> sources) {
        return switch (this) {
            case JSON -> new JsonReport(version, decisions);
            case JUNIT_XML -> new JUnitXmlReport();
            case TAP -> new TapReport();
            case MARKDOWN -> new MarkdownReport();
            case SARIF -> new SarifReport(version);
            case HTML -> new HtmlReport(version, sources);
        };
    }
}
