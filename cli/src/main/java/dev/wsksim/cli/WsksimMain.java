package dev.wsksim.cli;

import com.google.common.collect.ImmutableSortedSet;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.load.FileTrouble;
import dev.wsksim.scenario.report.ReplayLine;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.util.Objects;
import java.util.Optional;

/** The program. */
public final class WsksimMain {
    private WsksimMain() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // The console of java.base says whether this is a terminal; the one with line editing takes long to start.
        System.setProperty("jdk.console", "java.base");
        Interruption interruption = new Interruption();
        Optional<Console> terminal = terminal();
        Charset charset = terminal.map(Console::charset).orElse(StandardCharsets.UTF_8);
        StandardStream standardOutput = new StandardStream(FileDescriptor.out);
        PrintWriter out = writer(standardOutput, charset);
        PrintWriter err = writer(new StandardStream(FileDescriptor.err), charset);
        interruption.install();
        Surroundings surroundings = new Surroundings(
                new BufferedReader(new InputStreamReader(System.in, charset)),
                out,
                err,
                terminal.isPresent(),
                FileSystems.getDefault(),
                name -> Objects.requireNonNullElse(System.getenv(name), ""),
                ImmutableSortedSet.copyOf(System.getenv().keySet()),
                BundledScenarios.shipped(),
                (scenario, options) -> new ScenarioRunner(options).run(scenario),
                Runtime.getRuntime().availableProcessors(),
                interruption,
                version(),
                System.getProperty("wsksim.program", ReplayLine.PROGRAM));
        int exitCode = CommandLines.execute(surroundings, arguments);
        out.flush();
        Optional<IOException> lost = standardOutput.failure();
        lost.ifPresent(error -> err.println("wsksim: the output could not be written: " + FileTrouble.reason(error)));
        err.flush();
        interruption.reportIsWritten();
        System.exit(lost.isPresent() ? ExitCode.FAULT : exitCode);
    }

    private static PrintWriter writer(StandardStream stream, Charset charset) {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, charset)));
    }

    /** Before Java 22 there is a console only on a terminal; since then it has to be asked. */
    private static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(WsksimMain::isTerminal);
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static String version() {
        return Objects.requireNonNullElse(WsksimMain.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
