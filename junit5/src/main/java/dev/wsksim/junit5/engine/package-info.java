/**
 * The test engine {@code wsksim} of the JUnit Platform, which makes tests of scenario files.
 *
 * <p>{@link dev.wsksim.junit5.engine.ScenarioTestEngine} is found by the platform; nothing else here is for callers.
 */
@NullMarked
package dev.wsksim.junit5.engine;

import org.jspecify.annotations.NullMarked;
