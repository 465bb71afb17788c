package dev.wsksim.junit5.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Compares docs/driver-tests.md with the tests that it shows. */
class DriverTestsPageTest {

    @Test
    void page_showsTestsThatAreRun() throws IOException {
        String page = Files.readString(Path.of("../docs/driver-tests.md"), UTF_8);
        String tests = Files.readString(Path.of("src/test/java/dev/wsksim/junit5/guide/DriverStepsTest.java"), UTF_8);

        assertThat(page).contains("```java\n" + tests.substring(tests.indexOf("import static")) + "```");
    }
}
