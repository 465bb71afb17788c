package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Programs of others that run on Node.js: what {@code src/test/foreign} asks them.
 *
 * <p>A machine without them skips the tests that need them, and says so; where {@code CI} is {@code true} they fail.
 */
final class NodeTools {
    private static final Path FOLDER = Path.of("src/test/foreign");
    private static final long LONGEST_SECONDS = 120;

    private NodeTools() {}

    /** Skips the test, or fails it in continuous integration, where the programs are not installed. */
    static void require() {
        if (Files.isDirectory(FOLDER.resolve("node_modules"))) {
            return;
        }
        String message = "the programs of cli/src/test/foreign are not installed, so nobody has asked them";
        if ("true".equalsIgnoreCase(System.getenv("CI"))) {
            fail(message + "; run 'npm ci' there");
        }
        System.err.println("WARNING: " + message);
        abort(message);
    }

    /** Runs one of our scripts and returns what it prints, with line feeds. */
    static String said(Path folder, String script, List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("node", FOLDER.resolve(script).toString()));
        command.addAll(arguments);
        Path out = folder.resolve(script + ".out");
        Path err = folder.resolve(script + ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String complaints = Files.readString(err, StandardCharsets.UTF_8);
        assertThat(ended).as("%s hangs: %s", script, complaints).isTrue();
        assertThat(process.exitValue()).as(complaints).isZero();
        return Files.readString(out, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
