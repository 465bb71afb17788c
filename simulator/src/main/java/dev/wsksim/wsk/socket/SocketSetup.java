package dev.wsksim.wsk.socket;

import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.WskClient;
import org.jspecify.annotations.Nullable;

/**
 * What every socket is made of.
 *
 * @param services what sockets work with
 * @param number its number on its host
 * @param client the client that creates it
 * @param triple family, type and protocol
 * @param callbacks what the driver passed for callbacks
 * @param owner whose security context counts at the bind
 * @param securityDescriptor the descriptor that the driver gave, or null for the default one
 */
record SocketSetup(
        SocketServices services,
        int number,
        WskClient client,
        SocketTriple triple,
        SocketCallbacks callbacks,
        OwningContext owner,
        @Nullable SecurityDescriptorPointer securityDescriptor) {}
