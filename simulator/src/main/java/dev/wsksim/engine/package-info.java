/**
 * When, in what order, and by what chance: virtual time, the event queue and its loop, random streams, ratios, and the
 * decisions that the documentation leaves open. Nothing here knows what a packet or an IRP is.
 */
@NullMarked
package dev.wsksim.engine;

import org.jspecify.annotations.NullMarked;
