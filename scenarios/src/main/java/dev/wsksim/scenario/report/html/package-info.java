/**
 * The report as one HTML file: a summary, and each run to look at.
 */
@NullMarked
package dev.wsksim.scenario.report.html;

import org.jspecify.annotations.NullMarked;
