package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.sharing.BindDecision;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskBind: gives a socket its local address and port.
 *
 * <p>Statuses: the bind matrix's STATUS_ADDRESS_ALREADY_EXISTS and STATUS_ACCESS_DENIED,
 * STATUS_INVALID_ADDRESS_COMPONENT for an address that is not the host's, STATUS_TOO_MANY_ADDRESSES when no ephemeral
 * port is left. Assumptions: STATUS_INVALID_DEVICE_STATE for a second bind (OQ-6), STATUS_INVALID_PARAMETER for a NULL
 * address, another family, or Flags other than 0 (OQ-28).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_bind, sharing-transport-addresses.
 */
public final class WskBindCall extends SocketCall {

    private final @Nullable SockAddr localAddress;
    private final int flags;

    private WskBindCall(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable SockAddr localAddress,
            int flags,
            @Nullable Irp irp) {
        super(services, WskFunction.WskBind, socket, irp);
        this.localAddress = localAddress;
        this.flags = flags;
    }

    /** Plays a call of WskBind up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable SockAddr localAddress,
            int flags,
            @Nullable Irp irp) {
        return new WskBindCall(services, socket, localAddress, flags, irp).run();
    }

    @Override
    void startOnOpenSocket() {
        WskSocket socket = target();
        SockAddr address = localAddress;
        if (flags != 0) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "Flags is " + flags + ", but it is reserved (assumption, OQ-28)");
        } else if (address == null) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "LocalAddress is NULL (assumption)");
        } else if (address.saFamily() != socket.triple().addressFamily()) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "LocalAddress is not of the socket's family (assumption)");
        } else if (socket.state() != SocketState.CREATED) {
            refuse(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "the socket is " + socket.state().text() + " (assumption, OQ-6)");
        } else if (!socket.category().carries(socket.triple())) {
            settleUnconnectable();
        } else {
            bind(socket, address);
        }
    }

    private void bind(WskSocket socket, SockAddr address) {
        Endpoint wanted = Binding.endpoint(address);
        if (wanted == null) {
            Binding.refuseMalformed(this, "LocalAddress");
            return;
        }
        BindDecision decision = Binding.bind(environment(), socket, wanted);
        settle(decision.status(), decision.reason());
    }

    private void settleUnconnectable() {
        NtStatus status = chooseStatus(WskDecisions.UNCONNECTABLE_TRANSPORT_STATUS);
        settle(status, "a " + target().category().text() + " cannot be bound over " + target().triple());
    }

    @Override
    void abandon() {
        throw new AssertionError("WskBind is settled as soon as it starts, so nothing is left to cancel");
    }

    @Override
    CallArguments arguments() {
        return withIrp(socketArguments().localAddress(localAddress).number("Flags", flags));
    }
}
