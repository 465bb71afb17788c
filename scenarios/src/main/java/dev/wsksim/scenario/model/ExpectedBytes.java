package dev.wsksim.scenario.model;

import dev.wsksim.net.peer.Content;
import java.util.Optional;

/**
 * Bytes that must have been seen.
 *
 * @param exact the bytes; absent where any will do
 * @param count how many
 * @param position where they are written
 */
public record ExpectedBytes(Optional<Content> exact, long count, SourcePosition position) {

    /** Returns the place of the first byte that differs, the shorter length where one is the beginning of the other, or -1. */
    public long firstDifference(byte[] actual) {
        long common = Math.min(count, actual.length);
        if (exact.isPresent()) {
            for (int i = 0; i < common; i++) {
                if (actual[i] != exact.get().at(i)) {
                    return i;
                }
            }
        }
        return count == actual.length ? -1 : common;
    }

    /** Returns the bytes as reports show them. */
    @Override
    public String toString() {
        return exact.map(Content::toString).orElse(count + (count == 1 ? " byte" : " bytes"));
    }
}
