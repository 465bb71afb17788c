package dev.wsksim.wsk.call;

import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.client.TransportList;
import dev.wsksim.wsk.name.NameService;
import dev.wsksim.wsk.socket.SocketTable;

/**
 * What the calls of one host's WSK subsystem share.
 *
 * @param environment the neighbours: loop, trace, decisions, processor, I/O manager, host
 * @param memory the memory manager
 * @param sockets the host's sockets
 * @param completions the completions that are due
 * @param transports the transports for which sockets can be created
 * @param names what resolves names
 */
public record WskServices(
        WskEnvironment environment,
        MemoryManager memory,
        SocketTable sockets,
        CompletionQueue completions,
        TransportList transports,
        NameService names) {

    /** Makes the services of a host without sockets that offers the transports of TCP/IP. */
    public static WskServices of(WskEnvironment environment, MemoryManager memory, NameService names) {
        return new WskServices(
                environment,
                memory,
                new SocketTable(environment, memory),
                new CompletionQueue(environment),
                new TransportList(environment.host()),
                names);
    }

    /** Tells whether a transport is in the list. */
    boolean offers(int family, int type, int protocol) {
        return transports.offers(family, type, protocol);
    }
}
