/** The scenarios that come with the program: lessons, and one for each behaviour of each simulated function. */
@NullMarked
package dev.wsksim.scenario.bundle;

import org.jspecify.annotations.NullMarked;
