/**
 * The scenarios that come with the program: lessons, one for each behaviour of each simulated function, and one for each
 * behaviour of the network.
 */
@NullMarked
package dev.wsksim.scenario.bundle;

import org.jspecify.annotations.NullMarked;
