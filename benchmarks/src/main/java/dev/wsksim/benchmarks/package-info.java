/**
 * Measures how fast the simulator is: workloads that run anywhere, JMH benchmarks around them, and a runner for quick
 * figures.
 */
@NullMarked
package dev.wsksim.benchmarks;

import org.jspecify.annotations.NullMarked;
