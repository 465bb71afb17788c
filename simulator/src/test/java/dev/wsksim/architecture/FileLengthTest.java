package dev.wsksim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A ratchet: no file grows into "everything about X in one place", and no method past one screen. */
final class FileLengthTest {
    private static final int MAX_FILE_LINES = 500;
    private static final int MAX_METHOD_LINES = 70;

    @Test
    void mainSources_stayWithinTheirLengths() {
        List<Path> files = ProjectSources.mainJavaFiles();

        assertThat(files).as("Java files found in all modules").isNotEmpty();
        assertThat(files.stream().map(JavaSource::read).flatMap(FileLengthTest::excesses))
                .as("files of more than %d lines, methods of more than %d", MAX_FILE_LINES, MAX_METHOD_LINES)
                .isEmpty();
    }

    @Test
    void measure_longFile_isFound() {
        assertThat(excesses(source("\n".repeat(500)))).isEmpty();
        assertThat(excesses(source("\n".repeat(501)))).containsExactly("X.java: 501 lines");
    }

    @Test
    void measure_longMethod_isFound() {
        String head = "class X {\n    @Foo({\"a\", \"b\"})\n    <T> int f(T t) throws Bar {";

        assertThat(excesses(source(head + "\n".repeat(69) + "}\n}"))).isEmpty();
        assertThat(excesses(source(head + "\n".repeat(70) + "}\n}"))).containsExactly("X.java:3: f has 71 lines");
    }

    @Test
    void measure_bracesInLiteralsAndComments_areNoBraces() {
        JavaSource source = source("""
                record X(int a) {
                    // }
                    private static final int[] A = {1, 2};
                    private static final String S = "}\\"}";
                    X {
                        char c = '}'; /* } */
                        Runnable r = () -> { new Object() { void g() {} }; };
                    }
                    enum E { P { int f() { return 1; } } }
                }
                """);

        assertThat(source.methods())
                .containsExactly(new JavaSource.Method("X", 5, 4), new JavaSource.Method("P", 9, 1));
    }

    private static JavaSource source(String text) {
        return new JavaSource(Path.of("X.java"), text);
    }

    private static Stream<String> excesses(JavaSource source) {
        Stream<String> file = source.lines() > MAX_FILE_LINES
                ? Stream.of(source.path() + ": " + source.lines() + " lines")
                : Stream.empty();
        Stream<String> methods = source.methods().stream()
                .filter(method -> method.lines() > MAX_METHOD_LINES)
                .map(method -> source.path() + ":" + method.firstLine() + ": " + method.name() + " has "
                        + method.lines() + " lines");
        return Stream.concat(file, methods);
    }
}
