package dev.wsksim.cli;

import picocli.AutoComplete;
import picocli.CommandLine;

/** The shells that completion is written for; the names are what the command takes. */
enum CompletionShell {
    bash,
    zsh,
    fish,
    powershell;

    /** Returns the script for a shell to read. */
    String script(CommandLine commands) {
        return switch (this) {
            case bash, zsh -> AutoComplete.bash("wsksim", commands);
            case fish -> FishCompletion.of(commands);
            case powershell -> PowerShellCompletion.of(commands);
        };
    }
}
