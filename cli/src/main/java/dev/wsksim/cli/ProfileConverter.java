package dev.wsksim.cli;

import dev.wsksim.Profile;
import dev.wsksim.scenario.load.KnownNames;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a profile. */
final class ProfileConverter implements ITypeConverter<Profile> {
    @Override
    public Profile convert(String label) {
        return Profile.byLabel(label)
                .orElseThrow(() -> new TypeConversionException("there is no profile"
                        + " '" + label + "'; "
                        + KnownNames.closest(label, labels())
                                .map(name -> "did you mean '" + name + "'?")
                                .orElse("profiles: " + String.join(", ", labels()))));
    }

    private static List<String> labels() {
        return Arrays.stream(Profile.values()).map(Profile::label).toList();
    }

    /** The names, for help and shell completion. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return labels().iterator();
        }
    }
}
