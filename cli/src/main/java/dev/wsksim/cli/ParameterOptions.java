package dev.wsksim.cli;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What sets parameters of scenarios. */
final class ParameterOptions {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Set a parameter of the scenario in place of its default; may be given more than once.")
    private List<String> settings = new ArrayList<>();

    /** Returns the values by the names of the parameters. */
    ImmutableMap<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw wrong("--set takes NAME=VALUE, but was '" + setting + "'");
            }
            String name = setting.substring(0, equals);
            if (values.put(name, setting.substring(equals + 1)) != null) {
                throw wrong("--set gives parameter '" + name + "' twice");
            }
        }
        return ImmutableMap.copyOf(values);
    }

    private RuntimeException wrong(String message) {
        return spec == null ? new IllegalStateException(message) : new ParameterException(spec.commandLine(), message);
    }
}
