package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;

/**
 * The broken rules that a team knows of and accepts for now.
 *
 * @param accepted what is accepted
 */
public record Baseline(ImmutableList<Accepted> accepted) {
    /** Nothing is accepted. */
    public static final Baseline EMPTY = new Baseline(ImmutableList.of());

    /**
     * A broken rule that is accepted.
     *
     * @param spot what is broken where
     * @param times how often a run may break it there
     * @param because why, for readers; may be empty
     * @param position where it is written
     */
    public record Accepted(Spot spot, int times, String because, SourcePosition position) {}

    /**
     * A broken rule and its place, in words that edits of other lines do not change.
     *
     * @param file the file of the scenario, seen from that of the baseline
     * @param variant the label of the matrix cell; empty without a matrix
     * @param rule the rule's id
     * @param place the step that broke it
     */
    public record Spot(String file, String variant, String rule, String place) {}
}
