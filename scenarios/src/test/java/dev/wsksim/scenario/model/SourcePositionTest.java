package dev.wsksim.scenario.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How places of several files are told to the reader of one of them. */
class SourcePositionTest {
    private static SourcePosition in(String file) {
        return new SourcePosition(file, 5, 3);
    }

    @Test
    void line_isTold_withItsFileWhereThatIsAnother() {
        assertThat(in("a.yaml").lineSeenFrom(in("a.yaml"))).isEqualTo("line 5");
        assertThat(in("s/p.part.yaml").lineSeenFrom(in("a.yaml"))).isEqualTo("line 5 of s/p.part.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "a.yaml, a.yaml, ''",
        "p.yaml, a.yaml, p.yaml",
        "s/p.yaml, a.yaml, s/p.yaml",
        "s/x/p.yaml, s/a.yaml, x/p.yaml",
        "s/p.yaml, ./s/a.yaml, p.yaml",
        "s/x/p.yaml, s/y/a.yaml, ../x/p.yaml",
        "p.yaml, s/y/a.yaml, ../../p.yaml",
        "../p.yaml, a.yaml, ../p.yaml",
        "../../p.yaml, ../a.yaml, ../p.yaml",
        "/work/s/x/p.yaml, /work/s/a.yaml, x/p.yaml",
        "C:\\s\\x\\p.yaml, C:\\s\\a.yaml, x/p.yaml",
        "s/s/p.yaml, s/a.yaml, s/p.yaml"
    })
    void file_isSeenFromTheFolderOfTheOther(String file, String reader, String path) {
        assertThat(in(file).fileSeenFrom(in(reader))).isEqualTo(path);
    }
}
