package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.report.JsonReport;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files to look at a run with. */
class ArtefactsTest {
    private static final String DROP =
            "  client -> server: { latency: 5ms, drop-matching: { SYN: [1] } }\n  server -> client: { latency: 5ms }\n";

    private final Shell shell = new Shell();

    @BeforeEach
    void playTruly() {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        shell.write(
                "syn-lost.yaml",
                Shell.YAML
                        .replace("NAME", "the first SYN is lost")
                        .replace("  client -> server: { latency: 5ms }\n  server -> client: same\n", DROP)
                        .replace("after: 10ms", "after: 1.01s"));
    }

    private String read(String file) throws IOException {
        return Files.readString(shell.files.getPath(file));
    }

    @ParameterizedTest
    @CsvSource({
        "text, txt, 'the first SYN is lost\n\n  time  client '",
        "mermaid, mmd, '---\ntitle: \"the first SYN is lost\"\n---\nsequenceDiagram\n    participant h1 as client\n'",
        "svg, svg, '<svg xmlns=\"http://www.w3.org/2000/svg\" width='",
        "timeline, svg, '<svg xmlns=\"http://www.w3.org/2000/svg\" width='"
    })
    void diagram_inEachFormat_hasTheNameOfTheScenario(String format, String extension, String begin)
            throws IOException {
        assertThat(shell.run("run", "syn-lost.yaml", "--diagram", "out", "--diagram-format", format))
                .as(shell.err() + shell.out())
                .isZero();

        String file = read("out/syn-lost." + extension);
        assertThat(file)
                .startsWith(begin)
                .contains("SYN seq 0", "retransmission", "dropped: ", "SYN+ACK seq 0 ack 1", "client", "server")
                .contains("WskSocketConnect called with IRP 1", "IRP 1 completed: STATUS_SUCCESS");
        assertThat(file.contains("Time runs downwards to scale")).isEqualTo(format.equals("timeline"));
    }

    @Test
    void diagram_withoutAFormat_isText() throws IOException {
        assertThat(shell.run("run", "syn-lost.yaml", "--diagram", "out")).isZero();
        shell.run("run", "syn-lost.yaml", "--diagram", "explicit", "--diagram-format", "text");

        assertThat(read("out/syn-lost.txt")).isEqualTo(read("explicit/syn-lost.txt"));
    }

    @Test
    void traceJson_ofARun_hasAHeaderAndALineForEachEntry() throws IOException {
        assertThat(shell.run("run", "syn-lost.yaml", "--trace-json", "out", "-v"))
                .isZero();

        List<String> lines = read("out/syn-lost.jsonl").lines().toList();
        assertThat(lines.get(0))
                .startsWith("{\"wsksim-trace\":1,\"version\":\"1.2.3\",\"scenario\":\"the first SYN is lost\","
                        + "\"file\":\"syn-lost.yaml\",\"seed\":1,\"profile\":\"windows-11\",\"digest\":\"")
                .endsWith("\"entries\":" + (lines.size() - 1) + "}");
        String digest = lines.get(0).replaceFirst(".*\"digest\":\"([0-9a-f]{64})\".*", "$1");
        assertThat(shell.out()).contains(digest);
        for (int i = 1; i < lines.size(); i++) {
            assertThat(lines.get(i)).startsWith("{\"number\":" + i + ",\"cause\":");
        }
    }

    /** Numbers of events change when more is recorded, and the lengths of lines with them; what is shown does not. */
    @Test
    void documentation_showsWhatIsDrawn() throws IOException {
        shell.bundle = BundledScenarios.shipped();
        assertThat(shell.run("run", "wsk/WskSocketConnect/outcomes/last-ack-lost", "--diagram", "out"))
                .as(shell.err())
                .isZero();
        String page = Files.readString(Path.of("../docs/artefacts.md")).replace("\r\n", "\n");
        String begin = "$ cat out/last-ack-lost.txt\n";
        String shown = page.substring(page.indexOf(begin) + begin.length());

        assertThat(withoutNumbers(shown.substring(0, shown.indexOf("```"))))
                .isEqualTo(withoutNumbers(read("out/last-ack-lost.txt")));
    }

    @Test
    void documentation_showsTheSocketsThatArePrinted() throws IOException {
        shell.bundle = BundledScenarios.shipped();
        assertThat(shell.run("run", "wsk/WskSocketConnect/outcomes/last-ack-lost", "--netstat-at", "500ms"))
                .as(shell.err())
                .isZero();
        String page = Files.readString(Path.of("../docs/artefacts.md")).replace("\r\n", "\n");

        assertThat(page).contains("last-ack-lost --netstat-at 500ms\n" + shell.out() + "```");
    }

    @Test
    void documentation_showsTheTraceThatIsPrinted() throws IOException {
        shell.bundle = BundledScenarios.shipped();
        String command = "trace wsk/WskSocketConnect/outcomes/last-ack-lost --why 33 --layer kernel";
        assertThat(shell.run(command.split(" "))).as(shell.err()).isZero();
        String page = Files.readString(Path.of("../docs/artefacts.md")).replace("\r\n", "\n");

        assertThat(page).contains("$ ./wsksim " + command + "\n" + shell.out() + "```");
    }

    private static String withoutNumbers(String drawing) {
        return drawing.replaceAll("#[0-9]+", "#")
                .replaceAll("-+", "-")
                .replaceAll(" +", " ")
                .replaceAll("(?m) \\|$", "");
    }

    @Test
    void netstatAt_ofInstants_printsTablesInTheOrderOfTime() throws IOException {
        assertThat(shell.run("run", "syn-lost.yaml", "--netstat-at", "1.5s", "--netstat-at", "1.002s"))
                .as(shell.err())
                .isZero();

        Golden.assertMatches("netstat.txt", shell.out());
    }

    @Test
    void netstatAt_inAJsonResult_saysTheSame() throws IOException {
        assertThat(shell.run("run", "syn-lost.yaml", "--netstat-at", "1.002s", "--json", "-"))
                .isZero();

        assertThat(shell.out())
                .contains("\"netstat\": [\n")
                .contains("{\"timeNanos\":1002000000,\"hosts\":[{\"name\":\"client\",")
                .contains("\"state\":\"SYN-SENT\"");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(JsonReport.schemaText(), InputFormat.JSON)
                        .validate(shell.out(), InputFormat.JSON))
                .isEmpty();
        assertThat(shell.run("run", "syn-lost.yaml", "--json", "-")).isZero();
        assertThat(shell.out()).doesNotContain("netstat");
    }

    @Test
    void netstatAt_changesNothingElse() {
        shell.run("run", "syn-lost.yaml", "-v");
        String without = shell.out();
        shell.run("run", "syn-lost.yaml", "-v", "--netstat-at", "0s");

        assertThat(shell.out()).contains("client at 0s\n");
        without.lines().forEach(line -> assertThat(shell.out()).contains(line));
    }

    @Test
    void artefacts_ofTwoRuns_areTheSameBytes() throws IOException {
        for (String folder : new String[] {"one", "two"}) {
            assertThat(shell.run("run", "syn-lost.yaml", "--pcap", folder, "--diagram", folder, "--trace-json", folder))
                    .isZero();
        }

        for (String extension : new String[] {"pcapng", "txt", "jsonl"}) {
            assertThat(Files.readAllBytes(shell.files.getPath("two/syn-lost." + extension)))
                    .as(extension)
                    .isNotEmpty()
                    .isEqualTo(Files.readAllBytes(shell.files.getPath("one/syn-lost." + extension)));
        }
    }

    @Test
    void numbers_ofADiagram_areThoseOfTheTrace() throws IOException {
        shell.run("run", "syn-lost.yaml", "--diagram", "out", "--trace-json", "out", "--trace");

        String line = shell.out()
                .lines()
                .filter(text -> text.contains("dropped"))
                .findFirst()
                .orElseThrow();
        String number = line.strip().split(" ", 2)[0];
        assertThat(read("out/syn-lost.txt")).contains("#" + number + " 0s dropped: ");
        assertThat(read("out/syn-lost.jsonl").lines())
                .anyMatch(entry -> entry.startsWith("{\"number\":" + number + ",") && entry.contains("packet-dropped"));
    }

    @Test
    void folder_thatCannotBe_isRefusedBeforeTheRun() {
        assertThat(shell.run("run", "syn-lost.yaml", "--diagram", "syn-lost.yaml"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err())
                .contains("no folder for diagrams can be made there: a file of this name is there already");
        assertThat(shell.run("run", "syn-lost.yaml", "--trace-json", "syn-lost.yaml"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("no folder for traces can be made there");
        assertThat(shell.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--diagram-format, svg, there is no --diagram FOLDER for them",
        "--diagram-format, png, 'expected one of [text, mermaid, svg, timeline] (case-sensitive) but was'",
        "--diagram, '', --diagram needs a name",
        "--trace-json, '', --trace-json needs a name",
        "--netstat-at, 5, 'the duration ''5'' has no unit; write 5ms or 5s'",
        "--netstat-at, soon, expected a duration such as 5ms"
    })
    void options_thatMeanNothing_areRefusedByName(String option, String value, String message) {
        assertThat(shell.run("run", "syn-lost.yaml", option, value)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(message);
        assertThat(shell.out()).isEmpty();
    }
}
