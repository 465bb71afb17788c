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

/** Where a document about a run goes: a file, or standard output for {@code -}. */
final class DocumentTarget {
    private static final String STANDARD_OUTPUT = "-";

    private final FileSystem files;
    private final PrintWriter out;
    private final PrintWriter err;
    private final String name;
    private final DocumentFormat format;

    DocumentTarget(Surroundings surroundings, DocumentFormat format, String name) {
        this.files = surroundings.files();
        this.out = surroundings.out();
        this.err = surroundings.err();
        this.name = name;
        this.format = format;
    }

    /** Tells whether standard output is taken, so that the report for people has to go elsewhere. */
    boolean isStandardOutput() {
        return name.equals(STANDARD_OUTPUT);
    }

    /** Returns what is written. */
    DocumentFormat format() {
        return format;
    }

    /** Returns the file in a form that is the same for two names of it; {@code -} for standard output. */
    String place() throws BadInputException {
        return isStandardOutput() ? name : path().toAbsolutePath().normalize().toString();
    }

    /** Finds out before a long run what would otherwise come to light behind it. */
    void requireWritable() throws BadInputException {
        if (isStandardOutput()) {
            return;
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            throw new BadInputException(name + ": the result is " + format.title()
                    + ", and would overwrite a scenario\n  hint: name a ." + format.extension() + " file");
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
    boolean write(String document) throws BadInputException {
        if (isStandardOutput()) {
            out.print(document);
            out.flush();
        } else {
            try {
                Files.writeString(path(), document);
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
