package dev.wsksim.scenario.load;

/** Tells by a file's name whether it is a part, which scenarios include, so that nobody takes it for a scenario. */
public final class PartName {
    /** How the names of parts end; {@code .part.yml} will do, too. */
    public static final String SUFFIX = ".part.yaml";

    /** What all names of parts have in them. */
    static final String IN_NAMES = ".part.y";

    private static final String SHORT_SUFFIX = ".part.yml";

    private PartName() {}

    /** Tells whether a file is a part. */
    public static boolean isPart(String file) {
        return file.endsWith(SUFFIX) || file.endsWith(SHORT_SUFFIX);
    }
}
