package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.ProviderTable;
import dev.wsksim.wsk.socket.SocketTriple;
import org.jspecify.annotations.Nullable;

/**
 * WskSocket: creates a socket of the category that Flags names.
 *
 * <p>Category and type are not checked against each other here: Windows was seen to create a listening socket over UDP,
 * which then fails at the bind. More than one category flag is STATUS_INVALID_PARAMETER (assumption, OQ-38). Only
 * connection sockets are simulated yet; the other categories are refused by name.
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_socket.
 */
public final class WskSocketCall extends SocketCreatingCall {

    private final int flags;

    private WskSocketCall(
            WskServices services,
            ProviderTable dispatch,
            @Nullable WskClient client,
            SocketTriple triple,
            int flags,
            SocketRequest request,
            @Nullable Irp irp) {
        super(services, WskFunction.WskSocket, dispatch, client, triple, request, irp);
        this.flags = flags;
    }

    /** Plays a call of WskSocket up to its return. */
    public static NtStatus call(
            WskServices services,
            ProviderTable dispatch,
            @Nullable WskClient client,
            SocketTriple triple,
            int flags,
            SocketRequest request,
            @Nullable Irp irp) {
        return new WskSocketCall(services, dispatch, client, triple, flags, request, irp).run();
    }

    @Override
    void requireSimulated() {
        boolean refusedAnyway = passedIrp() == null || Integer.bitCount(flags) > 1 || !isListedTransport();
        if (!refusedAnyway) {
            requireConnectionCategory();
        }
    }

    @Override
    void start() {
        if (Integer.bitCount(flags) > 1) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "Flags names more than one category (assumption, OQ-38)");
        } else if (!refuseRequest()) {
            useDescriptor();
            ConnectionSocket socket = createConnectionSocket();
            settle(NtStatus.STATUS_SUCCESS, socket.number(), socket, "the socket is created");
        }
    }

    private void requireConnectionCategory() {
        switch (flags) {
            case Wsk.WSK_FLAG_CONNECTION_SOCKET -> {}
            case Wsk.WSK_FLAG_BASIC_SOCKET -> throw new NotSimulatedException("WskSocket with WSK_FLAG_BASIC_SOCKET");
            case Wsk.WSK_FLAG_LISTEN_SOCKET -> throw new NotSimulatedException("WskSocket with WSK_FLAG_LISTEN_SOCKET");
            case Wsk.WSK_FLAG_DATAGRAM_SOCKET ->
                throw new NotSimulatedException("WskSocket with WSK_FLAG_DATAGRAM_SOCKET");
            case Wsk.WSK_FLAG_STREAM_SOCKET -> throw new NotSimulatedException("WskSocket with WSK_FLAG_STREAM_SOCKET");
            default -> throw new NotSimulatedException("WskSocket with Flags " + flags);
        }
    }

    @Override
    void abandon() {
        throw new AssertionError("WskSocket is settled as soon as it starts, so nothing is left to cancel");
    }

    @Override
    CallArguments arguments() {
        return withRequest(clientArguments()
                .pointer("AddressFamily", Ws2def.familyName(triple().addressFamily()))
                .socketType(triple().socketType())
                .protocol(triple().protocol())
                .number("Flags", flags));
    }
}
