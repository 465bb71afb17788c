package dev.wsksim.verifier.rule.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.Severity;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.socket.ClientTableMisfit;

/** The rules about the life of a socket. */
public final class SocketRules {

    private static final String SOCKET = "nc-wsk-pfn_wsk_socket";
    private static final String SOCKET_CONNECT = "nc-wsk-pfn_wsk_socket_connect";
    private static final String BIND = "nc-wsk-pfn_wsk_bind";
    private static final String CONNECT = "nc-wsk-pfn_wsk_connect";
    private static final String CLOSE = "nc-wsk-pfn_wsk_close_socket";
    private static final String CLOSING = "closing-a-socket";

    private static final Rule AFTER_CLOSE = Rule.named(
                    "WSK-SOCKET-001", Severity.MUST, "Nothing is called on a socket after WskCloseSocket")
            .what("Once WskCloseSocket was called, no function of the socket is called, a second WskCloseSocket"
                    + " included.")
            .why("The memory of WSK_SOCKET belongs to the provider, which frees it when the close is complete.")
            .fix("Set the pointer to NULL before calling WskCloseSocket, under the lock that guards it.")
            .pages(CLOSE, CLOSING)
            .obligations("V042", "V100", "R-56", "R-57", "R-58")
            .checkedBy(AfterCloseCheck::new);

    private static final Rule IN_PROGRESS = Rule.named(
                    "WSK-SOCKET-002", Severity.MUST, "No call is in progress when WskCloseSocket is called")
            .what("Every call of a function of the socket on another thread has returned before WskCloseSocket is"
                    + " called. Pending IRPs do not count.")
            .why("The call in progress goes on in memory that is being freed.")
            .fix("Count the calls in progress and let the last one, or the closing thread after it, close the socket.")
            .pages(CLOSE, CLOSING)
            .obligations("V099", "R-56")
            .checkedBy(CallInProgressCheck::new);

    private static final Rule BOUND_BEFORE_CONNECT = Rule.named(
                    "WSK-SOCKET-003", Severity.MUST, "A socket is bound before WskConnect")
            .what("WskBind has succeeded on the socket before WskConnect is called.")
            .why("WSK does not bind on its own, as user-mode sockets do: the connect fails.")
            .fix("Call WskBind with the wildcard address and port 0 first, or use WskSocketConnect.")
            .pages(BIND, CONNECT)
            .obligations("V107", "V153", "V157", "R-66", "V108")
            .checkedBy(() ->
                    new StateCheck(StateDemands::boundBeforeConnect, WskFunction.WskConnect, WskFunction.WskConnectEx));

    private static final Rule ADDRESS_KNOWN = Rule.named(
                    "WSK-SOCKET-004", Severity.MUST, "An address is asked for when there is one")
            .what("WskGetLocalAddress is called on a bound socket, WskGetRemoteAddress on a connected one.")
            .why("Before that there is no address to tell.")
            .fix("Ask in or after the completion routine of the bind or the connect.")
            .pages("nc-wsk-pfn_wsk_get_local_address", "nc-wsk-pfn_wsk_get_remote_address")
            .obligations("V111", "V116")
            .checkedBy(() -> new StateCheck(
                    StateDemands::addressKnown, WskFunction.WskGetLocalAddress, WskFunction.WskGetRemoteAddress));

    private static final Rule OPTION_BEFORE_BIND = Rule.named(
                    "WSK-SOCKET-005", Severity.MUST, "Options that the bind goes by are set before it")
            .what("SO_REUSEADDR, SO_EXCLUSIVEADDRUSE, SO_WSK_SECURITY, SO_CONDITIONAL_ACCEPT and IPV6_V6ONLY are set"
                    + " between WskSocket and WskBind.")
            .why("The bind decides by their values; afterwards they have no effect.")
            .fix("Use WskSocket, WskControlSocket, WskBind and WskConnect; WskSocketConnect leaves no room for"
                    + " options.")
            .pages(
                    "so-reuseaddr",
                    "so-exclusiveaddruse",
                    "so-wsk-security",
                    "so-conditional-accept",
                    "dual-stack-sockets")
            .obligations("V053", "G21")
            .checkedBy(() -> new StateCheck(StateDemands::optionBeforeBind, WskFunction.WskControlSocket));

    private static final Rule CONTEXT = Rule.named(
                    "WSK-SOCKET-006", Severity.SHOULD, "SocketContext and Dispatch are given both or not at all")
            .what(
                    "Both are NULL when no callback will be enabled on the socket, and always for a basic socket; both are"
                            + " given when one will be.")
            .why("A context without a table is never handed back, and callbacks of a table without a context cannot"
                    + " tell the socket.")
            .fix("Pass NULL for both, or the socket's own structure in non-paged memory and the table.")
            .pages(SOCKET, SOCKET_CONNECT, "creating-sockets")
            .obligations("V032", "V033", "V035", "V036", "V049", "V050", "G30")
            .checkedOn(
                    WskCallEntered.class, ContextCheck::observe, WskFunction.WskSocket, WskFunction.WskSocketConnect);

    private static final Rule CLOSED_AT_END = Rule.named("WSK-SOCKET-007", Severity.MUST, "Every socket is closed")
            .what("WskCloseSocket is called on each socket that a driver obtained, those whose connection failed or"
                    + " was reset included.")
            .why("WskDeregister does not return before.")
            .fix("Keep a list of the open sockets and close them all before WskReleaseProviderNPI.")
            .pages("nf-wsk-wskderegister", CLOSING)
            .obligations(
                    "V043", "V137", "G14", "R-20", "R-55", "R-63", "R-64", "R-69", "V023", "V077", "V078", "V079",
                    "V080", "V081", "R-71", "R-72")
            .checkedBy(OpenAtEndCheck::new);

    private static final Rule ONCE = Rule.named("WSK-SOCKET-008", Severity.MUST, "A socket is bound and connected once")
            .what("WskBind is called on a socket that is not bound, WskConnect on one that is bound and not connected.")
            .why("A second bind or connect fails, and no page says with what (OQ-6, OQ-27).")
            .fix("Close the socket and make a new one for another address.")
            .pages(BIND, CONNECT)
            .obligations("V107", "V153")
            .checkedBy(() -> new StateCheck(
                    StateDemands::boundAndConnectedOnce,
                    WskFunction.WskBind,
                    WskFunction.WskConnect,
                    WskFunction.WskConnectEx));

    private static final Rule TABLE = Rule.named(
                    "WSK-SOCKET-009", Severity.MUST, "Dispatch is the table of the socket's category")
            .what(
                    "Dispatch of WskSocket points to the WSK_CLIENT_…_DISPATCH structure of the category that Flags names.")
            .why("The parameter is a pointer to VOID: the provider reads the structure of the category, and calls what"
                    + " stands where its members would be.")
            .fix("Pass the structure that the page of WskSocket lists beside the flag.")
            .pages(SOCKET)
            .obligations("V034")
            .checkedOn(
                    ClientTableMisfit.class,
                    (entry, misfit, sink) -> sink.violated(
                            "WskSocket was given " + misfit.passed() + " for a socket that" + " takes "
                                    + misfit.wanted(),
                            entry));

    /** All of them. */
    public static final ImmutableList<Rule> ALL = ImmutableList.of(
            AFTER_CLOSE,
            IN_PROGRESS,
            BOUND_BEFORE_CONNECT,
            ADDRESS_KNOWN,
            OPTION_BEFORE_BIND,
            CONTEXT,
            CLOSED_AT_END,
            ONCE,
            TABLE);

    private SocketRules() {}
}
