package dev.wsksim.scenario.load;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;

/** Says in plain words why a file cannot be read or written. */
public final class FileTrouble {
    private static final String CIRCLE = "its symbolic links lead round in a circle";

    private FileTrouble() {}

    /** Returns what an error of the file system means, without a full stop. */
    public static String reason(IOException error) {
        if (error instanceof NoSuchFileException) {
            return "there is no such file";
        } else if (error instanceof AccessDeniedException) {
            return "access denied";
        } else if (error instanceof FileAlreadyExistsException) {
            return "a file of this name is there already";
        } else if (error instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        } else if (error instanceof FileSystemLoopException) {
            return CIRCLE;
        }
        // The message of a FileSystemException begins with the file, which the caller has named already.
        String said = error instanceof FileSystemException known ? known.getReason() : error.getMessage();
        if (said == null || said.isBlank()) {
            return "the system does not say why";
        }
        return said.contains("symbolic links")
                ? CIRCLE
                : said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
    }

    /**
     * Tells why a path is not worth opening: it is a folder, or a pipe or device, which could keep a reader waiting for
     * ever. Empty for a regular file.
     */
    public static Optional<String> notAFile(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            return Optional.of("this is a folder, not a file");
        }
        return attributes.isRegularFile()
                ? Optional.empty()
                : Optional.of("this is a pipe or a device, not a regular file");
    }
}
