/**
 * Lays the text of scenarios out in one way, without a change of what it says.
 */
@NullMarked
package dev.wsksim.scenario.format;

import org.jspecify.annotations.NullMarked;
