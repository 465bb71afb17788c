package dev.wsksim.scenario.load;

import java.util.Optional;

/** Finds what somebody who made a typing error may have meant, for names outside scenario files. */
public final class KnownNames {
    private KnownNames() {}

    /** Returns the known name closest to a wrong one, the first of equally close ones; empty when none is close. */
    public static Optional<String> closest(String wrong, Iterable<String> known) {
        return Optional.of(Suggestion.closest(wrong, known)).filter(name -> !name.isEmpty());
    }
}
