package dev.wsksim.junit5.engine;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds scenario files below a place on the class path or in the file system, in the order of their names. */
final class FileSearch {
    /** How the names of scenario files end. */
    static final String SUFFIX = ".wsk.yaml";

    /** Archives stay open, since a failed test reads lines of its scenario again. */
    private final Map<Path, FileSystem> archives = new LinkedHashMap<>();

    static boolean isScenario(String name) {
        return name.endsWith(SUFFIX);
    }

    /** Returns the files below a place; those on the class path have a slash in front. */
    List<ScenarioFile> in(String place, ClassLoader loader) throws IOException {
        return place.startsWith("/") && !Files.exists(Path.of(place))
                ? onClassPath(place.substring(1), loader)
                : under(Path.of(place), null);
    }

    /** Returns why a place has no files. */
    String whyNothing(String place) {
        boolean classPath = place.startsWith("/");
        return "there is no scenario at " + place + "\n  hint: "
                + (classPath
                        ? "this was looked for on the class path, and then its files by their suffix " + SUFFIX
                        : "this was looked for in " + Path.of("").toAbsolutePath()
                                + "; begin with a slash to look on the" + " class path; in folders only names with "
                                + SUFFIX + " count");
    }

    private List<ScenarioFile> onClassPath(String resource, ClassLoader loader) throws IOException {
        List<ScenarioFile> found = new ArrayList<>();
        for (URL url : Collections.list(loader.getResources(resource))) {
            found.addAll(under(pathOf(url), resource));
        }
        return found;
    }

    private List<ScenarioFile> under(Path place, @Nullable String resource) throws IOException {
        if (Files.isRegularFile(place)) {
            return ImmutableList.of(ScenarioFile.of(place, String.valueOf(place.getFileName()), resource));
        }
        if (!Files.isDirectory(place)) {
            return ImmutableList.of();
        }
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(file -> isScenario(file.toString()) && Files.isRegularFile(file))
                    .sorted()
                    .map(file -> below(place, file, resource))
                    .collect(ImmutableList.toImmutableList());
        }
    }

    private static ScenarioFile below(Path folder, Path file, @Nullable String resource) {
        String rest = folder.relativize(file).toString().replace('\\', '/');
        return ScenarioFile.of(file, rest, resource == null ? null : resource + "/" + rest);
    }

    private Path pathOf(URL url) throws IOException {
        try {
            if (!(url.openConnection() instanceof JarURLConnection jar)) {
                return Path.of(url.toURI());
            }
            Path archive = Path.of(jar.getJarFileURL().toURI());
            FileSystem inside = archives.get(archive);
            if (inside == null) {
                inside = FileSystems.newFileSystem(archive, (ClassLoader) null);
                archives.put(archive, inside);
            }
            return inside.getPath("/" + jar.getEntryName());
        } catch (URISyntaxException e) {
            throw new IOException("the class path names " + url + ", which is no file", e);
        }
    }
}
