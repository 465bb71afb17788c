/**
 * What {@code wsksim bench} measures: work on the network, on WSK, on scenarios and on traces, and how it is timed.
 */
@NullMarked
package dev.wsksim.cli.bench;

import org.jspecify.annotations.NullMarked;
