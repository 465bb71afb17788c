package dev.wsksim.cli;

import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads who answers decisions; a log of them is fed back with an option of its own. */
final class DecisionModeConverter implements ITypeConverter<DecisionMode> {
    @Override
    public DecisionMode convert(String label) {
        return modes().stream()
                .filter(mode -> mode.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new TypeConversionException("there are no decisions '" + label + "'; " + hint(label)));
    }

    private static String hint(String label) {
        if (label.equals(DecisionMode.REPLAY.label())) {
            return "--replay FILE feeds back those of a JSON result";
        }
        return KnownNames.closest(label, labels())
                .map(name -> "did you mean '" + name + "'?")
                .orElse("decisions: " + String.join(", ", labels()));
    }

    private static List<DecisionMode> modes() {
        return Arrays.stream(DecisionMode.values())
                .filter(mode -> mode != DecisionMode.REPLAY)
                .toList();
    }

    private static List<String> labels() {
        return modes().stream().map(DecisionMode::label).toList();
    }

    /** The names, for help and shell completion. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return labels().iterator();
        }
    }
}
