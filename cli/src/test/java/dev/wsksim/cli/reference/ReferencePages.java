package dev.wsksim.cli.reference;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.Profile;
import dev.wsksim.cli.CommandLinePage;
import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.scenario.course.GradeDocuments;
import dev.wsksim.scenario.load.BaselineFile;
import dev.wsksim.scenario.load.LessonFile;
import dev.wsksim.scenario.load.ScenarioSchema;
import dev.wsksim.scenario.reference.ControlPage;
import dev.wsksim.scenario.reference.ControlPages;
import dev.wsksim.scenario.report.JsonReport;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the pages of {@code docs/reference} from the registries that the code uses. */
final class ReferencePages {

    private static final String GENERATED =
            "<!-- Generated from the code; ReferencePagesTest compares. Update with: mvn -B -ntp verify -Dwsksim.golden=update -->\n\n";

    private ReferencePages() {}

    /** Returns all pages by file name. */
    static ImmutableMap<String, String> all() {
        return ImmutableMap.<String, String>builder()
                .put("command-line.md", commandLine())
                .put("controls.md", controls())
                .put("functions.md", functions())
                .put("interface.md", InterfacePage.text())
                .put("statuses.md", statuses())
                .put("decisions.md", decisions())
                .put("profiles.md", profiles())
                .put("rules.md", rules())
                .put("obligations.md", ObligationsPage.text())
                .put("scenario-language.md", language())
                .put("scenario-1.schema.json", new ScenarioSchema().text())
                .put("part-1.schema.json", new ScenarioSchema().partText())
                .put("baseline-1.schema.json", BaselineFile.schemaText())
                .put("grades-1.schema.json", GradeDocuments.schemaText())
                .put("lesson-1.schema.json", LessonFile.schemaText())
                .put("trace-1.schema.json", TraceSchema.text())
                .put("result-1.schema.json", JsonReport.schemaText())
                .buildOrThrow();
    }

    private static String commandLine() {
        return begin("The command line", "What `wsksim help COMMAND` says.") + CommandLinePage.text();
    }

    private static String controls() {
        StringBuilder page = begin(
                "Control codes, options and IOCTLs",
                "What WskControlClient and WskControlSocket take, and when. `wsksim explain NAME` says more.");
        page.append("| Name | Does | What goes in and out | When | IRP | Simulated |\n|---|---|---|---|---|---|\n");
        for (ControlPage control : ControlPages.all()) {
            row(
                    page,
                    "`" + control.name() + "`",
                    control.summary(),
                    control.value(),
                    control.when(),
                    control.irp(),
                    control.item().support().text());
        }
        return page.toString();
    }

    private static String functions() {
        StringBuilder page = begin(
                "Functions",
                "Every function of the WSK interface, and how far it is played. `wsksim explain NAME` says more.");
        page.append("| Function | Where | Highest IRQL | Simulated | Page |\n|---|---|---|---|---|\n");
        for (WskFunction function : WskFunction.values()) {
            row(
                    page,
                    "`" + function.name() + "`",
                    function.where().text(),
                    function.maxIrql().toString(),
                    function.support().text(),
                    function.page());
        }
        return page.toString();
    }

    private static String statuses() {
        StringBuilder page = begin(
                "Statuses", "Every NTSTATUS that wsksim can return or explain. Names and values: MS-ERREF 2.3.1.");
        page.append("| Name | Value | Meaning | In WSK |\n|---|---|---|---|\n");
        for (NtStatus status : NtStatus.values()) {
            row(
                    page,
                    "`" + status.name() + "`",
                    status.toHex(),
                    status.meaning(),
                    status.where().orElse(""));
        }
        return page.toString();
    }

    private static String decisions() {
        StringBuilder page = begin(
                "Decision points",
                "Where the documentation leaves a choice to the WSK subsystem. The first option is the typical one. A scenario scripts answers under `decisions`."
                        + " `--decisions inline`, `pended` and `dispatch` force the points `….completion`,"
                        + " `irp.completion-irql` and `irp.inline-wait` for all IRPs alike"
                        + " ([how](../concepts.md#forced-completions)); a scenario that does not hold then says so under"
                        + " `except-decisions`.");
        page.append("| Point | Options | Left open by |\n|---|---|---|\n");
        for (DecisionPoint point : WskDecisions.all()) {
            String options =
                    point.options().isEmpty() ? "a number, from 0" : "`" + String.join("`, `", point.options()) + "`";
            row(page, "`" + point.name() + "`", options, point.source());
        }
        return page.toString();
    }

    private static String profiles() {
        StringBuilder page = begin(
                "Profiles",
                "The Windows generations, with the constants of TCP that differ. Sources: the Javadoc of `TcpParameters`."
                        + " What the WSK of each lacks: [interface.md](interface.md) says since when everything"
                        + " exists.");
        page.append(
                "| Profile | Initial RTO | SYN retransmissions | Connect gives up at most after | SYN again after RST | TIME-WAIT | WSK of | Functions that its tables lack |\n|---|---|---|---|---|---|---|---|\n");
        for (Profile profile : Profile.values()) {
            TcpParameters tcp = profile.tcp();
            row(
                    page,
                    "`" + profile.label() + "`",
                    time(tcp.initialRtoNanos()),
                    Integer.toString(tcp.synRetransmissions()),
                    tcp.connectCapNanos() == TcpParameters.NO_CAP
                            ? "its retransmissions (21s)"
                            : time(tcp.connectCapNanos()),
                    time(tcp.rstRetryNanos()),
                    time(tcp.timeWaitNanos()),
                    profile.release().toString(),
                    lacking(profile));
        }
        return page.toString();
    }

    private static String lacking(Profile profile) {
        return Arrays.stream(WskFunction.values())
                .filter(function -> !profile.release().has(function.since()))
                .map(function -> "`" + function + "`")
                .collect(Collectors.joining(", "));
    }

    private static String rules() {
        StringBuilder page = begin(
                "Rules",
                "The obligations of a WSK client that are checked in every run. `must` and `should` are the documentation's own strength.");
        for (Rule rule : StandardRules.book().rules()) {
            page.append("## ")
                    .append(rule.id())
                    .append(": ")
                    .append(rule.title())
                    .append("\n\n");
            page.append(rule.what()).append("\n\n");
            page.append("- **Severity**: ").append(rule.severity()).append('\n');
            page.append("- **Why**: ").append(rule.why()).append('\n');
            page.append("- **Fix**: ").append(rule.fix()).append('\n');
            page.append("- **Pages**: ").append(String.join(", ", rule.pages())).append('\n');
            page.append("- **[Obligations](obligations.md)**: ")
                    .append(String.join(", ", rule.obligations()))
                    .append("\n\n");
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static String language() {
        StringBuilder page = begin(
                "The scenario language, version 1",
                "Every element with its keys. Keys that begin with `x-` are free for notes and anchors everywhere. The JSON Schema says the same for editors.");
        for (ScenarioSchema.Element element : new ScenarioSchema().elements()) {
            page.append("## ")
                    .append(element.name())
                    .append("\n\n")
                    .append(element.description())
                    .append("\n\n");
            page.append("| Key | Value | Default | Says | Example |\n|---|---|---|---|---|\n");
            for (ScenarioSchema.Key key : element.keys()) {
                row(
                        page,
                        "`" + key.name() + "`",
                        key.type() + words(key),
                        key.required() ? "**required**" : key.byDefault(),
                        key.description(),
                        "`" + key.example() + "`");
            }
            page.append('\n');
        }
        return page.toString().stripTrailing() + "\n";
    }

    /** The words that the type's own label does not say; long lists have pages of their own. */
    private static String words(ScenarioSchema.Key key) {
        List<String> words = key.words();
        if (words.stream().allMatch(word -> key.type().matches("(?i).*\\b\\Q" + word + "\\E\\b.*"))) {
            return "";
        } else if (words.contains("STATUS_SUCCESS")) {
            return "; see [statuses.md](statuses.md)";
        } else if (words.contains("WskSocketConnect")) {
            return "; see [functions.md](functions.md)";
        }
        return ": `" + String.join("`, `", words) + "`";
    }

    static StringBuilder begin(String title, String about) {
        return new StringBuilder(GENERATED)
                .append("# ")
                .append(title)
                .append("\n\n")
                .append(about)
                .append("\n\n");
    }

    static void row(StringBuilder page, String... cells) {
        page.append('|');
        for (String cell : cells) {
            page.append(' ').append(cell.replace("|", "\\|")).append(cell.isEmpty() ? "|" : " |");
        }
        page.append('\n');
    }

    private static String time(long nanos) {
        return SimDuration.ofNanos(nanos).toString();
    }
}
