package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableList;

/**
 * A JSON result as far as it says what became of which scenario.
 *
 * @param decisionMode the label of the way in which decisions were answered; empty when nothing was played
 * @param verdicts all scenarios that were asked for, in their order
 */
public record RecordedVerdicts(String decisionMode, ImmutableList<RecordedVerdict> verdicts) {}
