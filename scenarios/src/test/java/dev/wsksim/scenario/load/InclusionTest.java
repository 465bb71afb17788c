package dev.wsksim.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scenarios include: where it is looked for, how it is put together, and what is wrong with it. */
class InclusionTest {
    private static final String NETWORK = """
            wsksim-part: 1
            hosts:
              client: { addresses: [192.0.2.10] }
              server: { addresses: [192.0.2.20] }
            links:
              client -> server: { latency: 5ms }
              server -> client: same
            driver: { host: client }
            """;
    private static final String OPEN = """
            wsksim-part: 1
            steps:
              - call: WskSocket
                id: open
                completes: { status: STATUS_SUCCESS, socket: s }
            """;
    private static final String HEAD = "wsksim: 1\nname: n\n";
    private static final String CLOSE = "  - { call: WskCloseSocket, on: s }\n";

    private FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    @BeforeEach
    void write() {
        write("shared/network.part.yaml", NETWORK);
        write("shared/open.part.yaml", OPEN);
    }

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    private void write(String name, String text) {
        try {
            Path file = files.getPath(name);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoadResult load(String text) {
        write("a.yaml", HEAD + text);
        return new ScenarioLoader().load(files.getPath("a.yaml"));
    }

    private Scenario good(String text) {
        LoadResult result = load(text);
        assertThat(result.renderProblems()).isEmpty();
        return result.variants().get(0);
    }

    /** Returns the only problem, as place, message and hint. */
    private String problem(String text) {
        LoadResult result = load(text);
        assertThat(result.problems()).as(result.renderProblems()).hasSize(1);
        ScenarioProblem only = result.problems().get(0);
        return only.position() + " " + only.message() + "; " + only.hint();
    }

    @Test
    void definitionsAndSteps_areThere_withTheirOwnPlaces() {
        Scenario scenario =
                good("include: shared/network.part.yaml\nsteps:\n  - include: shared/open.part.yaml\n" + CLOSE);

        assertThat(scenario.hosts()).extracting(HostSpec::name).containsExactly("client", "server");
        assertThat(scenario.hosts().get(1).position()).hasToString("shared/network.part.yaml:4:3");
        assertThat(scenario.steps())
                .extracting(Step::position)
                .extracting(Object::toString)
                .containsExactly("shared/open.part.yaml:3:5", "a.yaml:6:5");
        assertThat(scenario.position()).hasToString("a.yaml:1:1");
        assertThat(scenario.included()).containsExactly("shared/network.part.yaml", "shared/open.part.yaml");
    }

    @Test
    void definitions_ofPartsStandFirst_inTheOrderOfTheList() {
        write("more.part.yaml", "wsksim-part: 1\nhosts:\n  third: { addresses: [192.0.2.30] }\n");

        Scenario scenario = good("include: [more.part.yaml, shared/network.part.yaml]\n"
                + "hosts:\n  own: { addresses: [192.0.2.40] }\nsteps:\n  - include: shared/open.part.yaml\n" + CLOSE);

        assertThat(scenario.hosts()).extracting(HostSpec::name).containsExactly("third", "client", "server", "own");
    }

    @Test
    void lists_areJoined_andTablesOfTables() {
        write("more.part.yaml", """
                wsksim-part: 1
                peers:
                  server: { tcp 80: { connect: accept } }
                driver: { threads: { worker: {} } }
                faults: [{ call: WskSend, status: STATUS_INSUFFICIENT_RESOURCES }]
                """);

        Scenario scenario = good("""
                include: [shared/network.part.yaml, more.part.yaml]
                peers:
                  server: { tcp 81: { connect: refuse } }
                faults: [{ call: WskReceive, status: STATUS_INSUFFICIENT_RESOURCES }]
                driver: { threads: { other: {} } }
                steps:
                  - include: shared/open.part.yaml
                  - { call: WskCloseSocket, on: s }
                """);

        assertThat(scenario.peers()).hasSize(2);
        assertThat(scenario.faults())
                .extracting(fault -> fault.position().toString())
                .containsExactly("more.part.yaml:5:35", "a.yaml:6:38");
        assertThat(scenario.driver().orElseThrow().threads())
                .extracting(thread -> thread.name())
                .containsExactly("worker", "other");
    }

    @Test
    void parametersAndMatrix_ofAPart_areThoseOfTheScenario() {
        write("more.part.yaml", """
                wsksim-part: 1
                parameters: { port: 445 }
                matrix: { family: [ipv4, ipv6] }
                peers:
                  server: { "tcp 445": { connect: { accept: { after: "${late}" } } } }
                """);
        write("a.yaml", HEAD + """
                        include: more.part.yaml
                        parameters: { late: 5ms }
                        hosts:
                          server: { addresses: [192.0.2.10, "2001:db8::1"] }
                          client: { addresses: [192.0.2.11, "2001:db8::2"] }
                        connections:
                          c: { from: client, to: "server:${port}", data: [close] }
                        """);

        LoadResult result = new ScenarioLoader()
                .withParameters(ImmutableMap.of("late", "7ms"))
                .load(files.getPath("a.yaml"));

        assertThat(result.renderProblems()).isEmpty();
        assertThat(result.variants())
                .extracting(Scenario::displayName)
                .containsExactly("n [family=ipv4, late=7ms]", "n [family=ipv6, late=7ms]");
    }

    @Test
    void pathOfAPart_isSeenFromTheFileThatNamesIt() {
        write("x/y/all.part.yaml", "wsksim-part: 1\ninclude: ../../shared/network.part.yaml\n");
        write("x/steps.part.yaml", "wsksim-part: 1\nsteps:\n  - include: ../shared/open.part.yaml\n" + CLOSE);

        Scenario scenario = good("include: x/y/all.part.yaml\nsteps:\n  - include: x/steps.part.yaml\n");

        assertThat(scenario.hosts()).hasSize(2);
        assertThat(scenario.steps()).hasSize(2);
        assertThat(scenario.included())
                .containsExactly(
                        "x/y/all.part.yaml", "shared/network.part.yaml", "x/steps.part.yaml", "shared/open.part.yaml");
    }

    @Test
    void steps_inThreadsAndRepetitions_canBeIncluded_alsoTwice() {
        write("send.part.yaml", "wsksim-part: 1\nsteps:\n  - { checkpoint: \"round ${n}\" }\n");

        Scenario scenario = good("""
                include: shared/network.part.yaml
                steps:
                  - include: shared/open.part.yaml
                  - { repeat: 2, as: n, steps: [{ include: send.part.yaml }, { include: [send.part.yaml] }] }
                  - { call: WskCloseSocket, on: s }
                """);

        assertThat(scenario.steps()).hasSize(6);
        assertThat(((CallStep) scenario.steps().get(5)).function()).isEqualTo("WskCloseSocket");
    }

    @Test
    void steps_withValues_canBeIncludedSeveralTimes() {
        write("open.part.yaml", """
                wsksim-part: 1
                steps:
                  - call: WskSocket
                    id: open-${name}
                    completes: { status: "${status}", socket: "${name}" }
                """);
        write(
                "both.part.yaml",
                "wsksim-part: 1\nsteps:\n  - { include: open.part.yaml, with: { name: \"${prefix}1\" } }\n");

        Scenario scenario = good("""
                include: shared/network.part.yaml
                parameters: { status: STATUS_SUCCESS }
                steps:
                  - { include: open.part.yaml, with: { name: a } }
                  - { include: [open.part.yaml], with: { name: b, x-why: as above } }
                  - { include: both.part.yaml, with: { prefix: c } }
                  - { call: WskCloseSocket, on: a }
                  - { call: WskCloseSocket, on: b }
                  - { call: WskCloseSocket, on: c1 }
                """);

        assertThat(scenario.steps())
                .extracting(step -> step.id().map(Object::toString).orElse(""))
                .startsWith("open-a", "open-b", "open-c1");
    }

    @Test
    void values_thatFitNowhere_areRefused() {
        String head = "include: shared/network.part.yaml\nsteps:\n";

        assertThat(problem(head + "  - { include: shared/open.part.yaml, with: { name: a } }\n" + CLOSE))
                .isEqualTo("a.yaml:5:47 'name' is used nowhere in the part;"
                        + " write ${name} where its value belongs, or remove it");
        assertThat(problem(head + "  - { include: shared/open.part.yaml, with: [a] }\n" + CLOSE))
                .startsWith("a.yaml:5:45 expected a mapping from variables of the part to values, found a list");
        assertThat(problem(head + "  - { include: shared/open.part.yaml, wiht: { a: b } }\n" + CLOSE))
                .isEqualTo("a.yaml:5:39 unknown key 'wiht' in an inclusion; did you mean 'with'?");
    }

    @Test
    void values_thatMakeTooMuch_areToldOnce() {
        write("note.part.yaml", "wsksim-part: 1\nsteps:\n  - { checkpoint: \"" + "${text}".repeat(1000) + "\" }\n");
        String line = "  - { include: note.part.yaml, with: { text: " + "x".repeat(200) + " } }\n";

        assertThat(problem("include: shared/network.part.yaml\nsteps:\n" + line.repeat(100)))
                .isEqualTo("note.part.yaml:3:19 the variables make the file too large; write shorter values");
    }

    @Test
    void nameInTwoFiles_isToldWithBothPlaces() {
        assertThat(problem("include: shared/network.part.yaml\nhosts:\n  server: { addresses: [192.0.2.30] }\nsteps:\n"
                        + "  - include: shared/open.part.yaml\n" + CLOSE))
                .isEqualTo(
                        "a.yaml:5:3 'server' is given in two files; it is first given at shared/network.part.yaml:4:3");
        assertThat(problem("include: shared/network.part.yaml\ndriver: { host: server }\nsteps:\n"
                        + "  - include: shared/open.part.yaml\n" + CLOSE))
                .isEqualTo(
                        "a.yaml:4:11 'host' is given in two files; it is first given at shared/network.part.yaml:8:11");
    }

    @Test
    void stepsIncludedTwice_canDefineNoNames() {
        LoadResult result = load("include: shared/network.part.yaml\nsteps:\n"
                + "  - include: [shared/open.part.yaml, shared/open.part.yaml]\n" + CLOSE);

        assertThat(result.renderProblems())
                .contains("shared/open.part.yaml:4:9: step 'open' is defined twice\n")
                .contains("hint: its line is there several times, repeated or included");
    }

    @Test
    void linkInTwoSpellings_namesTheOtherFile() {
        assertThat(problem("include: shared/network.part.yaml\nlinks:\n  client  ->  server: { latency: 1ms }\nsteps:\n"
                        + "  - include: shared/open.part.yaml\n" + CLOSE))
                .contains("a.yaml:5:3 direction 'client -> server' is given twice")
                .contains("in line 6 of shared/network.part.yaml");
    }

    @Test
    void samePart_twice_isToldWithBothPlaces() {
        write("b.part.yaml", "wsksim-part: 1\ninclude: shared/network.part.yaml\n");

        assertThat(problem("include: [shared/network.part.yaml, b.part.yaml]\nsteps:\n"
                        + "  - include: shared/open.part.yaml\n" + CLOSE))
                .isEqualTo("b.part.yaml:2:10 'shared/network.part.yaml' is included twice;"
                        + " it is first included at a.yaml:3:11");
    }

    @Test
    void circle_isTold_ofDefinitionsAndOfSteps() {
        write("one.part.yaml", "wsksim-part: 1\ninclude: two.part.yaml\n");
        write("two.part.yaml", "wsksim-part: 1\ninclude: one.part.yaml\n");
        write("self.part.yaml", "wsksim-part: 1\nsteps:\n  - include: self.part.yaml\n" + CLOSE);

        assertThat(load("include: one.part.yaml\n").renderProblems())
                .contains("two.part.yaml:2:10: 'one.part.yaml' includes itself\n    2 | include: one.part.yaml\n")
                .contains("hint: one.part.yaml includes two.part.yaml includes one.part.yaml");
        assertThat(load("include: shared/network.part.yaml\nsteps:\n  - include: self.part.yaml\n")
                        .renderProblems())
                .contains("self.part.yaml:3:14: 'self.part.yaml' includes itself")
                .contains("hint: self.part.yaml includes self.part.yaml");
    }

    @Test
    void tooDeep_isTold() {
        for (int i = 1; i <= Inclusion.MAX_DEPTH + 1; i++) {
            write("p" + i + ".part.yaml", "wsksim-part: 1\ninclude: p" + (i + 1) + ".part.yaml\n");
        }

        assertThat(load("include: p1.part.yaml\n").renderProblems())
                .contains("p8.part.yaml:2:10: parts include parts more than 8 levels deep")
                .doesNotContain("there is no file");
    }

    @Test
    void tooMany_isToldOnce() {
        String steps = "{ include: send.part.yaml }, ".repeat(100);
        write("send.part.yaml", "wsksim-part: 1\nsteps:\n  - { wait: 1ms }\n");
        write("hundred.part.yaml", "wsksim-part: 1\nsteps: [" + steps.substring(0, steps.length() - 2) + "]\n");
        String lines = "  - include: hundred.part.yaml\n".repeat(12);

        assertThat(problem("include: shared/network.part.yaml\nsteps:\n  - include: shared/open.part.yaml\n" + lines
                        + CLOSE))
                .contains("more than 1000 parts are included");
    }

    @Test
    void tooLarge_isToldOnce() {
        StringBuilder steps = new StringBuilder("wsksim-part: 1\nsteps:\n");
        for (int i = 0; i < 20_000; i++) {
            steps.append("  - { wait: 1ms }\n");
        }
        write("long.part.yaml", steps.toString());

        assertThat(problem("include: shared/network.part.yaml\nsteps:\n  - include: shared/open.part.yaml\n"
                        + "  - include: long.part.yaml\n".repeat(4) + CLOSE))
                .contains("the scenario holds more than 100000 values with its parts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/shared/network.part.yaml | the path of a part is not absolute",
                "C:/network.part.yaml      | the path of a part is not absolute",
                "shared\\network.part.yaml | the path of a part is written with '/', on Windows too",
                "'${x}.part.yaml'          | the path of a part has no variables",
                "shared/network.yaml       | this is not the name of a part",
                "/etc/passwd               | the path of a part is not absolute"
            })
    void path_thatCannotBe_isRefused(String path, String message) {
        assertThat(load("include: " + path + "\n").problems())
                .extracting(problem -> problem.position() + " " + problem.message())
                .contains("a.yaml:3:10 " + message);
    }

    @Test
    void missingPart_hasTheNearestName() {
        assertThat(load("include: shared/netwrok.part.yaml\n").renderProblems())
                .isEqualTo("a.yaml:3:10: there is no file 'shared/netwrok.part.yaml'\n"
                        + "    3 | include: shared/netwrok.part.yaml\n"
                        + "      |          ^^^^^^^^^^^^^^^^^^^^^^^^\n  hint: did you mean 'network.part.yaml'?");
        assertThat(load("include: no/such.part.yaml\n").renderProblems())
                .contains("hint: it is looked for at no/such.part.yaml");
    }

    @Test
    void part_thatCannotBeRead_isToldAtItsName() throws IOException {
        Files.createDirectories(files.getPath("folder.part.yaml"));
        Files.write(files.getPath("utf.part.yaml"), "wsksim-part: 1\nabout: ü\n".getBytes(StandardCharsets.ISO_8859_1));
        write("bad.part.yaml", "wsksim-part: 1\nhosts: [\n");
        write("empty.part.yaml", "");

        assertThat(load("include: folder.part.yaml\n").renderProblems())
                .contains("a.yaml:3:10: 'folder.part.yaml' cannot be read: this is a folder, not a file");
        assertThat(load("include: utf.part.yaml\n").renderProblems())
                .contains("utf.part.yaml:2:8: this is not UTF-8 text: byte 0xFC");
        assertThat(load("include: bad.part.yaml\n").renderProblems()).contains("bad.part.yaml:3:1: this is not YAML");
        assertThat(load("include: empty.part.yaml\n").renderProblems())
                .contains("empty.part.yaml: the file holds no part");
    }

    @Test
    void problemInAPart_namesThePart_itsLineAndCaret() {
        write("shared/network.part.yaml", NETWORK.replace("latency: 5ms", "latncy: 5ms"));

        LoadResult result = load("include: shared/network.part.yaml\nsteps:\n  - include: shared/open.part.yaml\n"
                + CLOSE + "exspect: {}\n");

        assertThat(result.problems())
                .extracting(problem -> problem.position().toString())
                .containsExactly("a.yaml:7:1", "shared/network.part.yaml:6:23");
        assertThat(result.renderProblems()).contains("    6 |   client -> server: { latncy: 5ms }\n");
        assertThat(result.included()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'hosts: {}'                              | key 'wsksim-part' is missing in a part",
                "'wsksim-part: 2\nhosts: {}'              | this program reads version 1 of parts, the file says '2'",
                "'wsksim-part: 1\nname: x\nhosts: {}'     | key 'name' belongs to a scenario, not to a part",
                "'wsksim-part: 1\nexpect: {}\nhosts: {}'  | key 'expect' belongs to a scenario, not to a part",
                "'wsksim-part: 1\nhsots: {}\nhosts: {}'   | unknown key 'hsots' in a part",
                "'wsksim-part: 1\nabout: [a]\nhosts: {}'  | expected a text, found a list",
                "'wsksim-part: 1'                         | this part says nothing",
                "'wsksim-part: 1\nsteps: []'              | expected a list of steps, found an empty list",
                "'wsksim-part: 1\nhosts: {}\nsteps: [{ wait: 1s }]' "
                        + "| a part has steps or definitions, and this one has both",
                "'wsksim-part: 1\nsteps: [{ wait: 1s }]'  | this part has steps"
            })
    void part_thatIsNone_isTold(String part, String message) {
        write("p.part.yaml", part + "\n");

        assertThat(load("include: p.part.yaml\n").problems())
                .extracting(ScenarioProblem::message)
                .contains(message);
    }

    @Test
    void definitions_amongSteps_areRefused_andOtherKeys() {
        assertThat(load("steps:\n  - include: shared/network.part.yaml\n").renderProblems())
                .contains("a.yaml:4:14: this part has no steps")
                .contains("hint: write 'include: shared/network.part.yaml' at the top");
        assertThat(problem("include: shared/network.part.yaml\nsteps:\n  - { include: shared/open.part.yaml, id: x }\n"
                        + CLOSE))
                .startsWith("a.yaml:5:39 unknown key 'id' in an inclusion");
        assertThat(problem("include: [shared/network.part.yaml, {}]\nsteps:\n  - include: shared/open.part.yaml\n"
                        + CLOSE))
                .startsWith("a.yaml:3:37 expected the path of a part, found a mapping");
        assertThat(load("include: []\n").renderProblems()).contains("a.yaml:3:10: this list is empty");
    }

    @Test
    void partByHand_andScenarioNamedLikeAPart_areToldWhatTheyAre() {
        write("s.part.yaml", HEAD);

        assertThat(new ScenarioLoader()
                        .load(files.getPath("shared/open.part.yaml"))
                        .renderProblems())
                .isEqualTo("shared/open.part.yaml: this is a part of scenarios, not a scenario of its own\n"
                        + "  hint: name a scenario that includes it");
        assertThat(new ScenarioLoader().load(files.getPath("s.part.yaml")).renderProblems())
                .startsWith("s.part.yaml: this is named like a part of scenarios");
    }

    @Test
    void textInMemory_includesNothing_unlessItHasFiles() {
        String text = HEAD + "include: shared/network.part.yaml\nsteps:\n  - include: shared/open.part.yaml\n" + CLOSE;

        assertThat(new ScenarioLoader().loadText("t.yaml", text).renderProblems())
                .contains("t.yaml:3:10: there can be no file 'shared/network.part.yaml'")
                .contains("hint: only a scenario in a file can include others");
        assertThat(new ScenarioLoader()
                        .withFiles(ScenarioFiles.seenFrom(files.getPath("").toAbsolutePath()))
                        .loadText("t.yaml", text)
                        .renderProblems())
                .isEmpty();
    }

    @Test
    void windows_findsParts_behindSlashes() throws IOException {
        files.close();
        files = Jimfs.newFileSystem(Configuration.windows());
        write();

        Scenario scenario =
                good("include: shared/network.part.yaml\nsteps:\n  - include: shared/open.part.yaml\n" + CLOSE);

        assertThat(scenario.included()).containsExactly("shared\\network.part.yaml", "shared\\open.part.yaml");
        assertThat(scenario.steps().get(0).position().fileSeenFrom(scenario.position()))
                .isEqualTo("shared/open.part.yaml");
    }

    @Test
    void everyKeyOfAScenario_isAllowedInAPart_orRefusedByName() {
        assertThat(new ScenarioSchema().elements().get(0).keys())
                .extracting(ScenarioSchema.Key::name)
                .allMatch(key -> PartElement.keys().contains(key) != PartElement.OF_SCENARIOS.contains(key));
    }
}
