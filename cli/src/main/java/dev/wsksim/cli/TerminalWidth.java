package dev.wsksim.cli;

import java.util.function.UnaryOperator;

/** How many columns a text may take: what COLUMNS says, within reason. */
final class TerminalWidth {
    /** The width when COLUMNS does not say another. */
    static final int DEFAULT = 100;

    private static final int LEAST = 40;
    private static final int MOST = 120;

    private TerminalWidth() {}

    /** Tells whether the environment says a width. */
    static boolean isSet(UnaryOperator<String> environment) {
        return environment.apply("COLUMNS").matches("[0-9]{1,9}");
    }

    /** Returns the width for this environment. */
    static int of(UnaryOperator<String> environment) {
        return isSet(environment)
                ? Math.max(LEAST, Math.min(MOST, Integer.parseInt(environment.apply("COLUMNS"))))
                : DEFAULT;
    }
}
