/**
 * Writes what happened in the formats of other tools, from the entries of a trace: packet captures.
 */
@NullMarked
package dev.wsksim.export;

import org.jspecify.annotations.NullMarked;
