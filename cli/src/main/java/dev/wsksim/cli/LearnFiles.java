package dev.wsksim.cli;

import dev.wsksim.scenario.load.CourseProgress;
import dev.wsksim.scenario.load.FileTrouble;
import dev.wsksim.scenario.load.ScenarioProblem;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files of a learner: how far she has come, and the folders of the lessons.
 *
 * @param progress the file that keeps how far she has come
 * @param system where paths lead to
 */
record LearnFiles(Path progress, FileSystem system) {
    /** The file that a prediction is kept in, in the folder of the lesson. */
    static final String PREDICTION = "prediction.txt";

    /** Reads how far the learner has come. */
    CourseProgress read() throws BadInputException {
        Optional<String> text = textOf(progress);
        if (text.isEmpty()) {
            return CourseProgress.NOTHING;
        }
        CourseProgress.Loaded loaded = CourseProgress.read(progress.toString(), text.get());
        if (!loaded.problems().isEmpty()) {
            throw new BadInputException(
                    loaded.problems().stream().map(ScenarioProblem::render).collect(Collectors.joining("\n\n")));
        }
        return loaded.progress();
    }

    /** Keeps how far the learner has come. */
    void write(CourseProgress now) throws BadInputException {
        write(progress, now.text());
    }

    /** Returns a path in a folder of the working folder. */
    Path in(String folder, String file) {
        return system.getPath(folder, file);
    }

    /** Returns the text of a file; empty when there is no such file. */
    static Optional<String> textOf(Path file) throws BadInputException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new BadInputException(file + ": the file cannot be read: " + FileTrouble.reason(e));
        }
    }

    /** Writes a file, and over it where it is there. */
    static void write(Path file, String text) throws BadInputException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new BadInputException(file + ": the file cannot be written: " + FileTrouble.reason(e));
        }
        overwrite(file, text);
    }

    /** Writes a file into a folder that is there. */
    static void overwrite(Path file, String text) throws BadInputException {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new BadInputException(file + ": the file cannot be written: " + FileTrouble.reason(e));
        }
    }

    /** Writes a file unless it is there; tells whether it was written. */
    static boolean writeNew(Path file, String text) throws BadInputException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        write(file, text);
        return true;
    }
}
