/**
 * Courses that teach by drivers that fail: lessons, and how answers are graded. A course comes with wsksim, and others can
 * be loaded from folders.
 */
@NullMarked
package dev.wsksim.scenario.course;

import org.jspecify.annotations.NullMarked;
