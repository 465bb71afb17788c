package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has what we write for the programs of others read by them: diagrams, pipelines and scripts. */
class ForeignReadersTest {
    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @BeforeAll
    static void requireReaders() {
        NodeTools.require();
    }

    /** Mermaid finds the hosts, and every arrow and note that we have drawn. */
    @Test
    void mermaid_understandsTheDiagramsOfManyScenarios() throws Exception {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        shell.bundle = BundledScenarios.shipped();
        List<String> files = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String path : shell.bundle.paths()) {
            if (path.startsWith("lessons/") || path.startsWith("wsk/WskSocketConnect/outcomes/")) {
                assertThat(shell.run("diagram", path, "--format", "mermaid")).isIn(ExitCode.OK, ExitCode.BAD_INPUT);
                if (!shell.out().isEmpty()) {
                    files.add(Files.writeString(folder.resolve(files.size() + ".mmd"), shell.out())
                            .toString());
                    expected.add(drawn(shell.out()));
                }
            }
        }

        assertThat(files).hasSizeGreaterThan(10);
        assertThat(NodeTools.said(folder, "diagrams.mjs", files).lines()).containsExactlyElementsOf(expected);
    }

    private static String drawn(String diagram) {
        List<String> hosts = diagram.lines()
                .filter(line -> line.startsWith("    participant "))
                .map(line -> line.substring(line.indexOf(" as ") + 4))
                .toList();
        long arrows = diagram.lines()
                .filter(line -> line.matches(" +h\\d+-[->x)]+h\\d+: .*"))
                .count();
        long notes =
                diagram.lines().filter(line -> line.startsWith("    Note ")).count();
        return "sequence: " + String.join(", ", hosts) + "; " + arrows + " arrows, " + notes + " notes";
    }

    @Test
    void workflow_pleasesItsCheckers() throws Exception {
        String workflow = recipe("GitHub Actions");

        assertThat(complaints(workflow)).isEmpty();
        assertThat(complaints(workflow.replace("runs-on:", "run-on:")))
                .contains("actionlint: ", "action-validator: /jobs/scenarios");
        assertThat(complaints(workflow.replace("matrix.part }}/3", "matrix.parts }}/3")))
                .contains("\"parts\" is not defined");
    }

    /** Returns the file of a recipe in the page about pipelines. */
    private static String recipe(String title) throws Exception {
        String page = Files.readString(Path.of("../docs/pipelines.md")).replace("\r\n", "\n");
        Matcher found = Pattern.compile("### " + title + "\\n\\n```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).as(title).isTrue();
        return found.group(1);
    }

    private String complaints(String workflow) throws Exception {
        Path file = Files.writeString(folder.resolve("wsk.yml"), workflow);
        return NodeTools.said(folder, "workflow.mjs", List.of(file.toString()));
    }

    /** The checker finds a job for each part, and refuses what GitLab does not know. */
    @Test
    void gitlabPipeline_pleasesItsChecker() throws Exception {
        String pipeline = recipe("GitLab");

        assertThat(jobs(pipeline).lines())
                .contains(
                        "wsk: [1/3];\"\";test;on_success;false;[]",
                        "wsk: [2/3];\"\";test;on_success;false;[]",
                        "wsk: [3/3];\"\";test;on_success;false;[]");
        assertThat(jobs(pipeline.replace("parallel:", "parallels:")))
                .contains("'parallels' property is not expected to be here at wsk");
        assertThat(jobs(pipeline.replace("when: always", "when: ever"))).contains("wsk.artifacts.when");
        assertThat(jobs(pipeline.replace("junit:", "junits:"))).contains("wsk.artifacts.reports");
    }

    private String jobs(String pipeline) throws Exception {
        Files.writeString(folder.resolve(".gitlab-ci.yml"), pipeline);
        return NodeTools.said(folder, "gitlab.mjs", List.of(folder.toString()));
    }

    @Test
    void powerShellCompletion_isUnderstood() throws Exception {
        assertThat(shell.run("completion", "powershell")).isZero();
        String script = shell.out();

        assertThat(misunderstood(script)).isEmpty();
        assertThat(misunderstood(script.replace("'check' = @(", "'check' = @{")))
                .isNotEmpty();
        assertThat(misunderstood(script.strip().substring(0, script.length() - 3)))
                .isNotEmpty();
    }

    private String misunderstood(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("wsksim.ps1"), script);
        return NodeTools.said(folder, "powershell.mjs", List.of(file.toString()));
    }
}
