package dev.wsksim.wsk.sharing;

import dev.wsksim.kernel.se.SecurityDescriptor;
import dev.wsksim.kernel.se.SecuritySubjectContext;
import dev.wsksim.net.address.Endpoint;

/**
 * What a socket asks for when it is bound.
 *
 * @param socketNumber the socket
 * @param local the address, maybe the wildcard, and the port, maybe 0 for an ephemeral one
 * @param option what the socket said about sharing
 * @param securityDescriptor the descriptor that will guard the address once bound
 * @param subject the tokens of the socket's owning process or thread, as of the bind
 */
public record BindRequest(
        long socketNumber,
        Endpoint local,
        SharingOption option,
        SecurityDescriptor securityDescriptor,
        SecuritySubjectContext subject) {}
