package dev.wsksim.cli;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.scenario.report.VisibleText;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command, and says what happens when it is called wrongly or breaks down. */
final class CommandLines {
    private static final Pattern EXCLUSIVE =
            Pattern.compile("Error: (.*) are mutually exclusive \\(specify only one\\)");

    private CommandLines() {}

    /** Runs a command, and returns its exit code whatever happens. */
    static int execute(Surroundings surroundings, String... arguments) {
        try {
            Commands known = new Commands(surroundings);
            PresetOptions presets = new PresetOptions(known::all, surroundings);
            ImmutableMap<String, ConfigurationFile.Setting> file = presets.read();
            if (Commands.asksForTheVersionAlone(arguments)) {
                surroundings.out().println(known.version());
                return ExitCode.OK;
            }
            Optional<Callable<Integer>> plain =
                    presets.isAnyPossible(file) ? Optional.empty() : new PlainCalls(surroundings).of(arguments);
            if (plain.isPresent()) {
                return plain.get().call();
            }
            CommandLine commands = known.of(arguments);
            Troubles troubles = new Troubles(surroundings, presets);
            commands.setParameterExceptionHandler(troubles).setExecutionExceptionHandler(troubles);
            return commands.execute(presets.applyTo(commands, file, arguments));
        } catch (Exception | Error fault) {
            return brokeDown(fault, surroundings);
        }
    }

    /**
     * Says what is wrong. These are no lambdas: Java 17 dies when it is to archive a lambda of an interface that was
     * compiled for Java 5, as those of picocli are, and then the launcher has no archive to start quickly with.
     */
    private record Troubles(Surroundings surroundings, PresetOptions presets)
            implements IParameterExceptionHandler, IExecutionExceptionHandler {
        @Override
        public int handleParseException(ParameterException problem, String[] arguments) {
            return wrongCall(problem, presets);
        }

        @Override
        public int handleExecutionException(Exception problem, CommandLine command, ParseResult result) {
            return brokeDown(problem, surroundings);
        }
    }

    private static int wrongCall(ParameterException problem, PresetOptions presets) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("wsksim: " + VisibleText.line(message(problem)));
        suggestion(problem).ifPresent(known -> err.println("  hint: did you mean '" + known + "'?"));
        if (problem.getArgSpec() instanceof OptionSpec option) {
            presets.originOf(option)
                    .ifPresent(origin -> err.println("  hint: " + option.longestName() + " is set by " + origin));
        }
        err.println("  hint: '" + command.getCommandSpec().qualifiedName() + " --help' shows what is possible");
        err.flush();
        return ExitCode.BAD_INPUT;
    }

    /** Returns what is wrong with the call, without the words of the library. */
    private static String message(ParameterException problem) {
        String message = String.valueOf(problem.getMessage());
        Matcher exclusive = EXCLUSIVE.matcher(message);
        return exclusive.matches()
                ? exclusive.group(1).replaceAll("=\\w+", "").replace(", ", " and ") + " cannot be given together"
                : message;
    }

    /** Returns the command or option that was probably meant. */
    private static Optional<String> suggestion(ParameterException problem) {
        if (!(problem instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return Optional.empty();
        }
        String wrong = unmatched.getUnmatched().get(0);
        CommandLine command = problem.getCommandLine();
        return KnownNames.closest(
                wrong,
                wrong.startsWith("-")
                        ? command.getCommandSpec().optionsMap().keySet()
                        : command.getSubcommands().keySet());
    }

    private static int brokeDown(Throwable problem, Surroundings surroundings) {
        PrintWriter err = surroundings.err();
        boolean wrongInput = problem instanceof BadInputException;
        if (wrongInput) {
            err.println(problem.getMessage());
        } else {
            err.println("wsksim itself is at fault: " + FaultText.message(problem));
            err.println("  Please report this with the command that you typed; wsksim " + surroundings.version() + ".");
        }
        err.flush();
        return wrongInput ? ExitCode.BAD_INPUT : ExitCode.FAULT;
    }
}
