package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.load.FileTrouble;
import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.scenario.load.PartName;
import dev.wsksim.scenario.report.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the scenarios that the words on the command line stand for.
 *
 * <p>A word is a file, a folder (all {@code *.yaml} and {@code *.yml} files below it, sorted), or the name of a bundled
 * scenario or bundled folder. What is on disk wins. A scenario that several words stand for is taken once. Of a folder, the
 * parts that scenarios include are left out unless they are asked for.
 */
final class ScenarioSelection {
    private final FileSystem files;
    private final BundledScenarios bundle;
    private final boolean withParts;
    private final Map<String, ScenarioSource> found = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private ScenarioSelection(FileSystem files, BundledScenarios bundle, boolean withParts) {
        this.files = files;
        this.bundle = bundle;
        this.withParts = withParts;
    }

    ScenarioSelection(FileSystem files, BundledScenarios bundle) {
        this(files, bundle, false);
    }

    /** Makes one that finds the parts in folders, too. */
    static ScenarioSelection withParts(FileSystem files, BundledScenarios bundle) {
        return new ScenarioSelection(files, bundle, true);
    }

    /** Looks all words up. */
    void addAll(List<String> words) {
        words.forEach(this::add);
    }

    /** Returns what was found, in the order of the words. */
    ImmutableList<ScenarioSource> sources() {
        return ImmutableList.copyOf(found.values());
    }

    /** Returns what is wrong with the words, ready to be shown. */
    ImmutableList<String> problems() {
        return ImmutableList.copyOf(problems);
    }

    private void add(String word) {
        if (word.isEmpty() || word.equals("-")) {
            problems.add(
                    word.isEmpty()
                            ? "'': a name is empty\n  hint: name a file, a folder or a bundled scenario"
                            : "-: scenarios are not read from standard input\n  hint: save the scenario in a file");
            return;
        }
        Optional<Path> path = path(word).filter(ScenarioSelection::isThere);
        if (path.isEmpty()) {
            addBundled(word);
        } else if (Files.isDirectory(path.get())) {
            addFolder(path.get());
        } else {
            addFile(path.get());
        }
    }

    private Optional<Path> path(String word) {
        try {
            return Optional.of(files.getPath(word));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A link that leads nowhere is there, too: the loader says what is wrong with it. */
    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private void addFile(Path path) {
        found.putIfAbsent(path.toAbsolutePath().normalize().toString(), new ScenarioSource.OnDisk(path));
    }

    private void addFolder(Path folder) {
        try (Stream<Path> below = Files.walk(folder)) {
            List<Path> scenarios = below.filter(this::isWanted)
                    .sorted((a, b) -> sortKey(a).compareTo(sortKey(b)))
                    .toList();
            if (scenarios.isEmpty()) {
                problems.add(folder + ": there is no scenario in this folder\n  hint: scenarios end in .yaml or .yml");
            }
            scenarios.forEach(path -> addFile(path.normalize()));
        } catch (IOException | UncheckedIOException e) {
            problems.add(folder + ": the folder cannot be read: " + reason(e));
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        return cause instanceof IOException error ? FileTrouble.reason(error) : String.valueOf(e.getMessage());
    }

    private boolean isWanted(Path path) {
        String name = path.toString();
        return (withParts || !PartName.isPart(name))
                && (name.endsWith(".yaml") || name.endsWith(".yml"))
                && Files.isRegularFile(path);
    }

    /** Sorts alike on every operating system. */
    private static String sortKey(Path path) {
        return path.toString().replace('\\', '/');
    }

    private void addBundled(String word) {
        ImmutableList<String> paths = bundle.select(word);
        if (paths.isEmpty()) {
            String shown = VisibleText.line(word);
            problems.add(
                    shown + ": there is no such file or folder, and no bundled scenario of this name" + hint(word));
        }
        paths.forEach(name -> found.putIfAbsent("bundled:" + name, new ScenarioSource.Bundled(bundle, name)));
    }

    private String hint(String word) {
        return KnownNames.closest(word, bundle.names())
                .or(() -> KnownNames.closest(word, bundle.paths()))
                .or(() -> neighbour(word))
                .map(name -> "\n  hint: did you mean '" + name + "'?")
                .orElse("\n  hint: 'wsksim list' shows the bundled scenarios");
    }

    /** Returns the name of a file that lies where the word points to and is spelled nearly the same. */
    private Optional<String> neighbour(String word) {
        Path folder = path(word).map(Path::getParent).orElse(files.getPath(""));
        try (Stream<Path> entries = Files.list(folder == null ? files.getPath("") : folder)) {
            List<String> names = entries.map(entry -> entry.toString()).sorted().toList();
            return KnownNames.closest(word, names)
                    .filter(name -> !name.equals(word))
                    .map(VisibleText::line);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
