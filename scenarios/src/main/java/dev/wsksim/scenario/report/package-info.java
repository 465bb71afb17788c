/** Writes results for people and for programs: the text report, the JSON result with its schema, the trace as text. */
@NullMarked
package dev.wsksim.scenario.report;

import org.jspecify.annotations.NullMarked;
