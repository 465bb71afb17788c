package dev.wsksim.net.name;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import dev.wsksim.net.address.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The content of a file {@code services}: lines of a name, a port with its protocol such as {@code 80/tcp}, and aliases.
 *
 * <p>What is behind {@code #} is a comment; a line of another form is passed over. Names are compared with regard to
 * case (assumption). Source: the comment at the head of the file that Windows installs, nf-winsock2-getservbyname.
 */
public final class ServicesFile {

    private static final Splitter LINES = Splitter.onPattern("\r?\n");
    private static final Splitter WORDS =
            Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().trimResults();

    private final ImmutableList<Line> lines;

    /**
     * One line.
     *
     * @param names the name, then the aliases
     * @param port the port
     * @param protocol the protocol
     */
    private record Line(ImmutableList<String> names, int port, ServiceProtocol protocol) {}

    private ServicesFile(ImmutableList<Line> lines) {
        this.lines = lines;
    }

    /** Reads the text of a file. */
    public static ServicesFile parse(String text) {
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        for (String line : LINES.split(text)) {
            parseLine(WORDS.splitToList(HostsFile.withoutComment(line))).ifPresent(lines::add);
        }
        return new ServicesFile(lines.build());
    }

    private static Optional<Line> parseLine(List<String> words) {
        if (words.size() < 2) {
            return Optional.empty();
        }
        int slash = Math.max(0, words.get(1).indexOf('/'));
        Integer port = Ints.tryParse(words.get(1).substring(0, slash));
        String protocol =
                words.get(1).substring(Math.min(slash + 1, words.get(1).length()));
        if (port == null || port < 1 || port > Endpoint.MAX_PORT) {
            return Optional.empty();
        }
        ImmutableList<String> names = ImmutableList.<String>builder()
                .add(words.get(0))
                .addAll(words.subList(2, words.size()))
                .build();
        return Arrays.stream(ServiceProtocol.values())
                .filter(known -> known.word().equals(protocol))
                .map(known -> new Line(names, port, known))
                .findFirst();
    }

    /** Returns the port of the first line with this name, as a name or an alias, and this protocol. */
    public OptionalInt portOf(String name, ServiceProtocol protocol) {
        return lines.stream()
                .filter(line -> line.protocol() == protocol && line.names().contains(name))
                .mapToInt(Line::port)
                .findFirst();
    }

    /** Returns the name in the first line with this port and this protocol. */
    public Optional<String> nameOf(int port, ServiceProtocol protocol) {
        return lines.stream()
                .filter(line -> line.protocol() == protocol && line.port() == port)
                .map(line -> line.names().get(0))
                .findFirst();
    }
}
