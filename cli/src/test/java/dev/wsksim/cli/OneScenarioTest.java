package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that show something of one scenario: trace, diagram, pcap, netstat, diff, step. */
class OneScenarioTest {
    private final Shell shell = new Shell();

    @BeforeEach
    void playTruly() {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        shell.scenario("one.yaml", "a connect");
        shell.write(
                "two.yaml",
                Shell.YAML
                        .replace("name: NAME", "name: two families\nmatrix: { family: [ipv4, ipv6] }")
                        .replace("192.0.2.10]", "192.0.2.10, '2001:db8::10']")
                        .replace("192.0.2.20]", "192.0.2.20, '2001:db8::20']"));
    }

    @Test
    void trace_isWhatRunPrints() {
        shell.run("run", "one.yaml", "--trace");
        String all = shell.out();

        assertThat(shell.run("trace", "one.yaml")).isZero();
        assertThat(all).contains(shell.out());
        assertThat(shell.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace", "diagram"})
    void scenario_thatIsNotForTheseDecisions_isNotShown(String command) throws IOException {
        String text = Files.readString(shell.files.getPath("one.yaml"));
        shell.write("except.yaml", text + "except-decisions: { inline: it needs a pended request }\n");

        assertThat(shell.run(command, "except.yaml", "--decisions", "inline")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err())
                .contains(
                        "except.yaml: the scenario is not played with --decisions inline", "it needs a pended request");
        assertThat(shell.out()).isEmpty();
        assertThat(shell.run(command, "except.yaml", "--decisions", "pended")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "--layer wsk, WskSocketConnect returned STATUS_PENDING, IoAllocateIrp",
        "--kind decision, decision WskSocketConnect.completion, IoAllocateIrp",
        "--irp 2, IoAllocateIrp: IRP 2, 'IoAllocateIrp: IRP 1'",
        "--socket 1, socket 1 created, IoAllocateIrp",
        "--from 5ms --to 5ms, SYN+ACK, IoAllocateIrp",
        "--to 0s, IoAllocateIrp: IRP 1, SYN+ACK"
    })
    void trace_withACondition_showsOnlyWhatMeetsIt(String options, String shown, String notShown) {
        assertThat(shell.run(("trace one.yaml " + options).split(" ")))
                .as(shell.err())
                .isZero();

        assertThat(shell.out()).contains(shown).doesNotContain(notShown);
        assertThat(shell.out().lines()).hasSizeGreaterThan(1);
    }

    @Test
    void trace_why_isTheChainBackToTheScenario() {
        shell.run("trace", "one.yaml", "--kind", "socket-created");
        String number = shell.out().lines().toList().get(1).strip().split(" ")[0];

        assertThat(shell.run("trace", "one.yaml", "--why", number)).isZero();
        List<String> lines = shell.out().lines().toList();
        assertThat(lines.get(1)).contains("call WskSocketConnect");
        assertThat(lines.get(lines.size() - 1)).contains("socket 1 created");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--layer wks | did you mean 'wsk'?",
                "--kind decisions | did you mean 'decision'?",
                "--from 5ms --to 1ms | --from 5ms is after --to 1ms",
                "--why 100000 | there is no entry 100000",
                "--output '' | needs a name",
                "--output one.yaml | would overwrite a scenario",
                "--output nowhere/a.txt | nowhere/a.txt: there is no such folder to write the file to",
                "--variant family=ipv6 | no matrix"
            })
    void trace_askedForWhatIsNotThere_saysSo(String options, String said) {
        String[] words = ("trace one.yaml " + options.replace("''", "")).split(" ", -1);

        assertThat(shell.run(words)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(said.strip());
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void trace_asJson_isTheFileOfRun() throws IOException {
        shell.run("run", "one.yaml", "--trace-json", "out");

        assertThat(shell.run("trace", "one.yaml", "--json", "-o", "one.jsonl")).isZero();
        assertThat(Files.readString(shell.files.getPath("one.jsonl")))
                .isEqualTo(Files.readString(shell.files.getPath("out/one.jsonl")));
    }

    @Test
    void variant_isNeeded_whereThereAreSeveral() {
        assertThat(shell.run("diagram", "two.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("2 variants", "--variant with one of: [family=ipv4]; [family=ipv6]");
        assertThat(shell.run("diagram", "two.yaml", "--variant", "family=ipv5")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("no variant is called 'family=ipv5'", "family=ipv");
        assertThat(shell.run("diagram", "two.yaml", "--variant", "family")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("2 variants are called 'family'");

        assertThat(shell.run("diagram", "two.yaml", "--variant", "ipv6")).isZero();
        assertThat(shell.out()).startsWith("two families [family=ipv6]\n");
    }

    @Test
    void folder_isNotOneScenario() {
        assertThat(shell.run("trace", ".")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("there are 2 scenarios in it");
    }

    @ParameterizedTest
    @EnumSource
    void diagram_isTheFileOfRun(DiagramFormat format) throws IOException {
        shell.run("run", "one.yaml", "--diagram", "out", "--diagram-format", format.name());

        assertThat(shell.run("diagram", "one.yaml", "--format", format.name())).isZero();
        assertThat(shell.out()).isEqualTo(Files.readString(shell.files.getPath("out/one" + format.extension())));
    }

    @Test
    void pcap_isTheFileOfRun_orOfAnotherHost() throws IOException {
        shell.run("run", "one.yaml", "--pcap", "out");

        assertThat(shell.run("pcap", "one.yaml", "-o", "one.pcapng")).isZero();
        byte[] client = Files.readAllBytes(shell.files.getPath("one.pcapng"));
        assertThat(client).isEqualTo(Files.readAllBytes(shell.files.getPath("out/one.pcapng")));
        assertThat(shell.run("pcap", "one.yaml", "--host", "server", "-o", "server.pcapng"))
                .isZero();
        assertThat(Files.readAllBytes(shell.files.getPath("server.pcapng"))).isNotEqualTo(client);
    }

    @Test
    void pcap_withoutAFile_orOfNoHost_isRefused() {
        assertThat(shell.run("pcap", "one.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--output FILE");
        assertThat(shell.run("pcap", "one.yaml", "--host", "sever", "-o", "x.pcapng"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("did you mean 'server'?");
        assertThat(shell.files.getPath("x.pcapng")).doesNotExist();
    }

    @Test
    void netstat_isWhatRunPrints() {
        shell.run("run", "one.yaml", "--netstat-at", "7ms", "-v");
        String all = shell.out();

        assertThat(shell.run("netstat", "one.yaml", "--at", "7ms")).isZero();
        assertThat(all).contains(shell.out());
        assertThat(shell.out()).contains("client at 7ms", "SYN-SENT");
        assertThat(shell.run("netstat", "one.yaml", "--at", "7ms", "--json")).isZero();
        assertThat(shell.out()).startsWith("{\"timeNanos\":7000000,");
        assertThat(shell.run("netstat", "one.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--at");
    }

    @Test
    void scenarioThatFails_isShownAllTheSame_andToldOf() {
        shell.write("bad.yaml", Shell.YAML.replace("after: 10ms", "after: 11ms"));

        assertThat(shell.run("diagram", "bad.yaml")).isZero();
        assertThat(shell.out()).contains("WskSocketConnect");
        assertThat(shell.err())
                .isEqualTo("wsksim: the verdict of the scenario is 'failed'; 'wsksim run' with the same options tells"
                        + " why\n");
    }

    @Test
    void diff_ofTheSame_saysSo() {
        shell.run("trace", "one.yaml", "--json", "-o", "one.jsonl");

        assertThat(shell.run("diff", "one.jsonl", "one.yaml")).isZero();
        assertThat(shell.out()).startsWith("the traces are the same: ").contains("digest ");
    }

    @Test
    void diff_ofTwo_showsWhereTheyBeginToDiffer() throws IOException {
        shell.write("late.yaml", Shell.YAML.replace("NAME", "a connect").replaceFirst("latency: 5ms", "latency: 6ms"));

        assertThat(shell.run("diff", "one.yaml", "late.yaml")).isEqualTo(ExitCode.FAILED);
        Golden.assertMatches("diff.txt", shell.out());
    }

    @Test
    void diff_ofAShorterOne_saysThatItEnds() throws IOException {
        shell.run("trace", "one.yaml", "--json", "-o", "one.jsonl");
        List<String> lines = Files.readAllLines(shell.files.getPath("one.jsonl"));
        shell.write("short.jsonl", String.join("\n", lines.subList(0, 4)) + "\n");

        assertThat(shell.run("diff", "short.jsonl", "one.jsonl", "--context", "1"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(shell.out()).contains("up to entry 3, of 3 and", "- the trace ends here\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none.jsonl| there is no such file",
                "empty.jsonl| it is empty",
                "text.jsonl| not JSON",
                "other.jsonl| no \"wsksim-trace\"",
                "two.yaml| it stands for 2 runs"
            })
    void diff_ofNoTrace_saysWhy(String name, String said) {
        shell.write("empty.jsonl", "");
        shell.write("text.jsonl", "{ this: is [ no\n");
        shell.write("other.jsonl", "{\"a\": 1}\n");

        assertThat(shell.run("diff", name, "one.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains(name).contains(said.strip()).doesNotContain("\tat ");
    }

    @Test
    void step_readsAsAgreed() throws IOException {
        shell.input = String.join(
                "\n",
                "",
                "back",
                "to 5ms",
                "li",
                "objects",
                "sockets",
                "find syn+ack",
                "cause",
                "rewind",
                "forward",
                "go 12",
                "why",
                "findings",
                "last",
                "next",
                "quit",
                "not read");

        assertThat(shell.run("step", "one.yaml")).isZero();
        Golden.assertMatches("step.txt", shell.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fnd x| did you mean 'find'?",
                "f| it could be forward or find",
                "to| needs something behind it",
                "to noon| 'noon'",
                "go 0| numbered from 1 to",
                "next x| no count of entries",
                "quit now| takes nothing behind it",
                "find the moon| no entry after this one",
                "to 1h| nothing happened at 3600s"
            })
    void step_whatIsNotUnderstood_isSaid(String line, String said) {
        shell.input = line;

        assertThat(shell.run("step", "one.yaml")).isZero();
        assertThat(shell.out()).contains(said.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"one.yaml", "two.yaml --variant ipv6"})
    void step_backwards_goesTheSameWay(String what) {
        shell.input = "next\n".repeat(200);
        shell.run(("step " + what).split(" "));
        List<String> there = shell.out()
                .lines()
                .filter(line -> line.matches(" +[0-9]+ .*"))
                .distinct()
                .toList();
        shell.input = "last\n" + "back\n".repeat(200);
        shell.run(("step " + what).split(" "));
        List<String> back = shell.out()
                .lines()
                .filter(line -> line.matches(" +[0-9]+ .*"))
                .distinct()
                .toList();

        assertThat(back).containsExactlyInAnyOrderElementsOf(there).hasSizeGreaterThan(20);
    }
}
