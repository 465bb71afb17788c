/**
 * What {@code netstat} would say on every host at one instant: a snapshot of a network that does not change any more, as
 * a table and as JSON.
 */
@NullMarked
package dev.wsksim.export.netstat;

import org.jspecify.annotations.NullMarked;
