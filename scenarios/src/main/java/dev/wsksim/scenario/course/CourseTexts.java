package dev.wsksim.scenario.course;

import dev.wsksim.scenario.load.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of a course come from: the program itself, or a folder. */
public interface CourseTexts {
    /**
     * Returns a file's text by its path inside the course; empty when there is no such file.
     *
     * @throws CourseProblemException when it is there and cannot be read
     */
    Optional<String> text(String path) throws CourseProblemException;

    /** Returns how messages name a file of the course. */
    String name(String path);

    /** Returns the files of the course that comes with wsksim. */
    static CourseTexts shipped() {
        return new CourseTexts() {
            @Override
            public Optional<String> text(String path) {
                try (InputStream in = CourseTexts.class.getResourceAsStream("/course/" + path)) {
                    return in == null
                            ? Optional.empty()
                            : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public String name(String path) {
                return "course/" + path;
            }
        };
    }

    /** Returns the files in a folder. */
    static CourseTexts in(Path folder) {
        return new CourseTexts() {
            @Override
            public Optional<String> text(String path) throws CourseProblemException {
                try {
                    return Optional.of(Files.readString(folder.resolve(path)));
                } catch (NoSuchFileException e) {
                    return Optional.empty();
                } catch (IOException e) {
                    throw new CourseProblemException(
                            folder.resolve(path) + ": the file cannot be read: " + FileTrouble.reason(e));
                }
            }

            @Override
            public String name(String path) {
                return folder.resolve(path).toString();
            }
        };
    }
}
