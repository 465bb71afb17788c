/** Event callbacks: what a driver implements, what is enabled, and how a callback is run. */
@NullMarked
package dev.wsksim.wsk.event;

import org.jspecify.annotations.NullMarked;
