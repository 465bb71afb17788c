package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import dev.wsksim.engine.Decision;
import dev.wsksim.export.netstat.NetstatJson;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.Remark;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.trace.TraceEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes results for programs: one JSON document, whose form is the shipped schema {@code result-1.schema.json}.
 *
 * <p>Two runs of the same scenarios with the same version give the same bytes; nothing in it tells when or where they
 * were run. Results are turned into text one by one, so that a long run does not have to keep their traces.
 */
public final class JsonReport implements RunDocument {
    /** The version of the form. It rises when a reader of the old form would be misled, not when something is added. */
    public static final int SCHEMA = 1;

    private static final String RESULT_MARGIN = "    ";

    private final String version;
    private final DecisionMode decisions;
    private final ImmutableList.Builder<String> results = ImmutableList.builder();
    private final List<String> notRun = new ArrayList<>();
    private @Nullable RuleCoverage coverage;

    /** Makes an empty report of this version of the program about runs whose decisions are answered in this way. */
    public JsonReport(String version, DecisionMode decisions) {
        this.version = version;
        this.decisions = decisions;
    }

    /** Returns the JSON Schema of the documents. */
    public static String schemaText() {
        try {
            return Resources.toString(
                    Resources.getResource(JsonReport.class, "result-1.schema.json"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void add(ReportedCase reported) {
        if (reported.result().isPresent()) {
            add(reported.result().get(), reported.wallNanos());
        } else if (reported.verdict() == CaseVerdict.NOT_RUN) {
            notRun.add(notRun(reported));
        } else {
            addFault(reported.scenario(), reported.seed(), reported.profile(), reported.reason());
        }
    }

    /** Adds the result of a run. */
    public void add(ScenarioResult result) {
        add(result, OptionalLong.empty());
    }

    private void add(ScenarioResult result, OptionalLong wallNanos) {
        JsonText json = new JsonText(RESULT_MARGIN).beginObject();
        json.text("name", result.name()).text("file", result.file());
        json.number("seed", result.seed()).text("profile", result.profile().label());
        writeParameters(result.scenario(), json);
        json.text("decisionMode", decisions.label());
        json.text("verdict", result.verdict().label()).text("digest", result.digest());
        if (!result.skipped().isEmpty()) {
            json.text("skipped", result.skipped());
        }
        json.number("endedAtNanos", result.endedAt().nanos());
        json.number("stepsOverAtNanos", result.stepsOverAt().nanos()).number("events", result.events());
        wallNanos.ifPresent(nanos -> json.number("wallNanos", nanos));
        json.beginList("findings");
        result.findings().forEach(finding -> write(finding, TextReport.placeOf(finding, result), json));
        json.end(']').beginList("decisions");
        result.decisions().forEach(decision -> write(decision, json));
        json.end(']').beginList("violations");
        result.violations().forEach(json::element);
        json.end(']');
        if (!result.remarks().isEmpty()) {
            json.beginList("remarks");
            result.remarks().forEach(remark -> write(remark, TextReport.placeOf(remark.position(), result), json));
            json.end(']');
        }
        if (!result.waits().isEmpty()) {
            WaitsJson.write(result.waits(), json);
        }
        if (!result.snapshots().isEmpty()) {
            json.beginList("netstat");
            result.snapshots().forEach(snapshot -> json.raw(NetstatJson.of(snapshot)));
            json.end(']');
        }
        json.end('}');
        results.add(json.toString());
    }

    /** Adds a run that a fault of wsksim itself ended, so that there is no result. */
    public void addFault(Scenario scenario, long seed, String profile, String message) {
        JsonText json = new JsonText(RESULT_MARGIN).beginObject();
        json.text("name", scenario.displayName())
                .text("file", scenario.position().file());
        json.number("seed", seed).text("profile", profile);
        writeParameters(scenario, json);
        json.text("decisionMode", decisions.label());
        json.text("verdict", "fault").text("fault", message).end('}');
        results.add(json.toString());
    }

    private static String notRun(ReportedCase reported) {
        JsonText json = new JsonText(RESULT_MARGIN).beginObject();
        json.text("name", reported.name()).text("file", reported.file());
        json.number("seed", reported.seed()).text("profile", reported.profile());
        writeParameters(reported.scenario(), json);
        return json.text("reason", reported.reason()).end('}').toString();
    }

    private static void writeParameters(Scenario scenario, JsonText json) {
        ImmutableMap<String, String> parameters = scenario.variant().parameters();
        if (!parameters.isEmpty()) {
            json.beginObject("parameters");
            parameters.forEach(json::text);
            json.end('}');
        }
    }

    @Override
    public void add(RuleCoverage counted) {
        coverage = counted;
    }

    @Override
    public String text(boolean interrupted) {
        JsonText json = new JsonText("").beginObject();
        json.number("schema", SCHEMA).text("tool", "wsksim").text("version", version);
        json.flag("interrupted", interrupted).beginList("results");
        results.build().forEach(json::raw);
        json.end(']');
        if (!notRun.isEmpty()) {
            json.beginList("notRun");
            notRun.forEach(json::raw);
            json.end(']');
        }
        RuleCoverage counted = coverage;
        if (counted != null) {
            write(counted, json);
        }
        return json.end('}') + "\n";
    }

    private static void write(RuleCoverage coverage, JsonText json) {
        json.beginObject("ruleCoverage").number("rules", coverage.lines().size());
        json.number("reached", coverage.reached()).number("provoked", coverage.provoked());
        json.beginList("list");
        for (RuleCoverage.Line line : coverage.lines()) {
            json.beginObject().text("rule", line.rule().id().text());
            json.text("severity", line.rule().severity().label());
            json.number("exercised", line.exercised()).number("provoked", line.provoked());
            json.end('}');
        }
        json.end(']').end('}');
    }

    private static void write(Finding finding, SourcePosition position, JsonText json) {
        json.beginObject();
        json.text("kind", finding.kind().label()).text("title", finding.title());
        json.text("file", position.file());
        json.number("line", position.line()).number("column", position.column());
        json.number("atNanos", finding.at().nanos());
        json.text("expected", finding.expected()).text("actual", finding.actual());
        json.text("hint", finding.hint()).text("rule", finding.rule());
        json.numbers("evidence", finding.evidence().stream().mapToLong(TraceEntry::number));
        json.end('}');
    }

    private static void write(Remark remark, SourcePosition position, JsonText json) {
        json.beginObject();
        json.text("kind", remark.kind().label()).text("rule", remark.rule());
        json.text("message", remark.message()).text("because", remark.because());
        json.text("file", position.file());
        json.number("line", position.line()).number("column", position.column());
        json.end('}');
    }

    private static void write(Decision decision, JsonText json) {
        json.beginObject();
        json.text("point", decision.point()).text("option", decision.option());
        json.number("answer", decision.answer()).number("count", decision.count());
        json.number("subject", decision.subject()).end('}');
    }
}
