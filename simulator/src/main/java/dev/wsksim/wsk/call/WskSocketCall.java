package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.socket.SocketCategory;
import dev.wsksim.wsk.socket.SocketTriple;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * WskSocket: creates a socket of the category that Flags names.
 *
 * <p>Category and type are not checked against each other here: Windows was seen to create a listening socket over UDP,
 * which then fails at the bind. More than one category flag, or another number, is STATUS_INVALID_PARAMETER (assumption,
 * OQ-38).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_socket.
 */
public final class WskSocketCall extends SocketCreatingCall {

    private final int flags;

    private WskSocketCall(
            WskServices services,
            @Nullable WskClient client,
            SocketTriple triple,
            int flags,
            SocketRequest request,
            @Nullable Irp irp) {
        super(services, WskFunction.WskSocket, client, triple, request, irp);
        this.flags = flags;
    }

    /** Plays a call of WskSocket up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable WskClient client,
            SocketTriple triple,
            int flags,
            SocketRequest request,
            @Nullable Irp irp) {
        return new WskSocketCall(services, client, triple, flags, request, irp).run();
    }

    @Override
    void start() {
        Optional<SocketCategory> category = SocketCategory.ofFlags(flags);
        if (category.isEmpty()) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "Flags does not name exactly one category (assumption, OQ-38)");
        } else if (!environment().has(category.get().since())) {
            refuse(
                    NtStatus.STATUS_INVALID_PARAMETER,
                    environment().release() + " has no " + category.get().text() + " (assumption, OQ-100)");
        } else if (!refuseRequest()) {
            useDescriptor();
            WskSocket socket = createSocket(category.get());
            settle(NtStatus.STATUS_SUCCESS, socket.number(), socket, "the socket is created");
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
