package dev.wsksim.cli;

import dev.wsksim.scenario.report.Emphasis;
import picocli.CommandLine.Option;

/** The option {@code --color}, which several commands have. */
final class ColorOption {
    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Colour the output: ${COMPLETION-CANDIDATES}. 'auto' colours on a terminal unless NO_COLOR"
                    + " is set.")
    private ColorMode mode = ColorMode.auto;

    /** Returns the colours for these surroundings, or none. */
    Emphasis emphasis(Surroundings surroundings) {
        return AnsiEmphasis.when(mode.colors(surroundings.terminal(), surroundings.environment()));
    }
}
