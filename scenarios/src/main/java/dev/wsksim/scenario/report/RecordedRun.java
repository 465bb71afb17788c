package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.Decision;

/**
 * A run as a JSON result tells it: enough to play it again.
 *
 * @param name the scenario's name with its variant
 * @param file the file that it came from
 * @param seed its seed
 * @param profile the label of its profile
 * @param decisions its decisions in order
 */
public record RecordedRun(String name, String file, long seed, String profile, ImmutableList<Decision> decisions) {}
