package dev.wsksim.net.link;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The random streams of one link, one for each condition that needs chance, named by the link, the kind of condition and
 * its number among those of the kind.
 *
 * <p>So a condition that is added changes no draw of one of another kind, and conditions that take the place of others
 * in mid-run go on where those stopped, instead of repeating their draws.
 */
final class LinkStreams {

    private final RandomStreams randoms;
    private final String link;
    private final Map<String, RandomStream> streams = new LinkedHashMap<>();

    LinkStreams(RandomStreams randoms, String link) {
        this.randoms = randoms;
        this.link = link;
    }

    RandomStream stream(String kind, int number) {
        return streams.computeIfAbsent("link " + link + " " + kind + " " + number, randoms::stream);
    }
}
