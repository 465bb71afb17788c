package dev.wsksim.net.name;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * The content of a file {@code hosts}: lines of an address and the names of its host, the first of which is the main one.
 *
 * <p>What is behind {@code #} is a comment. A line that does not begin with an address is passed over, as Windows does.
 * Source: the comment at the head of the file that Windows installs.
 */
public final class HostsFile {

    private static final Splitter LINES = Splitter.onPattern("\r?\n");
    private static final Splitter WORDS =
            Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().trimResults();

    private final ImmutableList<Line> lines;

    /**
     * One line.
     *
     * @param address the address
     * @param names the names, the main one first
     */
    private record Line(IpAddress address, ImmutableList<String> names) {

        boolean has(String name) {
            return names.stream().anyMatch(own -> DnsName.isSame(own, name));
        }
    }

    private HostsFile(ImmutableList<Line> lines) {
        this.lines = lines;
    }

    /** Reads the text of a file. */
    public static HostsFile parse(String text) {
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        for (String line : LINES.split(text)) {
            List<String> words = WORDS.splitToList(withoutComment(line));
            if (words.size() > 1) {
                IpAddress.parse(words.get(0))
                        .ifPresent(address ->
                                lines.add(new Line(address, ImmutableList.copyOf(words.subList(1, words.size())))));
            }
        }
        return new HostsFile(lines.build());
    }

    /** Returns a line without its comment. */
    static String withoutComment(String line) {
        int hash = line.indexOf('#');
        return hash < 0 ? line : line.substring(0, hash);
    }

    /** Returns the addresses of the host with this name, in the order of the file; none where the file has no such name. */
    public ImmutableList<IpAddress> addressesOf(String name) {
        return lines.stream()
                .filter(line -> line.has(name))
                .map(Line::address)
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the main name of the first line that has this name, main or not. */
    public Optional<String> mainNameOf(String name) {
        return lines.stream()
                .filter(line -> line.has(name))
                .map(line -> line.names().get(0))
                .findFirst();
    }

    /** Returns the main name of the first line with this address. */
    public Optional<String> nameOf(IpAddress address) {
        return lines.stream()
                .filter(line -> line.address().equals(address))
                .map(line -> line.names().get(0))
                .findFirst();
    }
}
