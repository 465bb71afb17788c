package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/**
 * All commands, and how to make picocli know only those that a call needs.
 *
 * <p>To learn what a command takes, picocli reads its annotations, which for all of them lasts longer than most runs. A
 * call that begins with the name of a command needs that one alone, and {@code --version} none and no picocli.
 */
final class Commands {
    /** The names of the commands, in the order of the overview. */
    static final ImmutableList<String> NAMES = ImmutableList.of(
            "run",
            "check",
            "new",
            "fmt",
            "trace",
            "diagram",
            "pcap",
            "netstat",
            "step",
            "diff",
            "list",
            "bench",
            "explain",
            "learn",
            "help",
            "completion",
            "man");

    /** What the help of picocli needs at least. */
    private static final int LEAST_HELP_WIDTH = 55;

    /** The commands that tell of the others. */
    private static final ImmutableList<String> ABOUT_ALL = ImmutableList.of("help", "completion", "man");

    private static final ImmutableList<String> VERSION = ImmutableList.of("-V", "--version");

    private final Surroundings surroundings;

    Commands(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Tells whether the call is {@code wsksim --version}, for which picocli would only print {@link #version}. */
    static boolean asksForTheVersionAlone(String... arguments) {
        return arguments.length == 1 && VERSION.contains(arguments[0]);
    }

    /** Returns what {@code --version} says. */
    String version() {
        return "wsksim " + surroundings.version();
    }

    /** Returns all commands. */
    CommandLine all() {
        return only(NAMES);
    }

    /** Returns the commands that a call with these arguments has to do with. */
    CommandLine of(String... arguments) {
        return only(needed(arguments));
    }

    private static ImmutableList<String> needed(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        return NAMES.contains(first) && !ABOUT_ALL.contains(first) ? ImmutableList.of(first) : NAMES;
    }

    private CommandLine only(ImmutableList<String> names) {
        CommandLine commands = new CommandLine(new OverviewCommand(surroundings));
        names.forEach(name -> commands.addSubcommand(command(name)));
        boolean colors = ColorMode.auto.colors(surroundings.terminal(), surroundings.environment());
        int width = Math.max(LEAST_HELP_WIDTH, TerminalWidth.of(surroundings.environment()));
        commands.setOut(surroundings.out())
                .setErr(surroundings.err())
                .setColorScheme(Help.defaultColorScheme(colors ? Help.Ansi.ON : Help.Ansi.OFF))
                .setUsageHelpWidth(width)
                .setUsageHelpLongOptionsMaxWidth(width / 3);
        commands.getCommandSpec().version(version());
        return commands;
    }

    private Object command(String name) {
        return switch (name) {
            case "run" -> new RunCommand(surroundings);
            case "check" -> new CheckCommand(surroundings);
            case "new" -> new NewCommand(surroundings);
            case "fmt" -> new FmtCommand(surroundings);
            case "trace" -> new TraceCommand(surroundings);
            case "diagram" -> new DiagramCommand(surroundings);
            case "pcap" -> new PcapCommand(surroundings);
            case "netstat" -> new NetstatCommand(surroundings);
            case "step" -> new StepCommand(surroundings);
            case "diff" -> new DiffCommand(surroundings);
            case "list" -> new ListCommand(surroundings);
            case "bench" -> new BenchCommand(surroundings);
            case "explain" -> new ExplainCommand(surroundings);
            case "learn" -> new LearnCommand(surroundings);
            case "help" -> new CommandLine.HelpCommand();
            case "completion" -> new CompletionCommand(surroundings);
            case "man" -> new ManCommand(surroundings);
            default -> throw new IllegalArgumentException("no command is called " + name);
        };
    }
}
