package dev.wsksim.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plain words for what file systems say. */
class FileTroubleTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> errors() {
        String circle = "its symbolic links lead round in a circle";
        return Stream.of(
                Arguments.of(new NoSuchFileException("f"), "there is no such file"),
                Arguments.of(new AccessDeniedException("f"), "access denied"),
                Arguments.of(new FileAlreadyExistsException("f"), "a file of this name is there already"),
                Arguments.of(new MalformedInputException(1), "it is not UTF-8 text"),
                Arguments.of(new FileSystemLoopException("f"), circle),
                Arguments.of(new FileSystemException("f", null, "Too many levels of symbolic links"), circle),
                Arguments.of(new FileSystemException("f", null, "Read-only file system"), "read-only file system"),
                Arguments.of(new IOException("No space left on device"), "no space left on device"),
                Arguments.of(new IOException(), "the system does not say why"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void reason_saysWhatHappened(IOException error, String words) {
        assertThat(FileTrouble.reason(error)).isEqualTo(words);
    }

    @Test
    void notAFile_folder_isNamed() throws IOException {
        assertThat(FileTrouble.notAFile(folder)).hasValue("this is a folder, not a file");
        assertThat(FileTrouble.notAFile(Files.createFile(folder.resolve("f")))).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void load_device_isRefusedUnread() {
        LoadResult result = new ScenarioLoader().load(Path.of("/dev/null"));

        assertThat(result.renderProblems())
                .isEqualTo("/dev/null: this is a pipe or a device, not a regular file\n"
                        + "  hint: save its text in a file first");
    }
}
