package dev.wsksim.junit5.file;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.load.PartName;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds scenario files below a place on the class path or in the file system, in the order of their names. */
public final class FileSearch implements AutoCloseable {
    /** How the names of scenario files end. */
    static final String SUFFIX = ".wsk.yaml";

    /** A folder, which may be empty, and a pattern in the notation of {@link java.nio.file.FileSystem#getPathMatcher}. */
    private static final Pattern GLOB = Pattern.compile("((?:[^*?{\\[]*/)?)([^/]*[*?{\\[].*)");

    /** Archives stay open until the end, since a failed test reads lines of its scenario again. */
    private final Map<Path, FileSystem> archives = new LinkedHashMap<>();

    /** Makes a search. */
    public FileSearch() {}

    /** Tells whether a file is a scenario by its name. */
    public static boolean isScenario(String name) {
        return name.endsWith(SUFFIX);
    }

    /**
     * Returns the files below a place, or those that a pattern such as {@code /scenarios/**}{@code /refused*.yaml} matches; what is on the class path
     * has a slash in front; an absolute path of the file system counts where the class path has nothing there.
     */
    public List<ScenarioFile> in(String place, ClassLoader loader) throws IOException {
        Matcher glob = GLOB.matcher(place);
        if (glob.matches()) {
            return matching(glob.group(1), glob.group(2), loader);
        }
        if (place.startsWith("/")) {
            List<ScenarioFile> found = onClassPath(place.substring(1), loader);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return under(Path.of(place), null);
    }

    /** Returns why a place has no files. */
    public String whyNothing(String place) {
        boolean classPath = place.startsWith("/");
        return "there is no scenario at " + place + "\n  hint: "
                + (classPath
                        ? "this was looked for on the class path, and then its files by their suffix " + SUFFIX
                        : "this was looked for in " + Path.of("").toAbsolutePath()
                                + "; begin with a slash to look on the" + " class path; in folders only names with "
                                + SUFFIX + " count");
    }

    private List<ScenarioFile> matching(String folder, String pattern, ClassLoader loader) throws IOException {
        List<ScenarioFile> found = new ArrayList<>();
        if (folder.startsWith("/")) {
            String resource = folder.substring(1, Math.max(1, folder.length() - 1));
            for (URL url : Collections.list(loader.getResources(resource))) {
                found.addAll(matching(pathOf(url), pattern, resource));
            }
        }
        return found.isEmpty() ? matching(Path.of(folder), pattern, null) : found;
    }

    private List<ScenarioFile> onClassPath(String resource, ClassLoader loader) throws IOException {
        List<ScenarioFile> found = new ArrayList<>();
        for (URL url : Collections.list(loader.getResources(resource))) {
            found.addAll(under(pathOf(url), resource));
        }
        return found;
    }

    /** The folder is all of the pattern in front of its first part with a special character; files of any name may match. */
    private static List<ScenarioFile> matching(Path folder, String pattern, @Nullable String resource)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            return ImmutableList.of();
        }
        PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern);
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file)
                            && !PartName.isPart(file.toString())
                            && matcher.matches(folder.relativize(file)))
                    .sorted()
                    .map(file -> below(folder, file, resource))
                    .collect(ImmutableList.toImmutableList());
        }
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

    /** Closes the archives of the class path that were looked into; their files cannot be read any more. */
    @Override
    public void close() throws IOException {
        for (FileSystem inside : archives.values()) {
            inside.close();
        }
        archives.clear();
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
