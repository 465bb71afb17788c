package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the parts lie that scenarios include: a file system, the program's own scenarios, or nowhere. */
public interface ScenarioFiles {
    /** Knows no files: a text that is in memory stands alone. */
    ScenarioFiles NONE = new NoFiles();

    /** Returns the files of the file system that a path belongs to; a relative name is seen from the working directory. */
    static ScenarioFiles around(Path path) {
        return new PathFiles(path.getFileSystem().getPath(""));
    }

    /** Returns the files whose names are seen from a folder, for texts that were read there. */
    static ScenarioFiles seenFrom(Path folder) {
        return new PathFiles(folder);
    }

    /**
     * Returns the name of the file at a relative path with slashes, seen from the folder of another file; empty where there can
     * be no such file.
     */
    Optional<String> beside(String file, String path);

    /**
     * Reads a file.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     * @throws IOException when it cannot be read; the message says why
     */
    byte[] read(String file) throws IOException;

    /** Returns the names of the parts in the folder of a file, without the folder, sorted; what cannot be told is left out. */
    ImmutableList<String> partsIn(String file);
}
