package dev.wsksim.scenario.load;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.name.ServiceProtocol;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the files of a host are written by which names are resolved. Windows passes over a line that it cannot read; here it
 * is a problem, since nobody writes one on purpose.
 */
final class NameFileElement {
    private static final String HOSTS = "etc/hosts";
    private static final String SERVICES = "etc/services";
    private static final Splitter WORDS = Splitter.onPattern("\\s+").omitEmptyStrings();

    private static final ScalarType<String> FILE =
            ScalarType.words("etc/hosts or etc/services", ImmutableList.of(HOSTS, SERVICES), NameFileElement::file);

    /** The content of files by their names. */
    static final TableType<String, String, Content> FILES =
            new TableType<>(FILE, ScalarTypes.TEXT, (file, text, key) -> Optional.of(new Content(file, text, key)));

    /**
     * A file.
     *
     * @param name its name within {@code C:\Windows\System32\drivers}
     * @param text its content
     * @param key where it is written
     */
    record Content(String name, String text, Node.Scalar key) {}

    private NameFileElement() {}

    /** Returns the files by name, and reports what is wrong with their lines. */
    static ImmutableMap<String, String> files(ImmutableList<Content> contents, Problems problems) {
        ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
        for (Content content : contents) {
            files.put(content.name(), content.text());
            ImmutableList<String> lines = content.text().lines().collect(ImmutableList.toImmutableList());
            for (int i = 0; i < lines.size(); i++) {
                checkLine(content, i + 1, lines.get(i), problems);
            }
        }
        return files.buildOrThrow();
    }

    private static void checkLine(Content content, int number, String line, Problems problems) {
        String text = Splitter.on('#').split(line).iterator().next();
        ImmutableList<String> words = ImmutableList.copyOf(WORDS.split(text));
        boolean hosts = content.name().equals(HOSTS);
        if (!words.isEmpty() && !(hosts ? isHost(words) : isService(words))) {
            problems.report(
                    content.key(),
                    "line " + number + " of " + content.name() + " says nothing to Windows: '" + text.strip() + "'",
                    hosts ? "an address and names, such as 192.0.2.20 files.example" : "such as http 80/tcp www");
        }
    }

    private static boolean isHost(ImmutableList<String> words) {
        return words.size() > 1 && IpAddress.parse(words.get(0)).isPresent();
    }

    private static boolean isService(ImmutableList<String> words) {
        return words.size() > 1
                && Arrays.stream(ServiceProtocol.values()).anyMatch(protocol -> {
                    String end = "/" + protocol.word();
                    String port = words.get(1);
                    return port.endsWith(end)
                            && ScalarTypes.parseNumber(port.substring(0, port.length() - end.length()))
                                    .filter(value -> value >= 1 && value <= 0xFFFF)
                                    .isPresent();
                });
    }

    private static String file(Node.Scalar scalar) throws BadTextException {
        if (!scalar.text().equals(HOSTS) && !scalar.text().equals(SERVICES)) {
            throw new BadTextException(
                    "nothing reads the file " + scalar.kind(),
                    Suggestion.hint(scalar.text(), ImmutableList.of(HOSTS, SERVICES), "files"));
        }
        return scalar.text();
    }
}
