package dev.wsksim.net.peer;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.host.Host;
import dev.wsksim.trace.Trace;

/**
 * Where a scripted end plays.
 *
 * @param loop the loop in which everything happens
 * @param trace where it is told
 * @param host the host of the end
 */
record PeerContext(SimulationLoop loop, Trace trace, Host host) {}
