package dev.wsksim.scenario.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How the IRP of a call must complete. */
public sealed interface CompletionExpectation {
    /** Returns where the expectation is written. */
    SourcePosition position();

    /**
     * The IRP stays pending to the end of the run.
     *
     * @param position where it is written
     */
    record Never(SourcePosition position) implements CompletionExpectation {}

    /**
     * The IRP completes.
     *
     * @param status the final status; absent: not checked
     * @param information IoStatus.Information as a number, or absent inside for a pointer to a WSK_SOCKET; absent: not checked
     * @param socket the name that the delivered socket gets
     * @param time when, counted from the call
     * @param times how often the completion routine must run; absent: once
     * @param position where it is written
     */
    record Completes(
            Optional<StatusExpectation> status,
            Optional<Placed<OptionalLong>> information,
            Optional<Reference> socket,
            TimeExpectation time,
            OptionalInt times,
            SourcePosition position)
            implements CompletionExpectation {}
}
