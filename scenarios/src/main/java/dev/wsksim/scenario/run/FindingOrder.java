package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.trace.TraceEntry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The order in which findings are told: by virtual time, then causes before their consequences, then by place.
 *
 * <p>At one instant, what happened stands before what had not happened by then, in the order of the trace, in which each
 * cause stands before what it brought about. Of what had not happened, the reason why nothing could happen any more is
 * first, that of the whole run before those of single ends, and what is left over from that is last. Whatever else is
 * equal stands as it does in the files.
 */
public final class FindingOrder {
    private static final Comparator<Finding> BY_TIME = Comparator.comparing(Finding::at);

    private static final Comparator<Finding> BY_ENTRY = Comparator.comparingLong(FindingOrder::lastEntry);

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(
            Finding::position,
            Comparator.comparing(SourcePosition::file)
                    .thenComparingInt(SourcePosition::line)
                    .thenComparingInt(SourcePosition::column));

    /** Stalls stay in the order in which they were found. */
    private static final Comparator<Finding> AMONG_EQUALS = (one, other) -> one.kind() == FindingKind.STALL
            ? 0
            : BY_ENTRY.thenComparing(BY_PLACE).compare(one, other);

    private FindingOrder() {}

    /**
     * Returns findings in this order.
     *
     * @param happened those about what happened
     * @param missed those about what had not happened by an instant
     */
    public static ImmutableList<Finding> of(List<Finding> happened, List<Finding> missed) {
        Stream<Finding> first =
                happened.stream().sorted(BY_TIME.thenComparing(BY_ENTRY).thenComparing(BY_PLACE));
        Stream<Finding> second = missed.stream()
                .sorted(BY_TIME.thenComparingInt(FindingOrder::rank).thenComparing(AMONG_EQUALS));
        return Stream.concat(first, second).sorted(BY_TIME).collect(ImmutableList.toImmutableList());
    }

    private static int rank(Finding missed) {
        return switch (missed.kind()) {
            case STALL -> 0;
            case LEFT_OVER -> 2;
            default -> 1;
        };
    }

    /** Returns the number of the last entry that led to a finding; what nothing led to comes behind. */
    private static long lastEntry(Finding finding) {
        ImmutableList<TraceEntry> evidence = finding.evidence();
        return evidence.isEmpty()
                ? Long.MAX_VALUE
                : evidence.get(evidence.size() - 1).number();
    }
}
