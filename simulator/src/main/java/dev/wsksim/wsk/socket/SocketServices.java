package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.net.host.Host;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.event.CallbackRunner;

/**
 * What the sockets of one host work with.
 *
 * @param environment loop, trace, decisions, processor, I/O manager, host
 * @param callbacks runs event callbacks
 * @param memory makes the memory that is lent with indications
 * @param table the sockets of the host
 */
record SocketServices(WskEnvironment environment, CallbackRunner callbacks, MemoryManager memory, SocketTable table) {

    Host host() {
        return environment.host();
    }
}
