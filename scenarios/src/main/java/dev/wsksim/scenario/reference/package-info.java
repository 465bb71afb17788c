/**
 * What the program teaches: a page for each simulated function, control code and socket option, as data with sources.
 */
@NullMarked
package dev.wsksim.scenario.reference;

import org.jspecify.annotations.NullMarked;
