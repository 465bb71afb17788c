package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a file system, whose names are seen from one folder. */
final class PathFiles implements ScenarioFiles {
    private final Path base;

    PathFiles(Path base) {
        this.base = base;
    }

    @Override
    public Optional<String> beside(String file, String path) {
        try {
            Path including = base.getFileSystem().getPath(file);
            return Optional.of(including.resolveSibling(path).normalize().toString());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] read(String file) throws IOException {
        Path path = base.resolve(file);
        Optional<String> notAFile = FileTrouble.notAFile(path);
        if (notAFile.isPresent()) {
            throw new FileSystemException(file, null, notAFile.get());
        }
        return SourceReader.firstBytes(path);
    }

    @Override
    public ImmutableList<String> partsIn(String file) {
        Path folder = base.resolve(file).resolveSibling("");
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(PartName::isPart)
                    .sorted()
                    .limit(Suggestion.MOST_NAMES)
                    .collect(ImmutableList.toImmutableList());
        } catch (IOException | UncheckedIOException e) {
            return ImmutableList.of();
        }
    }
}
