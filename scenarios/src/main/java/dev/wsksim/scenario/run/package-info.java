/** Plays scenarios: builds the world that a scenario describes, takes its steps, compares what happens with what is expected, and says what came of it. */
@NullMarked
package dev.wsksim.scenario.run;

import org.jspecify.annotations.NullMarked;
