package dev.wsksim.scenario.run;

import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.peer.Content;
import dev.wsksim.scenario.model.ExpectedBytes;
import java.util.Optional;

/**
 * How bytes differ from those that were expected, in words.
 *
 * @param expected what was expected
 * @param actual what was there
 * @param hint where they differ; empty where only their number is another
 */
record ByteComparison(String expected, String actual, String hint) {

    /** How many bytes are shown before the place of a difference. */
    private static final int BEFORE = 4;

    private static final int SHOWN = 16;

    /** Compares bytes; empty where they are as expected. */
    static Optional<ByteComparison> of(ExpectedBytes expected, byte[] actual) {
        long at = expected.firstDifference(actual);
        if (at < 0) {
            return Optional.empty();
        }
        boolean early = at < SHOWN - BEFORE;
        int from = early ? 0 : (int) at - BEFORE;
        String place = from == 0 ? "" : "from byte " + from + " on: ";
        String wanted = expected.exact().isPresent() && from < expected.count()
                ? place + excerpt(expected.exact().get(), from) + " of " + expected.count()
                : expected.toString();
        String found = actual.length == 0
                ? "nothing"
                : place
                        + new Content.Literal(
                                ByteSlice.copyOf(actual).slice(from, Math.min(SHOWN, actual.length - from)))
                        + " of " + actual.length;
        boolean onlyLength = at >= Math.min(expected.count(), actual.length);
        String hint = onlyLength ? "" : "the first byte that differs is number " + at + ", counted from 0";
        return Optional.of(new ByteComparison(wanted, found, hint));
    }

    private static String excerpt(Content content, int from) {
        byte[] some = new byte[(int) Math.min(SHOWN, content.length() - from)];
        content.copyTo(from, some, some.length);
        return new Content.Literal(ByteSlice.copyOf(some)).toString();
    }
}
