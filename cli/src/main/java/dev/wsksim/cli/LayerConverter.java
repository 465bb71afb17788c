package dev.wsksim.cli;

import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.trace.TraceLayer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a layer of the trace. */
final class LayerConverter implements ITypeConverter<String> {
    private static final List<String> NAMES =
            Arrays.stream(TraceLayer.values()).map(TraceLayer::label).toList();

    @Override
    public String convert(String text) {
        if (!NAMES.contains(text)) {
            throw new TypeConversionException("there is no layer '" + text + "'; "
                    + KnownNames.closest(text, NAMES)
                            .map(close -> "did you mean '" + close + "'?")
                            .orElse("the layers are " + String.join(", ", NAMES)));
        }
        return text;
    }

    /** The names for help and completion. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return NAMES.iterator();
        }
    }
}
