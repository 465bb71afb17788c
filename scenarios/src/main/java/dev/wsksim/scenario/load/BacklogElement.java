package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.peer.Backlog;
import dev.wsksim.net.peer.Backlog.Taking;
import java.util.Optional;

/** How it is written how many connections wait at a peer's port until its application takes them. */
final class BacklogElement {
    private static final int MOST = 0xFFFF;

    /** How many may wait. */
    static final Field<Integer> BACKLOG = Field.optional(
            "backlog",
            ScalarTypes.integer("a number of connections from 1 to 65535", 1, MOST),
            "no limit, and connections are taken at once",
            "How many connections may wait to be taken, unfinished handshakes included; while so many do, SYNs are"
                    + " answered with RST.",
            "2");

    private static final Field<SimDuration> EVERY = Field.required(
            "every",
            Durations.DURATION,
            "How long each takes, counted from the instant at which there is one to be taken.",
            "20ms");
    private static final ElementType<Taking> SLOWLY = ElementType.checked(
            "taking", "How quickly connections are taken.", ImmutableList.of(EVERY), BacklogElement::slowly);
    private static final ScalarType<Taking> WORD =
            ScalarType.words("at-once or never", ImmutableList.of("at-once", "never"), BacklogElement::word);

    /** When they are taken. */
    static final Field<Taking> TAKE = Field.optional(
            "take",
            new EitherType<>(WORD, SLOWLY),
            "at-once",
            "When the application takes connections from the backlog, which is when 'data' begins.",
            "{ every: 20ms }");

    private BacklogElement() {}

    private static Optional<Taking> slowly(Bound bound) {
        SimDuration every = bound.get(EVERY);
        if (every.nanos() == 0) {
            bound.report(EVERY, "each is taken after some time", "or write at-once");
            return Optional.empty();
        }
        return Optional.of(Taking.every(every));
    }

    private static Taking word(Node.Scalar scalar) throws BadTextException {
        return switch (scalar.text()) {
            case "at-once" -> Taking.AT_ONCE;
            case "never" -> Taking.NEVER;
            default ->
                throw ScalarTypes.mismatch(scalar, "at-once, never or a mapping", "for example: { every: 20ms }");
        };
    }

    /** Returns what a port says about it. */
    static Optional<Backlog> backlog(Bound port) {
        if (port.isWritten(TAKE) && !port.isWritten(BACKLOG)) {
            port.report(TAKE, "without a 'backlog' every connection is taken at once", "for example: backlog: 5");
        }
        return port.find(BACKLOG).map(most -> new Backlog(most, port.get(TAKE, Taking.AT_ONCE)));
    }
}
