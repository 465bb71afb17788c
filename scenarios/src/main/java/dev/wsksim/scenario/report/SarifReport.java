package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.hash.Hashing;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.scenario.run.Remark;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.rule.StandardRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes broken rules and unmet expectations as SARIF 2.1.0, the form in which code scanning takes them.
 *
 * <p>The rules are those of the rule book, each with the documentation page that it comes from, and one for each other
 * kind of finding. A finding that leaves open what Windows would do has the kind {@code open}, as the standard asks
 * (3.27.9). Broken rules that are
 * tolerated, by a baseline or by the scenario, are suppressed results. Scenarios that passed are no results, since code scanning would show them as problems; all scenarios with
 * their verdicts are in the property bag of the run. A fault of wsksim is a notification about the tool's execution.
 */
public final class SarifReport implements RunDocument {
    private static final String MARGIN = "        ";
    private static final String KIND_PREFIX = "wsksim/";
    private static final ImmutableList<FindingKind> KINDS = ImmutableList.copyOf(FindingKind.values());

    private final String version;
    private final List<String> results = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> scenarios = new ArrayList<>();

    /** Makes an empty report of this version of the program. */
    public SarifReport(String version) {
        this.version = version;
    }

    @Override
    public void add(ReportedCase reported) {
        scenarios.add(scenario(reported));
        reported.result().ifPresent(result -> addAll(result, reported));
        if (reported.verdict() == CaseVerdict.FAULT) {
            faults.add(notification(reported));
        }
    }

    private void addAll(ScenarioResult result, ReportedCase reported) {
        Multiset<String> seen = LinkedHashMultiset.create();
        for (Finding finding : result.findings()) {
            String identity = String.join("\n", ruleId(finding), reported.file(), reported.name(), finding.title());
            seen.add(identity);
            results.add(result(finding, result, reported, fingerprint(identity, seen.count(identity))));
        }
        addTolerated(result, reported);
    }

    /** What is tolerated is a result all the same, marked as suppressed, so that code scanning keeps account of it. */
    private void addTolerated(ScenarioResult result, ReportedCase reported) {
        Multiset<String> seen = LinkedHashMultiset.create();
        for (Remark remark : result.remarks()) {
            Optional<Rule> rule = StandardRules.book().rule(remark.rule());
            if (remark.kind() == Remark.Kind.TOLERATED && rule.isPresent()) {
                String identity = String.join("\n", remark.rule(), reported.file(), reported.name(), remark.message());
                seen.add(identity);
                results.add(
                        suppressed(remark, rule.get(), result, reported, fingerprint(identity, seen.count(identity))));
            }
        }
    }

    @Override
    public String text(boolean interrupted) {
        JsonText json = new JsonText("").beginObject();
        json.text("$schema", "https://json.schemastore.org/sarif-2.1.0.json").text("version", "2.1.0");
        json.beginList("runs").beginObject();
        json.beginObject("tool").beginObject("driver");
        json.text("name", "wsksim").text("version", version);
        json.beginList("rules");
        StandardRules.book().rules().forEach(rule -> json.raw(definition(rule)));
        KINDS.forEach(kind -> json.raw(definition(kind)));
        json.end(']').end('}').end('}');
        json.beginList("invocations").beginObject();
        json.flag("executionSuccessful", faults.isEmpty() && !interrupted);
        if (interrupted) {
            json.text("exitCodeDescription", "the run was interrupted");
        }
        json.beginList("toolExecutionNotifications");
        faults.forEach(json::raw);
        json.end(']').end('}').end(']');
        json.text("columnKind", "unicodeCodePoints");
        json.beginList("results");
        results.forEach(json::raw);
        json.end(']').beginObject("properties").beginList("scenarios");
        scenarios.forEach(json::raw);
        return json.end(']').end('}').end('}').end(']').end('}') + "\n";
    }

    private static String definition(Rule rule) {
        JsonText json = new JsonText("            ").beginObject();
        json.text("id", rule.id().toString());
        message(json, "shortDescription", rule.title());
        message(json, "fullDescription", rule.what());
        json.beginObject("help");
        json.text("text", rule.what() + "\n\nWhy: " + rule.why() + "\n\nFix: " + rule.fix());
        json.text("markdown", markdown(rule)).end('}');
        json.text("helpUri", PageLink.of(rule.pages().get(0)));
        level(json, levelOf(rule));
        json.beginObject("properties").text("severity", rule.severity().label());
        json.beginList("tags").element("wsk");
        return json.end(']').end('}').end('}').toString();
    }

    private static String markdown(Rule rule) {
        StringBuilder text = new StringBuilder(MarkdownText.plain(rule.what()));
        text.append("\n\n**Why:** ").append(MarkdownText.plain(rule.why()));
        text.append("\n\n**Fix:** ").append(MarkdownText.plain(rule.fix())).append("\n\n**Pages:**");
        rule.pages()
                .forEach(page -> text.append("\n- [")
                        .append(MarkdownText.plain(page))
                        .append("](")
                        .append(PageLink.of(page))
                        .append(')'));
        return text.toString();
    }

    private static String definition(FindingKind kind) {
        JsonText json = new JsonText("            ").beginObject();
        json.text("id", KIND_PREFIX + kind.label());
        message(json, "shortDescription", KindText.of(kind));
        level(json, kind.isInconclusive() ? "none" : "error");
        return json.end('}').toString();
    }

    private static void level(JsonText json, String level) {
        json.beginObject("defaultConfiguration").text("level", level).end('}');
    }

    private static String levelOf(Rule rule) {
        return switch (rule.severity()) {
            case MUST -> "error";
            case SHOULD -> "warning";
            case QUALITY -> "note";
        };
    }

    private static String result(Finding finding, ScenarioResult result, ReportedCase reported, String fingerprint) {
        boolean open = finding.kind().isInconclusive();
        String level =
                open ? "none" : BrokenRule.of(finding).map(SarifReport::levelOf).orElse("error");
        JsonText json = new JsonText(MARGIN).beginObject();
        json.text("ruleId", ruleId(finding)).number("ruleIndex", ruleIndex(finding));
        json.text("kind", open ? "open" : "fail").text("level", level);
        message(
                json,
                "message",
                VisibleText.line(reported.name()) + ": " + FindingText.of(finding) + "\nreplay: " + reported.replay());
        json.beginList("locations");
        location(json, TextReport.placeOf(finding, result), reported.file());
        json.end(']');
        json.beginObject("partialFingerprints");
        json.text("finding/v1", fingerprint).end('}');
        json.beginObject("properties").text("scenario", reported.name());
        json.number("seed", reported.seed()).text("profile", reported.profile());
        json.number("atNanos", finding.at().nanos()).text("digest", result.digest());
        json.text("replay", reported.replay()).end('}');
        return json.end('}').toString();
    }

    private static String suppressed(
            Remark remark, Rule rule, ScenarioResult result, ReportedCase reported, String fingerprint) {
        JsonText json = new JsonText(MARGIN).beginObject();
        json.text("ruleId", remark.rule())
                .number("ruleIndex", StandardRules.book().rules().indexOf(rule));
        json.text("kind", "fail").text("level", levelOf(rule));
        message(json, "message", VisibleText.line(reported.name()) + ": " + VisibleText.line(remark.message()));
        json.beginList("locations");
        location(json, TextReport.placeOf(remark.position(), result), reported.file());
        json.end(']');
        boolean inScenario = result.scenario().verifier().off().stream()
                .anyMatch(off -> off.rule().name().equals(remark.rule()));
        json.beginList("suppressions").beginObject();
        json.text("kind", inScenario ? "inSource" : "external").text("justification", remark.because());
        json.end('}').end(']').beginObject("partialFingerprints");
        json.text("finding/v1", fingerprint).end('}');
        return json.end('}').toString();
    }

    private static String ruleId(Finding finding) {
        return BrokenRule.of(finding)
                .map(rule -> rule.id().toString())
                .orElse(KIND_PREFIX + finding.kind().label());
    }

    private static int ruleIndex(Finding finding) {
        ImmutableList<Rule> rules = StandardRules.book().rules();
        return BrokenRule.of(finding).map(rules::indexOf).orElse(rules.size() + KINDS.indexOf(finding.kind()));
    }

    /** Two runs that find the same thing in the same scenario agree, also when lines have moved. */
    private static String fingerprint(String identity, int occurrence) {
        return Hashing.sha256()
                .hashString(identity + "\n" + occurrence, StandardCharsets.UTF_8)
                .toString();
    }

    private static void location(JsonText json, SourcePosition position, String file) {
        json.beginObject().beginObject("physicalLocation").beginObject("artifactLocation");
        json.text("uri", FileUri.of(position.file().isEmpty() ? file : position.file()));
        json.end('}');
        if (position.isKnown()) {
            json.beginObject("region").number("startLine", position.line());
            json.number("startColumn", position.column()).end('}');
        }
        json.end('}').end('}');
    }

    private static String notification(ReportedCase reported) {
        JsonText json = new JsonText("            ").beginObject();
        json.text("level", "error");
        message(
                json,
                "message",
                VisibleText.line(reported.name()) + ": wsksim itself is at fault: " + reported.message() + "\nreplay: "
                        + reported.replay());
        json.beginList("locations");
        location(json, SourcePosition.NONE, reported.file());
        return json.end(']').end('}').toString();
    }

    private static String scenario(ReportedCase reported) {
        JsonText json = new JsonText("          ").beginObject();
        json.text("name", reported.name()).text("file", reported.file());
        json.text("verdict", reported.verdict().label());
        if (!reported.reason().isEmpty()) {
            json.text("reason", reported.reason());
        }
        json.number("seed", reported.seed()).text("profile", reported.profile());
        reported.result()
                .ifPresent(result ->
                        json.number("endedAtNanos", result.endedAt().nanos()).text("digest", result.digest()));
        reported.wallNanos().ifPresent(nanos -> json.number("wallNanos", nanos));
        return json.text("replay", reported.replay()).end('}').toString();
    }

    private static void message(JsonText json, String name, String text) {
        json.beginObject(name).text("text", text).end('}');
    }
}
