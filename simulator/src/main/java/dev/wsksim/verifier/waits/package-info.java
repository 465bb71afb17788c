/**
 * Who waits for what: a graph of the calls, IRPs, threads, events, callbacks and sockets that cannot go on, made from the
 * trace alone, for reports about runs that do not come to their end.
 */
@NullMarked
package dev.wsksim.verifier.waits;

import org.jspecify.annotations.NullMarked;
