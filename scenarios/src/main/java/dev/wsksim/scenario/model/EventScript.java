package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * What the event callbacks of one socket do: one answer for each call, of which the last one stays.
 *
 * @param answers the answers of each callback that has some, each list with at least one element
 * @param position where it is written
 */
public record EventScript(ImmutableMap<EventCallback, ImmutableList<EventAnswer>> answers, SourcePosition position) {
    /** Callbacks that accept everything. */
    public static final EventScript NOTHING_SAID = new EventScript(ImmutableMap.of(), SourcePosition.NONE);
}
