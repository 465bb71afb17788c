/**
 * wsksim in JUnit 5: scenario files as tests of their own, and a fixture for tests of WSK semantics.
 *
 * <p>{@link dev.wsksim.junit5.WsksimTest} on a method makes a test with a simulated world of its own; {@link dev.wsksim.junit5.extension} is
 * what stands behind it. {@link dev.wsksim.junit5.Scenarios} on a class makes tests of scenario files; the test engine that finds them is in
 * {@link dev.wsksim.junit5.engine}.
 */
@NullMarked
package dev.wsksim.junit5;

import org.jspecify.annotations.NullMarked;
