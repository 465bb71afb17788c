package dev.wsksim.cli;

import java.util.function.UnaryOperator;

/** When reports are coloured; the names are what {@code --color} takes. */
enum ColorMode {
    auto,
    always,
    never;

    /** Tells whether to colour, given whether a person watches, and the environment variables. */
    boolean colors(boolean terminal, UnaryOperator<String> environment) {
        return switch (this) {
            case always -> true;
            case never -> false;
            case auto -> terminal && isWanted(environment) && isUnderstood(environment);
        };
    }

    /** NO_COLOR of any value asks for none (no-color.org). */
    private static boolean isWanted(UnaryOperator<String> environment) {
        return environment.apply("NO_COLOR").isEmpty()
                && !environment.apply("TERM").equals("dumb");
    }

    /**
     * The old console of Windows shows the codes as they are; Windows Terminal, ConEmu and whatever sets TERM
     * understand them.
     */
    private static boolean isUnderstood(UnaryOperator<String> environment) {
        boolean windows = environment.apply("OS").equals("Windows_NT");
        return !windows
                || !environment.apply("WT_SESSION").isEmpty()
                || environment.apply("ConEmuANSI").equals("ON")
                || !environment.apply("TERM").isEmpty();
    }
}
