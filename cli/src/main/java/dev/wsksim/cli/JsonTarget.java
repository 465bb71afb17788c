package dev.wsksim.cli;

import dev.wsksim.scenario.load.FileTrouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the JSON result goes: a file, standard output for {@code -}, or nowhere for the empty name. */
final class JsonTarget {
    private static final String STANDARD_OUTPUT = "-";

    private final FileSystem files;
    private final PrintWriter out;
    private final PrintWriter err;
    private final String name;

    JsonTarget(Surroundings surroundings, String name) {
        this.files = surroundings.files();
        this.out = surroundings.out();
        this.err = surroundings.err();
        this.name = name;
    }

    /** Tells whether standard output is taken, so that the report for people has to go elsewhere. */
    boolean isStandardOutput() {
        return name.equals(STANDARD_OUTPUT);
    }

    /** Tells whether anybody wants the result as JSON. */
    boolean isWanted() {
        return !name.isEmpty();
    }

    /** Finds out before a long run what would otherwise come to light behind it. */
    void requireWritable() throws BadInputException {
        if (name.isEmpty() || isStandardOutput()) {
            return;
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            throw new BadInputException(
                    name + ": the result is JSON, and would overwrite a scenario\n  hint: name a .json file");
        }
        Path path = path();
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path)) {
            throw new BadInputException(name + ": this is a folder, not a file to write the result to");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BadInputException(name + ": there is no folder " + folder + " to write the result to");
        }
        if (Files.exists(path)) {
            if (!Files.isWritable(path)) {
                throw new BadInputException(name + ": the result cannot be written there: access denied");
            }
        } else {
            requireNewFile(path);
        }
    }

    /** Only an attempt tells whether a file can be made somewhere, and what speaks against it. */
    private void requireNewFile(Path path) throws BadInputException {
        try {
            Files.delete(Files.createFile(path));
        } catch (FileAlreadyExistsException e) {
            throw new BadInputException(name + ": the result cannot be written there: this link leads nowhere");
        } catch (NoSuchFileException e) {
            throw new BadInputException(name + ": the result cannot be written there: no files can be made there");
        } catch (IOException e) {
            throw new BadInputException(name + ": the result cannot be written there: " + FileTrouble.reason(e));
        }
    }

    /** Writes the result; tells whether it is kept, and tells the user if not. */
    boolean write(String json) throws BadInputException {
        if (isStandardOutput()) {
            out.print(json);
            out.flush();
        } else if (!name.isEmpty()) {
            try {
                Files.writeString(path(), json);
            } catch (IOException e) {
                err.println("wsksim: " + name + ": the result could not be written: " + FileTrouble.reason(e));
                return false;
            }
        }
        return true;
    }

    private Path path() throws BadInputException {
        try {
            return files.getPath(name);
        } catch (InvalidPathException e) {
            throw new BadInputException(name + ": this is not a path: " + e.getReason());
        }
    }
}
