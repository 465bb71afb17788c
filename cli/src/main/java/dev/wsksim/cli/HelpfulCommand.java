package dev.wsksim.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** A command that has the option {@code --help} and ends with an exit code. */
abstract class HelpfulCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean helpAsked;

    /** Tells whether help was asked for; then the command is not called. */
    final boolean isHelpAsked() {
        return helpAsked;
    }
}
