package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code --html} as others judge it: the checker of the W3C, axe, and a reader who has only a keyboard. */
class PageReadersTest {
    private static final Path CHECKER = Path.of("src/test/foreign/node_modules/vnu-jar/build/dist/vnu.jar");
    private static final String UNKNOWN_TO_THE_CHECKER = "Property “paint-order” doesn't exist.";

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    private Path page;

    @BeforeEach
    void writePage() throws IOException {
        NodeTools.require();
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        shell.bundle = BundledScenarios.shipped();
        shell.write("left.yaml", Files.readString(Path.of("../scenarios/src/test/resources/failures/left-over.yaml")));
        assertThat(shell.run("run", "left.yaml", "lessons", "--html", "report.html", "--rule-coverage"))
                .as(shell.err())
                .isEqualTo(ExitCode.FAILED);
        page = Files.writeString(folder.resolve("report.html"), Files.readString(shell.files.getPath("report.html")));
    }

    /** Its only complaint is about a property of SVG 2 that its tables do not have. */
    @Test
    void checker_hasNothingToSay() throws Exception {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        CHECKER.toString(),
                        "--format",
                        "gnu",
                        page.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.waitFor();

        assertThat(Files.readString(said, StandardCharsets.UTF_8).lines())
                .allMatch(line -> line.endsWith(UNKNOWN_TO_THE_CHECKER));
    }

    @Test
    void checker_findsWhatIsWrong() throws Exception {
        Files.writeString(page, Files.readString(page).replace("<main>", "<main><img><p></main>"));
        Process process = new ProcessBuilder("java", "-jar", CHECKER.toString(), page.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("An “img” element must have an “alt” attribute");
    }

    @Test
    void axeAndAKeyboard_findNothingToComplainOf() throws Exception {
        assertThat(NodeTools.said(folder, "page.mjs", List.of(browser(), page.toString())))
                .isEqualTo("looked at\n");
    }

    @Test
    void axe_findsWhatIsWrong() throws Exception {
        Files.writeString(page, Files.readString(page).replace("<main>", "<main><img src=\"data:,\">"));

        assertThat(NodeTools.said(folder, "page.mjs", List.of(browser(), page.toString())))
                .contains("summary-light: image-alt", "viewer-dark: image-alt");
    }

    private static String browser() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(name -> Files.isExecutable(Path.of(name)))
                .findFirst()
                .orElseGet(PageReadersTest::noBrowser);
    }

    private static String noBrowser() {
        if ("true".equalsIgnoreCase(System.getenv("CI"))) {
            fail("chromium is not here, so nobody has opened the page; install it: apt-get install chromium");
        }
        System.err.println("WARNING: chromium is not here, so nobody has opened the page");
        return abort("chromium is not here");
    }
}
