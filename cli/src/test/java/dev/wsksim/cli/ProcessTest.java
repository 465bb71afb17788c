package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.jimfs.Jimfs;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import dev.wsksim.Wsksim;
import dev.wsksim.scenario.bundle.BundledScenarios;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import picocli.CommandLine;

/** What only a process of its own can show: signals, closed pipes, encodings. */
class ProcessTest {
    @TempDir
    private Path folder;

    private Process start(List<String> options, String... arguments) throws IOException {
        return start(options, ProcessBuilder.Redirect.PIPE, arguments);
    }

    private Process start(List<String> options, ProcessBuilder.Redirect output, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
        command.addAll(options);
        command.add(WsksimMain.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output)
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    /** The jars and folders of everything that the program needs, wherever the test runner has them from. */
    private static String classPath() {
        return Stream.of(
                        WsksimMain.class,
                        BundledScenarios.class,
                        Wsksim.class,
                        CommandLine.class,
                        ImmutableList.class,
                        InternalFutureFailureAccess.class,
                        Jimfs.class,
                        Load.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err.txt"));
    }

    private static String rest(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    static boolean signalsAreThere() {
        return Files.isExecutable(Path.of("/bin/kill"));
    }

    /** The child cannot finish before it is stopped: nobody reads its trace, so it waits in a write. */
    @Test
    @EnabledIf("signalsAreThere")
    void sigint_leavesAPartialReport_andExitCode130() throws Exception {
        String values =
                IntStream.rangeClosed(1, 250).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String yaml = Shell.YAML
                .replace("server:445", "\"server:${port}\"")
                .replace("hosts:", "matrix: { port: [" + values + "] }\nhosts:");
        Files.writeString(folder.resolve("one.yaml"), yaml);
        Files.writeString(folder.resolve("two.yaml"), yaml);
        Process child = start(List.of(), "run", "one.yaml", "two.yaml", "--trace", "--jobs", "1", "--json", "out.json");
        BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine()).startsWith("500 scenarios in 2 files");

        int killed = new ProcessBuilder("/bin/kill", "-INT", Long.toString(child.pid()))
                .start()
                .waitFor();
        String report = out.lines().collect(Collectors.joining("\n"));

        assertThat(killed).isZero();
        assertThat(child.waitFor()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(report).contains("interrupted: ", " of 500 scenarios were begun");
        assertThat(Files.readString(folder.resolve("out.json"))).contains("\"interrupted\": true");
        assertThat(err()).isEmpty();
    }

    @Test
    void closedPipe_isNoReasonToComplain() throws Exception {
        Process child = start(List.of(), "list", "--statuses");
        child.getInputStream().close();

        assertThat(child.waitFor()).isZero();
        assertThat(err()).isEmpty();
    }

    static boolean fullDeviceIsThere() {
        return Files.isWritable(Path.of("/dev/full"));
    }

    @Test
    @EnabledIf("fullDeviceIsThere")
    void outputThatIsLost_isAFault() throws Exception {
        Process child = start(List.of(), ProcessBuilder.Redirect.to(new File("/dev/full")), "list", "--statuses");

        assertThat(child.waitFor()).isEqualTo(ExitCode.FAULT);
        assertThat(err())
                .startsWith("wsksim: the output could not be written: ")
                .hasLineCount(1);
    }

    @Test
    @EnabledIf("fullDeviceIsThere")
    void resultThatIsLost_isAFault() throws Exception {
        Files.writeString(folder.resolve("a.yaml"), Shell.YAML);
        Process child = start(List.of(), "run", "a.yaml", "--json", "/dev/full");

        assertThat(rest(child)).contains("1 passed");
        assertThat(child.waitFor()).isEqualTo(ExitCode.FAULT);
        assertThat(err())
                .startsWith("wsksim: /dev/full: the result could not be written: ")
                .hasLineCount(1);
    }

    static boolean pipesAreThere() {
        return Files.isExecutable(Path.of("/usr/bin/mkfifo"));
    }

    @Test
    @EnabledIf("pipesAreThere")
    void namedPipe_isRefused_andNotWaitedFor() throws Exception {
        new ProcessBuilder("/usr/bin/mkfifo", folder.resolve("fifo.yaml").toString())
                .start()
                .waitFor();
        Files.writeString(folder.resolve("a.yaml"), Shell.YAML);
        Process run = start(List.of(), "run", "fifo.yaml");

        assertThat(run.waitFor()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err()).contains("fifo.yaml: this is a pipe or a device, not a regular file");
        Process replay = start(List.of(), "run", "a.yaml", "--replay", "fifo.yaml");
        assertThat(replay.waitFor()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err()).contains("fifo.yaml: this is a pipe or a device, not a regular file");
    }

    @Test
    void output_isUtf8AndTheSame_inAnyLocale() throws Exception {
        Files.writeString(folder.resolve("a.yaml"), Shell.YAML.replace("NAME", "Verbindung geglückt"));
        Process plain = start(List.of(), "run", "a.yaml", "--json", "-", "--seed", "3");
        String expected = rest(plain);
        Process turkish = start(
                List.of(
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Asia/Kathmandu",
                        "-Dfile.encoding=ISO-8859-9"),
                "run",
                "a.yaml",
                "--json",
                "-",
                "--seed",
                "3");

        assertThat(rest(turkish)).isEqualTo(expected).contains("Verbindung geglückt", "\"verdict\": \"passed\"");
        assertThat(plain.waitFor()).isZero();
        assertThat(turkish.waitFor()).isZero();
    }

    static boolean launcherRuns() {
        return Files.isExecutable(Path.of("/bin/sh")) && Files.isRegularFile(Path.of("../wsksim"));
    }

    @Test
    @EnabledIf("launcherRuns")
    void launcher_optionsThatJavaDoesNotTake_areNoFailedScenario() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "../wsksim", "run", "wsk").redirectErrorStream(true);
        builder.environment().put("WSKSIM_OPTS", "-Xno-such-option");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process launcher = builder.start();

        assertThat(rest(launcher))
                .startsWith("wsksim: Java cannot start with the options in WSKSIM_OPTS (-Xno-such-option): ")
                .contains("Unrecognized option");
        assertThat(launcher.waitFor()).isEqualTo(ExitCode.FAULT);
    }

    @Test
    void version_isPrinted_andNothingElse() throws Exception {
        Process child = start(List.of(), "--version");

        assertThat(rest(child)).startsWith("wsksim ").hasLineCount(1);
        assertThat(child.waitFor()).isZero();
        assertThat(err()).isEmpty();
    }
}
