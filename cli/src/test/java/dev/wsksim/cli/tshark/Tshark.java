package dev.wsksim.cli.tshark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Wireshark's command line, an independent reader of captures.
 *
 * <p>A machine without it skips the tests that need it, and says so; where {@code CI} is {@code true} they fail.
 */
final class Tshark {

    /** What scenarios send is not what Wireshark expects on a well-known port, so it is taken for mere bytes. */
    private static final ImmutableList<String> CHECKS = ImmutableList.of(
            "-o",
            "ip.check_checksum:TRUE",
            "-o",
            "tcp.check_checksum:TRUE",
            "-o",
            "udp.check_checksum:TRUE",
            "-d",
            "tcp.port==1-65535,data",
            "-d",
            "udp.port==1-65535,data");

    private Tshark() {}

    /** Skips the test, or fails it in continuous integration, where there is no tshark. */
    static void require() {
        String missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        String message = "tshark is not here (" + missing + "), so nobody has looked at the captures";
        if ("true".equalsIgnoreCase(System.getenv("CI"))) {
            fail(message + "; install it: apt-get install tshark");
        }
        System.err.println("WARNING: " + message);
        abort(message);
    }

    private static String missing() {
        try {
            return new ProcessBuilder("tshark", "--version")
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0
                    ? ""
                    : "tshark --version fails";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a capture with all checksums checked, and returns the fields of every frame; a field that a frame has several
     * times is joined by commas.
     */
    static List<List<String>> read(Path capture, List<String> fields) {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString()));
        command.addAll(CHECKS);
        command.addAll(List.of("-T", "fields"));
        fields.forEach(field -> command.addAll(List.of("-e", field)));
        try {
            Path out = Files.createTempFile("wsksim-tshark", ".txt");
            Path err = Files.createTempFile("wsksim-tshark", ".err");
            int code = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start()
                    .waitFor();
            String complaints = Files.readAllLines(err).stream()
                    .filter(line -> !line.startsWith("Running as user"))
                    .collect(Collectors.joining("\n"));
            assertThat(code).as(complaints).isZero();
            assertThat(complaints).isEmpty();
            List<List<String>> frames = Files.readAllLines(out).stream()
                    .map(line -> Splitter.on('\t').splitToList(line))
                    .toList();
            Files.delete(out);
            Files.delete(err);
            return frames;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
