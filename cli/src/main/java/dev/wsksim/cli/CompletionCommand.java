package dev.wsksim.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wsksim completion}: prints the completion script of a shell. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands, options and their values in a shell.",
        footer = {
            "%n@|bold Examples|@%n"
                    + "  source <(wsksim completion bash)                                    for zsh alike%n"
                    + "  wsksim completion fish > ~/.config/fish/completions/wsksim.fish%n"
                    + "  wsksim completion powershell | Out-String | Invoke-Expression%n"
        })
final class CompletionCommand extends HelpfulCommand {
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "SHELL", description = "The shell: ${COMPLETION-CANDIDATES}.")
    private @Nullable CompletionShell shell;

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (spec != null && shell != null) {
            surroundings.out().print(shell.script(spec.root().commandLine()));
        }
        return ExitCode.OK;
    }
}
