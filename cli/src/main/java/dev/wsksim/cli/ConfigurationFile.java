package dev.wsksim.cli;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.load.FileTrouble;
import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.scenario.report.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the options that a project sets for all of its runs: the file {@code wsksim.properties} in the working directory
 * or the nearest folder above it that has one, or the one that the environment variable {@code WSKSIM_CONFIG} names.
 *
 * <p>A line is {@code option = value} or {@code command.option = value}; lines that begin with {@code #} are comments.
 */
final class ConfigurationFile {
    /** The name of the file. */
    static final String NAME = "wsksim.properties";

    /** The environment variable that names another one. */
    static final String VARIABLE = "WSKSIM_CONFIG";

    private ConfigurationFile() {}

    /**
     * An option that is set.
     *
     * @param value its value
     * @param place the file and the line
     */
    record Setting(String value, String place) {}

    /**
     * Reads what is set, if there is a file; all that is wrong with it is told at once.
     *
     * @param names the options that can be set, which are asked for only if there is a file
     */
    static ImmutableMap<String, Setting> read(Surroundings surroundings, Supplier<Set<String>> names)
            throws BadInputException {
        Optional<Path> file = find(surroundings);
        if (file.isEmpty()) {
            return ImmutableMap.of();
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file.get());
        } catch (IOException e) {
            throw new BadInputException(file.get() + ": the configuration cannot be read: " + FileTrouble.reason(e));
        }
        Set<String> known = names.get();
        Map<String, Setting> settings = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (int line = 1; line <= lines.size(); line++) {
            String problem = take(lines.get(line - 1), file.get() + ":" + line, known, settings);
            if (problem != null) {
                problems.add(problem);
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(String.join("\n", problems));
        }
        return ImmutableMap.copyOf(settings);
    }

    private static Optional<Path> find(Surroundings surroundings) throws BadInputException {
        String named = surroundings.environment().apply(VARIABLE);
        try {
            if (!named.isEmpty()) {
                Path file = surroundings.files().getPath(named);
                if (!Files.isRegularFile(file)) {
                    throw new BadInputException(named + ": there is no such file, but " + VARIABLE + " names it");
                }
                return Optional.of(file);
            }
        } catch (InvalidPathException e) {
            throw new BadInputException(VARIABLE + " names no path: " + e.getReason());
        }
        Path folder = surroundings.files().getPath("").toAbsolutePath();
        while (folder != null) {
            Path file = folder.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    /** Takes a line; returns what is wrong with it, or null. */
    private static @Nullable String take(String line, String place, Set<String> known, Map<String, Setting> settings) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return null;
        }
        int equals = text.indexOf('=');
        if (equals < 0) {
            return place + ": a line is 'option = value', but there is no '=' in '" + VisibleText.line(text) + "'";
        }
        String name = text.substring(0, equals).strip();
        String value = text.substring(equals + 1).strip();
        if (!known.contains(name)) {
            String hint = KnownNames.closest(name, known)
                    .map(close -> "did you mean '" + close + "'?")
                    .orElse("an option is written as 'seed', or with its command as 'run.seed'");
            return place + ": there is no option '" + VisibleText.line(name) + "'\n  hint: " + hint;
        }
        if (value.isEmpty()) {
            return place + ": '" + name + "' has no value";
        }
        Setting before = settings.putIfAbsent(name, new Setting(value, place));
        return before == null ? null : place + ": '" + name + "' is set already at " + before.place();
    }
}
