package dev.wsksim.cli;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a new scenario begins with; the names are what {@code --kind} takes. */
enum Starter {
    connect,
    listen,
    datagram,
    network;

    /** The file that an editor takes the schema from, beside the scenario. */
    static final String SCHEMA_FILE = "wsksim-scenario-1.schema.json";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9]*( [A-Za-z0-9]+)*");
    private static final ImmutableSet<String> WORDS_OF_YAML = ImmutableSet.of("true", "false", "null");

    /** Returns the text of a new scenario, which names the schema where an editor is to use it. */
    String text(String name, boolean withSchema) {
        String line = withSchema ? "# yaml-language-server: $schema=" + SCHEMA_FILE + "\n" : "";
        return line + template().replace("name: NAME", "name: " + scalar(name));
    }

    private String template() {
        try {
            return Resources.toString(
                            Resources.getResource(Starter.class, "/starters/" + name() + ".yaml"),
                            StandardCharsets.UTF_8)
                    .replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("a starter comes with the program", e);
        }
    }

    private static String scalar(String name) {
        return PLAIN.matcher(name).matches() && !WORDS_OF_YAML.contains(name)
                ? name
                : "'" + name.replace("'", "''") + "'";
    }
}
