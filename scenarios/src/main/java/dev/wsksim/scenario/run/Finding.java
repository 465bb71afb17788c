package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.trace.TraceEntry;

/**
 * One thing that is not as the scenario wants it, with its evidence.
 *
 * @param kind what kind of thing
 * @param position the place in the scenario that it is about
 * @param at the virtual time that it speaks of: that of the last entry of the evidence, or the end of the run for what
 *     had not happened by then
 * @param title what is wrong, in one line
 * @param expected what was expected, in the scenario's own notation; empty where nothing particular was
 * @param actual what happened, in the same notation; empty where there is nothing to set beside it
 * @param hint what comes nearest, or what to look at; may be empty
 * @param rule the obligation's rule, or the documentation page; may be empty
 * @param evidence the trace entries that led there, the first cause first
 */
public record Finding(
        FindingKind kind,
        SourcePosition position,
        SimTime at,
        String title,
        String expected,
        String actual,
        String hint,
        String rule,
        ImmutableList<TraceEntry> evidence) {}
