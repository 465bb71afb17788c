/** Exercises in Java: what a learner writes is compiled, and played in networks that the learner has not seen. */
@NullMarked
package dev.wsksim.cli.exercise;

import org.jspecify.annotations.NullMarked;
