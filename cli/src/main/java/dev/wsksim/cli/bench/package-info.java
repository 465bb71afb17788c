/**
 * What {@code wsksim bench} measures: work on the network, without WSK, and how it is timed.
 */
@NullMarked
package dev.wsksim.cli.bench;

import org.jspecify.annotations.NullMarked;
