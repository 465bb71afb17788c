package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Hosts cease to hear each other, or begin to again.
 *
 * @param id the step's own name
 * @param timing when
 * @param name the name of the partition
 * @param sides who does not hear whom; absent: the partition is healed
 * @param position where it is written
 */
public record PartitionStep(
        Optional<Reference> id, StepTiming timing, Reference name, Optional<Sides> sides, SourcePosition position)
        implements Step {

    /**
     * The two groups of a partition.
     *
     * @param senders the hosts that are not heard
     * @param receivers the hosts that do not hear them
     * @param twoWay whether the receivers are not heard by the senders either
     */
    public record Sides(ImmutableList<Reference> senders, ImmutableList<Reference> receivers, boolean twoWay) {}

    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.partition(this);
    }
}
