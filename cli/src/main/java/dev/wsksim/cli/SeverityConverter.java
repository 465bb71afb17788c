package dev.wsksim.cli;

import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.verifier.Severity;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the severity of rules. */
final class SeverityConverter implements ITypeConverter<Severity> {
    @Override
    public Severity convert(String label) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no severity '" + label + "'; "
                        + KnownNames.closest(label, labels())
                                .map(name -> "did you mean '" + name + "'?")
                                .orElse("severities: " + String.join(", ", labels()))));
    }

    private static List<String> labels() {
        return Arrays.stream(Severity.values()).map(Severity::label).toList();
    }

    /** The words, for help and shell completion. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return labels().iterator();
        }
    }
}
