package dev.wsksim.junit5.file;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.report.SourceLines;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/**
 * A scenario file, wherever it lies.
 *
 * @param displayName its name under the class or folder that it was found in
 * @param path where it is
 * @param resource its name on the class path, without a slash in front; {@code null} where it was not looked for there
 */
public record ScenarioFile(
        String displayName, Path path, @Nullable String resource) {
    /** Makes one for a file of the file system or of an archive. */
    static ScenarioFile of(Path path, String displayName, @Nullable String resource) {
        Path shortest = path.getFileSystem().equals(FileSystems.getDefault()) ? shortest(path) : path;
        return new ScenarioFile(displayName, shortest, resource);
    }

    /** Returns the name by which reports speak of the file. */
    public String name() {
        return path.toString();
    }

    /** Reads the file. */
    public LoadResult load(ScenarioLoader loader) {
        return loader.load(path);
    }

    /** Returns where a place of the file is, for IDEs. */
    public TestSource source(int line, int column) {
        FilePosition position = FilePosition.from(line, column);
        return resource == null || path.getFileSystem().equals(FileSystems.getDefault())
                ? FileSource.from(path.toAbsolutePath().toFile(), position)
                : ClasspathResourceSource.from(resource, position);
    }

    /** Returns the lines of the file and of those that it includes; they are read when they are asked for. */
    public SourceLines lines() {
        return position -> {
            try {
                if (position.file().isEmpty()) {
                    return "";
                }
                Path file = path.getFileSystem().getPath(position.file());
                ImmutableList<String> lines = ImmutableList.copyOf(Files.readAllLines(file));
                boolean here = position.line() >= 1 && position.line() <= lines.size();
                return here ? lines.get(position.line() - 1) : "";
            } catch (IOException e) {
                return "";
            }
        };
    }

    /** Returns the path from the working directory where it is below that, else the whole. */
    private static Path shortest(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = path.toAbsolutePath().normalize();
        return whole.startsWith(here) ? here.relativize(whole) : whole;
    }
}
