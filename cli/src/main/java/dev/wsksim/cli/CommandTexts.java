package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Short texts about commands and options, for other programs than our own help. */
final class CommandTexts {
    private CommandTexts() {}

    /** Returns the first sentence of what a command does. */
    static String summary(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        return firstSentence(usage.header().length > 0 ? usage.header() : usage.description());
    }

    /** Returns the first sentence of what an option means. */
    static String summary(OptionSpec option) {
        return firstSentence(description(option));
    }

    /** Returns what an option or a parameter means, with its values in their place. */
    static String[] description(ArgSpec argument) {
        String values = String.join(", ", candidates(argument));
        return Arrays.stream(argument.description())
                .map(line -> line.replace("${COMPLETION-CANDIDATES}", values))
                .toArray(String[]::new);
    }

    /** Returns the values that an option or a parameter takes; empty where they cannot be listed. */
    static ImmutableList<String> candidates(ArgSpec option) {
        Iterable<String> candidates = option.completionCandidates();
        if (candidates != null) {
            return ImmutableList.copyOf(candidates);
        }
        Class<?> type = option.auxiliaryTypes()[0];
        return type.isEnum() ? enumNames(type) : ImmutableList.of();
    }

    private static ImmutableList<String> enumNames(Class<?> type) {
        ImmutableList.Builder<String> names = ImmutableList.builder();
        for (Object constant : type.getEnumConstants()) {
            names.add(((Enum<?>) constant).name());
        }
        return names.build();
    }

    /** Returns the first sentence of a description without marks and without its full stop. */
    static String firstSentence(String... description) {
        if (description.length == 0) {
            return "";
        }
        String first = Ansi.OFF.string(description[0].replace("%n", " "));
        int end = first.indexOf(". ");
        return (end < 0 ? first : first.substring(0, end)).replaceFirst("\\.$", "");
    }
}
