package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import java.util.stream.Collectors;

/**
 * The statuses of which one must be seen.
 *
 * @param anyOf the statuses, at least one
 * @param position where they are written
 */
public record StatusExpectation(ImmutableList<NtStatus> anyOf, SourcePosition position) {
    /** Checks that there is a status. */
    public StatusExpectation {
        if (anyOf.isEmpty()) {
            throw new IllegalArgumentException("a status expectation names at least one status");
        }
    }

    /** Returns the statuses joined by "or". */
    @Override
    public String toString() {
        return anyOf.stream().map(NtStatus::name).collect(Collectors.joining(" or "));
    }
}
