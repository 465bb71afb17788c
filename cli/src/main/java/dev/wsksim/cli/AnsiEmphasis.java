package dev.wsksim.cli;

import dev.wsksim.scenario.report.Emphasis;

/** Colours parts of a report with the codes of ECMA-48, which terminals understand. */
final class AnsiEmphasis implements Emphasis {
    private static final String RESET = "\u001b[0m";

    /** Returns colours, or none. */
    static Emphasis when(boolean colors) {
        return colors ? new AnsiEmphasis() : Emphasis.NONE;
    }

    @Override
    public String mark(Part part, String text) {
        return code(part) + text + RESET;
    }

    private static String code(Part part) {
        return switch (part) {
            case PASSED, EXPECTED -> "\u001b[32m";
            case FAILED, ACTUAL -> "\u001b[31m";
            case INCONCLUSIVE -> "\u001b[33m";
            case HEADING -> "\u001b[1m";
            case FAINT -> "\u001b[2m";
        };
    }
}
