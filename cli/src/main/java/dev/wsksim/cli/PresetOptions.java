package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.load.KnownNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Puts options that are set in the environment or in a configuration file in front of those that were typed.
 *
 * <p>{@code WSKSIM_RUN_SEED} sets {@code --seed} of {@code wsksim run}, {@code WSKSIM_SEED} that of every command that
 * has one; in the file they are called {@code run.seed} and {@code seed}. What is typed wins, then the environment, and
 * in both the name with a command. An option that excludes one that was typed is left out. A name that means nothing is
 * an error in the file, and told of in the environment, which others use as well.
 */
final class PresetOptions {
    private static final String PREFIX = "WSKSIM_";
    /** What others than wsksim read: the launcher, and the scripts of the project. */
    private static final Set<String> OF_OTHERS = new TreeSet<>(List.of("WSKSIM_OPTS", "WSKSIM_SECOND_JDK"));

    private final Supplier<CommandLine> allCommands;
    private final Surroundings surroundings;
    /** Where each option that was put in came from, by its name. */
    private final Map<String, String> origins = new LinkedHashMap<>();

    /**
     * Presets options of commands.
     *
     * @param allCommands all commands, which are asked for only if something is preset
     */
    PresetOptions(Supplier<CommandLine> allCommands, Surroundings surroundings) {
        this.allCommands = allCommands;
        this.surroundings = surroundings;
    }

    /** Reads what is preset in the file, and says what is wrong with it and with the names in the environment. */
    ImmutableMap<String, ConfigurationFile.Setting> read() throws BadInputException {
        if (isEnvironmentUsed()) {
            warnOfUnknownVariables();
        }
        return ConfigurationFile.read(surroundings, this::knownNames);
    }

    /** Tells whether anything could be preset, in the file or in the environment. */
    boolean isAnyPossible(ImmutableMap<String, ConfigurationFile.Setting> file) {
        return !file.isEmpty() || isEnvironmentUsed();
    }

    /** Returns the arguments with the options that are preset for their command. */
    String[] applyTo(CommandLine commands, ImmutableMap<String, ConfigurationFile.Setting> file, String... arguments) {
        CommandLine command =
                arguments.length == 0 ? null : commands.getSubcommands().get(arguments[0]);
        if (command == null || !isAnyPossible(file)) {
            return arguments;
        }
        List<String> typed = List.of(arguments).subList(1, arguments.length);
        List<String> all = new ArrayList<>();
        all.add(arguments[0]);
        for (OptionSpec option : options(command)) {
            if (!isTyped(option, typed) && !isExcluded(option, typed)) {
                preset(command.getCommandName(), option, file).ifPresent(found -> add(option, found, all));
            }
        }
        all.addAll(typed);
        return all.toArray(new String[0]);
    }

    /** Returns where the value of an option came from; empty when it was typed. */
    Optional<String> originOf(OptionSpec option) {
        return Optional.ofNullable(origins.get(option.longestName()));
    }

    /** A value and where it came from. */
    private record Preset(String value, String origin) {}

    private Optional<Preset> preset(
            String command, OptionSpec option, ImmutableMap<String, ConfigurationFile.Setting> file) {
        for (String name : List.of(command + "." + plainName(option), plainName(option))) {
            String variable = variable(name);
            String value = surroundings.environment().apply(variable);
            if (!value.isEmpty()) {
                return Optional.of(new Preset(value, "the environment variable " + variable));
            }
        }
        for (String name : List.of(command + "." + plainName(option), plainName(option))) {
            ConfigurationFile.Setting setting = file.get(name);
            if (setting != null) {
                return Optional.of(new Preset(setting.value(), setting.place()));
            }
        }
        return Optional.empty();
    }

    private void add(OptionSpec option, Preset preset, List<String> arguments) {
        origins.put(option.longestName(), preset.origin());
        // Also "--trace=maybe": the parser refuses it in its own words.
        List<String> values = option.isMultiValue() ? List.of(preset.value().split(",", -1)) : List.of(preset.value());
        values.forEach(value -> arguments.add(option.longestName() + "=" + value.strip()));
    }

    private static ImmutableList<OptionSpec> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isTyped(OptionSpec option, List<String> typed) {
        for (String word : typed) {
            if (word.equals("--")) {
                return false;
            }
            for (String name : option.names()) {
                boolean attached = !name.startsWith("--") && word.startsWith(name) && !word.startsWith("--");
                if (word.equals(name) || word.startsWith(name + "=") || attached) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isExcluded(OptionSpec option, List<String> typed) {
        ArgGroupSpec group = option.group();
        return group != null && group.exclusive() && group.options().stream().anyMatch(other -> isTyped(other, typed));
    }

    private static String plainName(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    private static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Returns all names: those of options, and those of options behind their command. */
    private Set<String> knownNames() {
        Set<String> names = new TreeSet<>();
        allCommands
                .get()
                .getSubcommands()
                .forEach((command, line) -> options(line).forEach(option -> {
                    names.add(plainName(option));
                    names.add(command + "." + plainName(option));
                }));
        return names;
    }

    /** Tells whether any variable could be one of ours; on Windows their names may be in lower case as well. */
    private boolean isEnvironmentUsed() {
        return surroundings.variables().stream()
                .anyMatch(name -> name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && !OF_OTHERS.contains(name));
    }

    private void warnOfUnknownVariables() {
        Set<String> known = new TreeSet<>(OF_OTHERS);
        known.add(ConfigurationFile.VARIABLE);
        knownNames().forEach(name -> known.add(variable(name)));
        for (String name : surroundings.variables()) {
            if (name.startsWith(PREFIX) && !known.contains(name)) {
                String hint = KnownNames.closest(name, known)
                        .map(close -> "; did you mean " + close + "?")
                        .orElse("");
                surroundings.err().println("wsksim: the environment variable " + name + " means nothing to it" + hint);
            }
        }
    }
}
