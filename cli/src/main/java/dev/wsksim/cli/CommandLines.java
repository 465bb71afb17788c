package dev.wsksim.cli;

import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.scenario.report.VisibleText;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together, and says what happens when one is called wrongly or breaks down. */
final class CommandLines {
    /** What the help of picocli needs at least. */
    private static final int LEAST_HELP_WIDTH = 55;

    private static final Pattern EXCLUSIVE =
            Pattern.compile("Error: (.*) are mutually exclusive \\(specify only one\\)");

    private CommandLines() {}

    /** Runs a command, and returns its exit code whatever happens. */
    static int execute(Surroundings surroundings, String... arguments) {
        try {
            CommandLine commands = of(surroundings);
            PresetOptions presets = new PresetOptions(commands, surroundings);
            commands.setParameterExceptionHandler((problem, all) -> wrongCall(problem, presets));
            return commands.execute(presets.applyTo(arguments));
        } catch (BadInputException | Error fault) {
            return brokeDown(fault, surroundings);
        }
    }

    private static CommandLine of(Surroundings surroundings) {
        boolean colors = ColorMode.auto.colors(surroundings.terminal(), surroundings.environment());
        int width = Math.max(LEAST_HELP_WIDTH, TerminalWidth.of(surroundings.environment()));
        CommandLine commands = new CommandLine(new OverviewCommand(surroundings))
                .addSubcommand(new RunCommand(surroundings))
                .addSubcommand(new CheckCommand(surroundings))
                .addSubcommand(new NewCommand(surroundings))
                .addSubcommand(new FmtCommand(surroundings))
                .addSubcommand(new TraceCommand(surroundings))
                .addSubcommand(new DiagramCommand(surroundings))
                .addSubcommand(new PcapCommand(surroundings))
                .addSubcommand(new NetstatCommand(surroundings))
                .addSubcommand(new StepCommand(surroundings))
                .addSubcommand(new DiffCommand(surroundings))
                .addSubcommand(new ListCommand(surroundings))
                .addSubcommand(new BenchCommand(surroundings))
                .addSubcommand(new ExplainCommand(surroundings))
                .addSubcommand(new CommandLine.HelpCommand())
                .addSubcommand(new CompletionCommand(surroundings))
                .addSubcommand(new ManCommand(surroundings))
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setColorScheme(Help.defaultColorScheme(colors ? Help.Ansi.ON : Help.Ansi.OFF))
                .setUsageHelpWidth(width)
                .setUsageHelpLongOptionsMaxWidth(width / 3)
                .setExecutionExceptionHandler((problem, commandLine, result) -> brokeDown(problem, surroundings));
        commands.getCommandSpec().version("wsksim " + surroundings.version());
        return commands;
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
