package dev.wsksim.scenario.bundle;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.PartName;
import dev.wsksim.scenario.load.ScenarioFiles;
import dev.wsksim.scenario.load.ScenarioLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The scenarios in the program's own jar, by path.
 *
 * <p>A path is {@code wsk/WskSocketConnect/refused.yaml}; the ending may be left out, and a folder such as {@code
 * wsk/WskSocketConnect} stands for all scenarios below it. Since a jar cannot be listed reliably, the resource {@code
 * index.txt} names them all and the parts that they include, one path a line, sorted; a test keeps it complete.
 */
public final class BundledScenarios {
    private static final String SUFFIX = ".yaml";

    private final Class<?> anchor;
    private final String root;
    /** Read when first asked for: who runs files of his own has no need of it. */
    private final Supplier<ImmutableList<String>> files;

    private final Supplier<ImmutableList<String>> paths;

    /** The scenarios of a resource folder, such as {@code /scenarios}, as a class sees it. */
    public BundledScenarios(Class<?> anchor, String root) {
        this.anchor = anchor;
        this.root = root;
        this.files = Suppliers.memoize(this::index);
        this.paths = Suppliers.memoize(this::scenarios);
    }

    /** Returns the scenarios that come with wsksim. */
    public static BundledScenarios shipped() {
        return new BundledScenarios(BundledScenarios.class, "/scenarios");
    }

    /** Returns the paths of all scenarios, sorted. */
    public ImmutableList<String> paths() {
        return paths.get();
    }

    /** Returns the paths of all parts that scenarios include, sorted. */
    public ImmutableList<String> parts() {
        return files.get().stream().filter(PartName::isPart).collect(ImmutableList.toImmutableList());
    }

    /** Returns where the parts are found that these scenarios include. */
    public ScenarioFiles files() {
        return new BundledFiles(this);
    }

    /** Loads the scenario at a path with all that it includes. */
    public LoadResult load(String path, ScenarioLoader loader) {
        return loader.withFiles(files()).loadText(path, text(path).orElseThrow());
    }

    private ImmutableList<String> scenarios() {
        return files.get().stream().filter(path -> !PartName.isPart(path)).collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<String> index() {
        return resource("index.txt").lines().filter(line -> !line.isEmpty()).collect(ImmutableList.toImmutableList());
    }

    /** Returns every name that {@link #select} knows: all paths without their ending, and all folders. */
    public ImmutableSortedSet<String> names() {
        ImmutableSortedSet.Builder<String> names = ImmutableSortedSet.naturalOrder();
        for (String path : paths()) {
            names.add(path.substring(0, path.length() - SUFFIX.length()));
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                names.add(path.substring(0, slash));
            }
        }
        return names.build();
    }

    /**
     * Returns the paths that a path, a path without its ending, or a folder stands for; empty when there is no such
     * thing.
     */
    public ImmutableList<String> select(String name) {
        String folder = name.endsWith("/") ? name : name + "/";
        return paths().stream()
                .filter(path -> path.equals(name) || path.equals(name + SUFFIX) || path.startsWith(folder))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the text of the scenario or part at a path, if there is one. */
    public Optional<String> text(String path) {
        return files.get().contains(path) ? Optional.of(resource(path)) : Optional.empty();
    }

    /** Returns the name that the scenario at a path gives itself, read without judging the rest of it. */
    public String title(String path) {
        return text(path).flatMap(BundledScenarios::nameLine).orElse("");
    }

    private static Optional<String> nameLine(String yaml) {
        return yaml.lines()
                .filter(line -> line.startsWith("name:"))
                .map(line -> unquoted(line.substring("name:".length()).strip()))
                .findFirst();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private String resource(String path) {
        try (InputStream in = anchor.getResourceAsStream(root + "/" + path)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + root + "/" + path + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
