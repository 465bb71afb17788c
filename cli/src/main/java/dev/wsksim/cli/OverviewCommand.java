package dev.wsksim.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wsksim} alone: a short overview. */
@Command(
        name = "wsksim",
        description = "Simulates the Winsock Kernel: runs scenarios on a virtual network in virtual time, and repeats"
                + " every run.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "%nStart with 'wsksim run wsk', which runs the bundled scenarios, and 'wsksim explain WskSocketConnect'."
                    + " 'wsksim help COMMAND' shows the options of a command.",
            ExitCode.HELP
        })
final class OverviewCommand extends HelpfulCommand {
    private final Surroundings surroundings;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    private boolean version;

    @Spec
    private @Nullable CommandSpec spec;

    OverviewCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (spec != null && !version) {
            surroundings.out().print(spec.commandLine().getUsageMessage());
        }
        return ExitCode.OK;
    }
}
