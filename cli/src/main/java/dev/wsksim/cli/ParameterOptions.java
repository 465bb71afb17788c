package dev.wsksim.cli;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What sets parameters of scenarios. */
final class ParameterOptions {
    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Set a parameter of the scenario in place of its default; may be given more than once.")
    private Map<String, String> values = new LinkedHashMap<>();

    /** Returns the values by the names of the parameters. */
    ImmutableMap<String, String> values() {
        return ImmutableMap.copyOf(values);
    }
}
