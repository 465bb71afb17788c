/** Assertions for AssertJ about IRPs, sockets, packets, callbacks and rules; needs AssertJ on the class path. */
@NullMarked
package dev.wsksim.junit5.assertion;

import org.jspecify.annotations.NullMarked;
