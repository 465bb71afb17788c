package dev.wsksim.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the reference pages to the code. */
class ReferencePagesTest {

    private static final Path FOLDER = Path.of("..", "docs", "reference");

    @Test
    void pages_sayWhatTheCodeSays() throws IOException {
        for (Map.Entry<String, String> page : ReferencePages.all().entrySet()) {
            Path file = FOLDER.resolve(page.getKey());
            if ("update".equals(System.getProperty("wsksim.golden"))) {
                Files.writeString(file, page.getValue(), StandardCharsets.UTF_8);
            }
            assertThat(Files.readString(file, StandardCharsets.UTF_8))
                    .as(page.getKey())
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void folder_hasNoOtherPages() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ReferencePages.all().keySet());
        }
    }
}
