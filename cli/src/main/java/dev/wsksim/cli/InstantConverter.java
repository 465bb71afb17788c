package dev.wsksim.cli;

import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.load.Durations;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an instant of virtual time. */
final class InstantConverter implements ITypeConverter<SimTime> {
    @Override
    public SimTime convert(String text) {
        try {
            return Durations.instant(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "': " + e.getMessage());
        }
    }
}
