package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.Configuration;
import dev.wsksim.export.json.TraceJson;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.report.html.HtmlReport;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The report as one HTML file. */
class HtmlReportTest {
    private static final ReportedCases CASES = new ReportedCases(Detail.NORMAL, SourceLines.NONE, ReplayLine.TYPICAL);
    private static final String YAML = """
            wsksim: 1
            name: "</script><b>one & two</b>"
            hosts:
              client: { addresses: [192.0.2.10] }
              server: { addresses: [192.0.2.20] }
            links:
              client -> server: { latency: 5ms, drop-matching: { SYN: [1] } }
              server -> client: { latency: 5ms }
            peers: { server: { tcp 445: { connect: accept } } }
            driver: { host: client }
            steps:
              - { call: WskSocketConnect, id: c, with: { RemoteAddress: "server:445" }, completes: { status: STATUS_SUCCESS, socket: s } }
              - await: c
              - { call: WskCloseSocket, on: s, completes: STATUS_SUCCESS }
            """;

    private static HtmlReport report() {
        return new HtmlReport("1.2.3", file -> Optional.of(YAML));
    }

    private static ScenarioResult played() {
        Scenario scenario =
                new ScenarioLoader().loadText("one.yaml", YAML).variants().get(0);
        return new ScenarioRunner(RunOptions.DEFAULT).run(scenario);
    }

    private static List<String> pieces(String page, String what) throws IOException {
        List<String> pieces = new ArrayList<>();
        Matcher matcher =
                Pattern.compile("id=\"" + what + "-0-[0-9]+\">([^<]*)</script>").matcher(page);
        while (matcher.find()) {
            byte[] bytes = Base64.getDecoder().decode(matcher.group(1));
            try (InflaterInputStream in =
                    new InflaterInputStream(new ByteArrayInputStream(bytes), new Inflater(true))) {
                pieces.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return pieces;
    }

    private static Object json(String text) {
        return new Load(LoadSettings.builder().setCodePointLimit(1 << 26).build()).loadFromString(text);
    }

    @Test
    void page_tellsOfEveryCase() {
        HtmlReport report = report();
        String page = SampleRun.text(report, false);

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<title>wsksim: 1 passed, 3 failed, 1 inconclusive, 1 fault, 1 not run</title>")
                .contains("<tr class=\"passed\"><td>passed</td><td><a href=\"#run-0\">a connect is accepted</a></td>")
                .contains("<tr class=\"not run\"><td>not run</td><td>not begun</td>")
                .contains("a | b # &lt;c&gt; &amp; &quot;d&quot; ]]&gt;")
                .contains("wsksim itself is at fault")
                .doesNotContain("\u001b", "<c>", "<!--", "/*S");
        assertThat(page.split("<article ", -1)).hasSize(7);
    }

    @Test
    void page_needsNothingElse() {
        String page = SampleRun.text(report(), false);

        assertThat(page).doesNotContain("src=", "href=\"http", "url(", "@import");
        assertThat(page).contains("default-src 'none'");
    }

    @Test
    void interruption_isSaid() {
        assertThat(SampleRun.text(report(), true)).contains("1 not run (interrupted)</title>");
    }

    @Test
    void sameResults_giveTheSameBytes() {
        assertThat(SampleRun.text(report(), false)).isEqualTo(SampleRun.text(report(), false));
    }

    @Test
    void records_areThoseOfTheTrace() throws IOException {
        HtmlReport report = report();
        ScenarioResult result = played();
        report.add(CASES.played(result, OptionalLong.empty()));
        String page = report.text(false);

        String all = result.trace().stream().map(TraceJson::line).collect(Collectors.joining(",", "[", "]"));
        assertThat(pieces(page, "records")).containsExactly(all);
    }

    @Test
    @SuppressWarnings("unchecked")
    void columns_sayWhereEverythingIsDrawn() throws IOException {
        HtmlReport report = report();
        ScenarioResult result = played();
        report.add(CASES.played(result, OptionalLong.empty()));
        String page = report.text(false);
        Matcher head = Pattern.compile("id=\"head-0\">([^\n]*)</script>").matcher(page);
        assertThat(head.find()).isTrue();
        var about = (Map<String, Object>) json(head.group(1));
        var columns = (Map<String, Object>) json(pieces(page, "columns").get(0));

        assertThat(about.get("name")).isEqualTo("</script><b>one & two</b>");
        assertThat(about.get("seed")).isEqualTo((int) Configuration.DEFAULT_SEED);
        assertThat((List<String>) about.get("lanes"))
                .containsExactly("thread System", "Winsock Kernel", "client", "server");
        assertThat((List<String>) about.get("yaml")).isEqualTo(YAML.lines().toList());
        assertThat((List<String>) about.get("entities"))
                .contains("IRP 1", "socket 1", "client TCP 192.0.2.10:49152 > 192.0.2.20:445");
        List<String> labels = (List<String>) columns.get("labels");
        assertThat(labels)
                .hasSize(result.trace().size())
                .contains(
                        "WskSocketConnect with IRP 1",
                        "SYN",
                        "IRP 1 completed: STATUS_SUCCESS",
                        "SYN-SENT -> ESTABLISHED");
        int syn = labels.indexOf("SYN");
        assertThat(List.of(at(columns, "starts", syn), at(columns, "ends", syn), at(columns, "mains", syn)))
                .containsExactly("2", "3", "1");
        assertThat(at(columns, "yaml", syn)).isEqualTo("12");
        int call = labels.indexOf("WskSocketConnect with IRP 1");
        assertThat(List.of(at(columns, "starts", call), at(columns, "ends", call)))
                .containsExactly("0", "1");
        int completed = labels.indexOf("IRP 1 completed: STATUS_SUCCESS");
        assertThat(List.of(at(columns, "starts", completed), at(columns, "ends", completed)))
                .containsExactly("1", "0");
        long end = Arrays.stream(((String) columns.get("times")).split(","))
                .mapToLong(Long::parseLong)
                .sum();
        assertThat(end).isEqualTo(result.endedAt().nanos());
    }

    private static String at(Map<String, Object> columns, String name, int index) {
        return String.valueOf(columns.get(name)).split(",")[index];
    }
}
