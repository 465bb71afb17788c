package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.sharing.AddressTable;
import dev.wsksim.wsk.sharing.BindDecision;
import dev.wsksim.wsk.sharing.LocalBinding;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * The bind stage that WskBind and WskSocketConnect share: asks the socket, and reports the decision with its reason.
 */
final class Binding {

    private Binding() {}

    /** Returns the address and port in a SOCKADDR, or null where the structure has none. */
    static @Nullable Endpoint endpoint(SockAddr address) {
        if (address instanceof SockAddr.Inet inet) {
            return inet.endpoint();
        }
        return address instanceof SockAddr.Inet6 inet6 ? inet6.endpoint() : null;
    }

    /** Refuses a SOCKADDR that names AF_INET or AF_INET6, but is not the structure of that family. */
    static void refuseMalformed(WskCall call, String parameter) {
        call.refuse(NtStatus.STATUS_INVALID_PARAMETER, parameter + " is not the structure of its family (assumption)");
    }

    /** Binds the socket where sharing allows it. */
    static BindDecision bind(WskEnvironment environment, WskSocket socket, Endpoint wanted) {
        BindDecision decision = socket.bind(wanted);
        if (environment.trace().isActive()) {
            LocalBinding binding = decision.binding();
            String local =
                    binding == null ? "" : AddressTable.endpointOf(binding).toString();
            environment
                    .trace()
                    .emit(new SocketBound(
                            socket.number(), wanted.toString(), local, decision.status(), decision.reason()));
        }
        return decision;
    }
}
