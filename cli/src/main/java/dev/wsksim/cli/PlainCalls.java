package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Makes the commands of calls that have words and no option, such as {@code wsksim check one.yaml}, without picocli.
 *
 * <p>What picocli would do with such a call is to put the words into the command. But first it reads the annotations of the
 * command, for which Java makes classes while it runs, and that is a fifth of the time that such a call takes. It is the
 * most usual call of all, and made again and again while a scenario is written.
 */
final class PlainCalls {
    private final Surroundings surroundings;

    PlainCalls(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Returns what a call does that is such a one; empty for all others. */
    Optional<Callable<Integer>> of(String... arguments) {
        if (arguments.length < 2 || !Arrays.stream(arguments).allMatch(PlainCalls::isWord)) {
            return Optional.empty();
        }
        ImmutableList<String> words = ImmutableList.copyOf(arguments).subList(1, arguments.length);
        return switch (arguments[0]) {
            case "check" -> Optional.of(CheckCommand.of(surroundings, words));
            case "run" -> Optional.of(RunCommand.of(surroundings, words));
            default -> Optional.empty();
        };
    }

    /** What begins with a hyphen is an option, and behind an at sign there is a file with arguments. */
    private static boolean isWord(String argument) {
        return !argument.startsWith("-") && !argument.startsWith("@");
    }
}
