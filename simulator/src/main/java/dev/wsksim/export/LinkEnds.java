package dev.wsksim.export;

/**
 * The ends of one direction of a link, read from its name. A link is named after its hosts, or, where these have another
 * link, after hosts and interfaces.
 *
 * @param from who sends: a host, or a host and its interface with a dot between them
 * @param to who receives, likewise
 */
public record LinkEnds(String from, String to) {

    private static final String ARROW = " > ";

    /** Reads the name of a link, for example {@code client > server}. */
    public static LinkEnds of(String link) {
        int between = link.indexOf(ARROW);
        if (between < 0) {
            throw new IllegalArgumentException("'" + link + "' is not the name of a link");
        }
        return new LinkEnds(link.substring(0, between), link.substring(between + ARROW.length()));
    }

    /** Tells whether an end is at a host. */
    static boolean isAt(String end, String host) {
        return end.equals(host) || (end.startsWith(host + ".") && end.indexOf('.', host.length() + 1) < 0);
    }
}
