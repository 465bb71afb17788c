package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
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

/**
 * The page of {@code --html} in a browser: Chromium without a window, from a file, without a network.
 *
 * <p>A machine without it skips the test, and says so; where {@code CI} is {@code true} it fails.
 */
class HtmlPageTest {
    private static final String CONNECTED = """
            wsksim-part: 1
            steps:
              - call: WskSocketConnect
                id: connect
                with: { RemoteAddress: server:445 }
                completes: { status: STATUS_SUCCESS, after: 9ms, socket: s }
              - await: connect
            """;
    private static final String INCLUDING = """
            wsksim: 1
            name: a step of a part is late
            hosts: { client: { addresses: [192.0.2.10] }, server: { addresses: [192.0.2.20] } }
            links: { client -> server: { latency: 5ms }, server -> client: same }
            peers: { server: { tcp 445: { connect: accept } } }
            driver: { host: client }
            steps:
              - include: parts/connected.part.yaml
              - { call: WskCloseSocket, on: s, completes: STATUS_SUCCESS }
            """;

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @BeforeEach
    void requireBrowser() {
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
        shell.bundle = BundledScenarios.shipped();
        if (browser().isEmpty()) {
            if ("true".equalsIgnoreCase(System.getenv("CI"))) {
                fail("chromium is not here, so nobody has opened the page; install it: apt-get install chromium");
            }
            System.err.println("WARNING: chromium is not here, so nobody has opened the page");
            abort("chromium is not here");
        }
    }

    private static String browser() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(name -> Files.isExecutable(Path.of(name)))
                .findFirst()
                .orElse("");
    }

    /** Returns the page as it is when its script has run. */
    private String opened(Path page, String place) throws IOException, InterruptedException {
        List<String> command = List.of(
                browser(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=1500,1200",
                "--virtual-time-budget=20000",
                "--dump-dom",
                page.toUri() + place);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String document = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return document;
    }

    @Test
    void page_countsTheLinesOfAPartAnew() throws Exception {
        shell.write("parts/connected.part.yaml", CONNECTED);
        shell.write("late.yaml", INCLUDING);
        assertThat(shell.run("run", "late.yaml", "--html", "report.html")).isEqualTo(ExitCode.FAILED);
        Path page =
                Files.writeString(folder.resolve("report.html"), Files.readString(shell.files.getPath("report.html")));

        String document = opened(page, "#run-0");

        assertThat(document)
                .contains("<li class=\"file\">parts/connected.part.yaml</li><li>wsksim-part: 1</li>")
                .contains("WskSocketConnect came too late [completion], line 6 of parts/connected.part.yaml<")
                .contains(
                        "<li class=\"finding\">    completes: { status: STATUS_SUCCESS, after: 9ms, socket: s }</li>");
    }

    @Test
    void page_showsTheRunThatItsAddressNames() throws Exception {
        assertThat(shell.run("run", "lessons", "--html", "report.html"))
                .as(shell.err())
                .isZero();
        Path page =
                Files.writeString(folder.resolve("report.html"), Files.readString(shell.files.getPath("report.html")));

        String document = opened(page, "#run-1");

        assertThat(document).contains("<h2 id=\"viewer-title\" tabindex=\"-1\">lesson 2");
        assertThat(document).contains(">SYN</text>", ">WskSocketConnect with IRP 1</text>", "class=\"bar\"");
        assertThat(document).contains("role=\"option\"", "aria-selected=\"true\"", "<li>wsksim: 1</li>");
        assertThat(document).contains("role=\"status\">25 of 61 entries<");
    }
}
