package dev.wsksim.kernel.se;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a table of golden data: a line per case, fields separated by {@code " | "}, comments with {@code #}. */
final class GoldenLines {

    private GoldenLines() {}

    static List<String[]> read(String name) {
        try (InputStream in = GoldenLines.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
