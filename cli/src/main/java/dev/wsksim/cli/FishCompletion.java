package dev.wsksim.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Writes completions for the fish shell. */
final class FishCompletion {
    private FishCompletion() {}

    /** Returns the script. */
    static String of(CommandLine commands) {
        StringBuilder script = new StringBuilder("# Completions of wsksim for fish\n");
        commands.getSubcommands()
                .forEach((name, command) -> script.append("complete -c wsksim -n __fish_use_subcommand -f -a ")
                        .append(quoted(name))
                        .append(" -d ")
                        .append(quoted(CommandTexts.summary(command)))
                        .append('\n'));
        append(script, "__fish_use_subcommand", commands);
        commands.getSubcommands()
                .forEach((name, command) -> append(script, "__fish_seen_subcommand_from " + name, command));
        return script.toString();
    }

    private static void append(StringBuilder script, String condition, CommandLine command) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.hidden()) {
                script.append("complete -c wsksim -n ")
                        .append(quoted(condition))
                        .append(names(option))
                        .append(values(option))
                        .append(" -d ")
                        .append(quoted(CommandTexts.summary(option)))
                        .append('\n');
            }
        }
    }

    private static String names(OptionSpec option) {
        StringBuilder names = new StringBuilder();
        for (String name : option.names()) {
            names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        return names.toString();
    }

    private static String values(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        List<String> candidates = new ArrayList<>(CommandTexts.candidates(option));
        return candidates.isEmpty() ? " -r" : " -x -a " + quoted(String.join(" ", candidates));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
