package dev.wsksim.cli;

import dev.wsksim.scenario.report.ReplayLine;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.wsksim.scenario.bundle.BundledScenarios;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Runs commands in this process, in a file system in memory, and keeps what they print. */
final class Shell {
    final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
    final Map<String, String> environment = new LinkedHashMap<>();
    final Interruption interruption = new Interruption();
    BundledScenarios bundle = new BundledScenarios(Shell.class, "/bundle-sample");
    Player player = new StubPlayer();
    UnaryOperator<String> variables = name -> environment.getOrDefault(name, "");
    boolean terminal;
    String input = "";
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    /** Runs a command and returns its exit code. */
    int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return CommandLines.execute(surroundings(), arguments);
    }

    /** Returns what a command finds here. */
    Surroundings surroundings() {
        return new Surroundings(
                new BufferedReader(new StringReader(input)),
                new PrintWriter(out),
                new PrintWriter(err),
                terminal,
                files,
                variables,
                ImmutableSortedSet.copyOf(environment.keySet()),
                bundle,
                player,
                2,
                interruption,
                "1.2.3",
                ReplayLine.PROGRAM);
    }

    /** Returns what the last command printed, with line feeds. */
    String out() {
        return out.toString().replace("\r\n", "\n");
    }

    /** Returns what the last command complained about, with line feeds. */
    String err() {
        return err.toString().replace("\r\n", "\n");
    }

    /** Writes a file below the working directory. */
    Path write(String name, String text) {
        try {
            Path path = files.getPath(name);
            Files.createDirectories(path.toAbsolutePath().getParent());
            return Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a scenario with this name that connects and closes. */
    Path scenario(String file, String name) {
        return write(file, YAML.replace("NAME", name));
    }

    static final String YAML = """
            wsksim: 1
            name: NAME
            hosts:
              client: { addresses: [192.0.2.10] }
              server: { addresses: [192.0.2.20] }
            links:
              client -> server: { latency: 5ms }
              server -> client: same
            peers:
              server:
                tcp 445: { connect: accept }
            driver: { host: client }
            steps:
              - call: WskSocketConnect
                id: c
                with: { LocalAddress: any:0, RemoteAddress: server:445 }
                returns: STATUS_PENDING
                completes: { status: STATUS_SUCCESS, after: 10ms, socket: s }
              - await: c
              - call: WskCloseSocket
                on: s
                completes: { status: STATUS_SUCCESS }
            """;
}
