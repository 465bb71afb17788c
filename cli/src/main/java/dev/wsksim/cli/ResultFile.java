package dev.wsksim.cli;

import dev.wsksim.scenario.load.FileTrouble;
import dev.wsksim.scenario.report.RecordedRuns.NotAResultException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads JSON results of earlier runs, and says what is wrong with what is none. */
final class ResultFile {
    /** The largest result that is read. */
    private static final long MAX_BYTES = 64 << 20;

    private ResultFile() {}

    /** Takes from a result's text what is wanted of it. */
    @FunctionalInterface
    interface Reading<T> {
        T of(String json) throws NotAResultException;
    }

    /** Reads a file. */
    static <T> T read(FileSystem files, String file, Reading<T> reading) throws BadInputException {
        try {
            return reading.of(text(files.getPath(file), file));
        } catch (NoSuchFileException e) {
            throw new BadInputException(file + ": there is no such file");
        } catch (IOException e) {
            throw new BadInputException(file + ": the file cannot be read: " + FileTrouble.reason(e));
        } catch (InvalidPathException e) {
            throw new BadInputException(file + ": this is not a path: " + e.getReason());
        } catch (NotAResultException e) {
            throw new BadInputException(file + ": this is not a result of"
                    + " wsksim: " + e.getMessage() + "\n  hint: 'wsksim run --json FILE'"
                    + " writes one");
        }
    }

    private static String text(Path path, String file) throws IOException, BadInputException {
        Optional<String> notAFile = FileTrouble.notAFile(path);
        if (notAFile.isPresent()) {
            throw new BadInputException(file + ": " + notAFile.get());
        }
        long size = Files.size(path);
        if (size > MAX_BYTES) {
            throw new BadInputException(String.format(
                    Locale.ROOT,
                    "%s: the file is too large: %,d bytes, the limit is %,d\n"
                            + "  hint: write the result of fewer scenarios",
                    file,
                    size,
                    MAX_BYTES));
        }
        return Files.readString(path);
    }
}
