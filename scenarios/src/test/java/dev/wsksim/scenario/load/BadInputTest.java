package dev.wsksim.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares what the loader says about each file in {@code bad/} with the text beside it, byte for byte. A changed
 * message is a normal change: run once with {@code -Dwsksim.golden=update} and read the difference.
 */
class BadInputTest {
    private static final Path BAD = Path.of("src/test/resources/dev/wsksim/scenario/load/bad");

    static List<String> badFiles() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !PartName.isPart(name))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void load_badFile_tellsPlaceAndHint(String name) throws IOException {
        LoadResult result = new ScenarioLoader()
                .withFiles(ScenarioFiles.seenFrom(BAD))
                .loadText(name, Files.readString(BAD.resolve(name)));

        assertThat(result.variants()).isEmpty();
        assertThat(result.problems()).isNotEmpty();
        Path golden = BAD.resolve(name.replace(".yaml", ".txt"));
        if ("update".equals(System.getProperty("wsksim.golden"))) {
            Files.writeString(golden, result.renderProblems() + "\n");
        }
        assertThat(result.renderProblems() + "\n").isEqualTo(Files.readString(golden));
    }

    @Test
    void badFiles_coverManyKinds() throws IOException {
        assertThat(badFiles()).hasSizeGreaterThan(50);
    }
}
