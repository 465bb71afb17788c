package dev.wsksim.wsk.call;

import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.SocketTriple;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments of a call referred to when the function was entered: the numbers and states behind the handles,
 * for readers of the trace that judge them.
 *
 * @param client the number of the client, given itself or as the owner of the socket; 0 for NULL or where the function
 *     takes neither
 * @param captured whether that client held a capture
 * @param socket the socket's number; 0 for NULL or where the function takes none
 * @param socketState where that socket was in its life; null without a socket
 * @param transport the socket's family, type and protocol, or those asked for; null where neither is said
 * @param localFamily the family of LocalAddress, or {@link #NO_FAMILY}
 * @param remoteFamily the family of RemoteAddress, or {@link #NO_FAMILY}
 * @param descriptorKind what SecurityDescriptor, or the value of SO_WSK_SECURITY, pointed at
 * @param descriptor the number of that cached descriptor; 0 for none
 * @param events the mask of the events that the socket has; 0 without a socket
 * @param callbacks the mask of the events whose callbacks its client dispatch table has; 0 without a table
 */
public record CallSubject(
        int client,
        boolean captured,
        int socket,
        @Nullable SocketState socketState,
        @Nullable SocketTriple transport,
        int localFamily,
        int remoteFamily,
        DescriptorPointerKind descriptorKind,
        int descriptor,
        int events,
        int callbacks) {

    /** The family of an address that is NULL or that the function does not take. */
    public static final int NO_FAMILY = -1;

    /** The subject of a call that has no handles. */
    public static final CallSubject NONE =
            new CallSubject(0, false, 0, null, null, NO_FAMILY, NO_FAMILY, DescriptorPointerKind.NULL, 0, 0, 0);
}
