package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares texts with files of {@code src/test/resources/golden}; {@code -Dwsksim.golden=update} writes them anew, to
 * be read in the diff.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    static void assertMatches(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("update".equals(System.getProperty("wsksim.golden"))) {
            Files.writeString(file, actual);
        }
        assertThat(actual)
                .as("against %s", file)
                .isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }
}
