package dev.wsksim.wsk.call;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2defNames;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.socket.ConnectionRole;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * A call in flight of a function that is reached through the socket's own dispatch table.
 *
 * <p>Once the IRP of WskCloseSocket is completed, the memory of WSK_SOCKET is gone: using it ends in a simulated bug
 * check (assumption: as the special pool of Driver Verifier would find it). Between the call of WskCloseSocket and that
 * completion a function fails with STATUS_FILE_FORCED_CLOSED (assumption). A NULL socket fails with
 * STATUS_INVALID_HANDLE (assumption, as for a NULL client). Source: nc-wsk-pfn_wsk_close_socket, closing-a-socket.
 */
abstract class SocketCall extends WskCall {

    private final @Nullable WskSocket passedSocket;

    SocketCall(WskServices services, WskFunction function, @Nullable WskSocket passedSocket, @Nullable Irp passedIrp) {
        super(services, function, passedIrp);
        this.passedSocket = passedSocket;
    }

    @Override
    final NtStatus judgeHandles() {
        if (passedSocket == null) {
            return NtStatus.STATUS_INVALID_HANDLE;
        }
        if (passedSocket.state() == SocketState.CLOSED) {
            throw new SimulatedBugCheck(
                    BugCheck.PAGE_FAULT_IN_NONPAGED_AREA,
                    "",
                    function() + " was called on " + passedSocket
                            + " after WskCloseSocket or the provider had closed it: the memory of WSK_SOCKET is gone",
                    "nc-wsk-pfn_wsk_close_socket");
        }
        return NtStatus.STATUS_SUCCESS;
    }

    @Override
    final WskClient client() {
        return target().client();
    }

    @Override
    @Nullable
    WskSocket pendingOn() {
        return target();
    }

    @Override
    boolean waitsForACallback() {
        return target().isCallbackRunning();
    }

    /** Returns the socket that the call is made on. */
    final WskSocket target() {
        WskSocket socket = passedSocket;
        if (socket == null) {
            throw new AssertionError("the socket was judged before");
        }
        return socket;
    }

    /** Judges and holds the memory of a variable for an address of the socket's family. */
    final void holdAddress(String parameter, @Nullable Variable<SockAddr> variable) {
        boolean six = target().triple().addressFamily() == Ws2def.AF_INET6;
        holdOutput(parameter, variable, six ? Ws2defNames.SIZE_OF_SOCKADDR_IN6 : Ws2defNames.SIZE_OF_SOCKADDR_IN);
    }

    /** Returns the part of the socket that connects, sends and receives. */
    final ConnectionRole connectionRole() {
        ConnectionRole role = target().connectionRole();
        if (role == null) {
            throw new AssertionError(
                    "the dispatch table of a " + target().category().text() + " has no " + function());
        }
        return role;
    }

    @Override
    final void start() {
        NtStatus unusable = judgeState();
        if (unusable == NtStatus.STATUS_SUCCESS) {
            startOnOpenSocket();
        } else {
            boolean dead = target().state() == SocketState.DEAD;
            refuse(unusable, dead ? "the socket is dead; close it" : "WskCloseSocket was called before (assumption)");
        }
    }

    /** Returns STATUS_SUCCESS for a socket on which the function may be called, or STATUS_FILE_FORCED_CLOSED. */
    final NtStatus judgeState() {
        SocketState state = target().state();
        boolean dead = state == SocketState.DEAD && function() != WskFunction.WskCloseSocket;
        return dead || state == SocketState.CLOSING ? NtStatus.STATUS_FILE_FORCED_CLOSED : NtStatus.STATUS_SUCCESS;
    }

    /** Judges the parameters and begins the operation on a socket that is not being closed. */
    abstract void startOnOpenSocket();

    /** Collects arguments that begin with the socket; {@link #withIrp} ends them. */
    final CallArguments socketArguments() {
        return socketArguments("Socket");
    }

    /** Does the same for a function whose first parameter has another name. */
    final CallArguments socketArguments(String parameter) {
        return new CallArguments().socket(parameter, passedSocket);
    }

    /** Adds the last argument. */
    final CallArguments withIrp(CallArguments arguments) {
        return arguments.pointer("Irp", passedIrp());
    }
}
