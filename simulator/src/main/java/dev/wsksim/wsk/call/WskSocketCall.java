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
 * <p>Category and type are not checked against each other here: Windows was seen to create a listening socket over UDP, which then fails at the bind. More than
 * one category flag is STATUS_INVALID_PARAMETER (assumption, OQ-38). Only connection sockets are simulated yet; the other categories are refused by name.
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_socket.
 */
public final class WskSocketCall extends WskCall {

    private final @Nullable WskClient client;
    private final SocketTriple triple;
    private final int flags;
    private final SocketRequest request;
    private final ProviderTable dispatch;
    private @Nullable SocketCreation creation;

    private WskSocketCall(
            WskServices services,
            ProviderTable dispatch,
            @Nullable WskClient client,
            SocketTriple triple,
            int flags,
            SocketRequest request,
            @Nullable Irp irp) {
        super(services, WskFunction.WskSocket, irp);
        this.dispatch = dispatch;
        this.client = client;
        this.triple = triple;
        this.flags = flags;
        this.request = request;
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
    NtStatus judgeHandles() {
        return SocketCreation.judgeClient(client);
    }

    @Override
    WskClient client() {
        WskClient given = client;
        if (given == null) {
            throw new AssertionError("the client was judged before");
        }
        return given;
    }

    @Override
    void requireSimulated() {
        boolean refusedAnyway = irpNumber() == 0
                || Integer.bitCount(flags) > 1
                || !services().offers(triple.addressFamily(), triple.socketType(), triple.protocol());
        if (!refusedAnyway) {
            requireConnectionCategory();
        }
    }

    @Override
    void start() {
        SocketCreation stage = new SocketCreation(services(), client(), request);
        if (Integer.bitCount(flags) > 1) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "Flags names more than one category (assumption, OQ-38)");
        } else if (!stage.refuse(this, triple)) {
            stage.descriptorUseBegan();
            creation = stage;
            ConnectionSocket socket = stage.createConnectionSocket(triple, dispatch);
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
    void completing() {
        SocketCreation stage = creation;
        if (stage != null) {
            stage.descriptorUseEnded();
        }
    }

    @Override
    CallArguments arguments() {
        return new CallArguments()
                .client(client)
                .transport(triple)
                .pointer("AddressFamily", Ws2def.familyName(triple.addressFamily()))
                .socketType(triple.socketType())
                .protocol(triple.protocol())
                .number("Flags", flags)
                .context("SocketContext", request.callbacks().socketContext())
                .pointer("Dispatch", request.callbacks().dispatch())
                .pointer("OwningProcess", request.owningProcess())
                .pointer("OwningThread", request.owningThread())
                .securityDescriptor(request.securityDescriptor())
                .pointer("Irp", irpNumber() == 0 ? null : "IRP " + irpNumber());
    }
}
