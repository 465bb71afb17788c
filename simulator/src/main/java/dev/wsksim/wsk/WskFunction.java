package dev.wsksim.wsk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.kernel.ke.Irql;
import java.util.Arrays;
import java.util.Optional;

/**
 * The registry of the functions of the WSK interface: exact name, highest IRQL, documentation page, parameters in
 * order, and how much of it is simulated.
 *
 * <p>Dispatch tables, the scenario loader, {@code explain} and the reference documentation all read this one list.
 */
public enum WskFunction {
    WskRegister(
            Where.REGISTRATION,
            "nf-wsk-wskregister",
            Irql.PASSIVE_LEVEL,
            Support.FULL,
            "WskClientNpi",
            "WskRegistration"),
    WskCaptureProviderNPI(
            Where.REGISTRATION,
            "nf-wsk-wskcaptureprovidernpi",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "WskRegistration",
            "WaitTimeout",
            "WskProviderNpi"),
    WskReleaseProviderNPI(
            Where.REGISTRATION, "nf-wsk-wskreleaseprovidernpi", Irql.DISPATCH_LEVEL, Support.FULL, "WskRegistration"),
    WskQueryProviderCharacteristics(
            Where.REGISTRATION,
            "nf-wsk-wskqueryprovidercharacteristics",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "WskRegistration",
            "WskProviderCharacteristics"),
    WskDeregister(Where.REGISTRATION, "nf-wsk-wskderegister", Irql.PASSIVE_LEVEL, Support.FULL, "WskRegistration"),
    WskSocket(
            Where.CLIENT,
            "nc-wsk-pfn_wsk_socket",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Client",
            "AddressFamily",
            "SocketType",
            "Protocol",
            "Flags",
            "SocketContext",
            "Dispatch",
            "OwningProcess",
            "OwningThread",
            "SecurityDescriptor",
            "Irp"),
    WskSocketConnect(
            Where.CLIENT,
            "nc-wsk-pfn_wsk_socket_connect",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Client",
            "SocketType",
            "Protocol",
            "LocalAddress",
            "RemoteAddress",
            "Flags",
            "SocketContext",
            "Dispatch",
            "OwningProcess",
            "OwningThread",
            "SecurityDescriptor",
            "Irp"),
    WskControlClient(
            Where.CLIENT,
            "nc-wsk-pfn_wsk_control_client",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Client",
            "ControlCode",
            "InputSize",
            "InputBuffer",
            "OutputSize",
            "OutputBuffer",
            "OutputSizeReturned",
            "Irp"),
    WskGetAddressInfo(
            Where.CLIENT,
            "nc-wsk-pfn_wsk_get_address_info",
            Irql.PASSIVE_LEVEL,
            Support.FULL,
            "Client",
            "NodeName",
            "ServiceName",
            "NameSpace",
            "Provider",
            "Hints",
            "Result",
            "OwningProcess",
            "OwningThread",
            "Irp"),
    WskFreeAddressInfo(
            Where.CLIENT, "nc-wsk-pfn_wsk_free_address_info", Irql.PASSIVE_LEVEL, Support.FULL, "Client", "AddrInfo"),
    WskGetNameInfo(
            Where.CLIENT,
            "nc-wsk-pfn_wsk_get_name_info",
            Irql.PASSIVE_LEVEL,
            Support.FULL,
            "Client",
            "SockAddr",
            "SockAddrLength",
            "NodeName",
            "ServiceName",
            "Flags",
            "OwningProcess",
            "OwningThread",
            "Irp"),
    WskControlSocket(
            Where.SOCKET,
            "nc-wsk-pfn_wsk_control_socket",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Socket",
            "RequestType",
            "ControlCode",
            "Level",
            "InputSize",
            "InputBuffer",
            "OutputSize",
            "OutputBuffer",
            "OutputSizeReturned",
            "Irp"),
    WskCloseSocket(Where.SOCKET, "nc-wsk-pfn_wsk_close_socket", Irql.DISPATCH_LEVEL, Support.FULL, "Socket", "Irp"),
    WskBind(
            Where.SOCKET,
            "nc-wsk-pfn_wsk_bind",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Socket",
            "LocalAddress",
            "Flags",
            "Irp"),
    WskGetLocalAddress(
            Where.SOCKET,
            "nc-wsk-pfn_wsk_get_local_address",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Socket",
            "LocalAddress",
            "Irp"),
    WskGetRemoteAddress(
            Where.SOCKET,
            "nc-wsk-pfn_wsk_get_remote_address",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Socket",
            "RemoteAddress",
            "Irp"),
    WskAccept(
            Where.SOCKET,
            "nc-wsk-pfn_wsk_accept",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "ListenSocket",
            "Flags",
            "AcceptSocketContext",
            "AcceptSocketDispatch",
            "LocalAddress",
            "RemoteAddress",
            "Irp"),
    WskInspectComplete(
            Where.SOCKET,
            "nc-wsk-pfn_wsk_inspect_complete",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "ListenSocket",
            "InspectID",
            "Action",
            "Irp"),
    WskListen(Where.SOCKET, "nc-wsk-pfn_wsk_listen", Irql.DISPATCH_LEVEL, Support.FULL, "Socket", "Irp"),
    WskConnect(
            Where.SOCKET,
            "nc-wsk-pfn_wsk_connect",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Socket",
            "RemoteAddress",
            "Flags",
            "Irp"),
    WskConnectEx(
            Where.SOCKET,
            "nc-wsk-pfn_wsk_connect_ex",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Socket",
            "RemoteAddress",
            "Buffer",
            "Flags",
            "Irp"),
    WskSend(Where.SOCKET, "nc-wsk-pfn_wsk_send", Irql.DISPATCH_LEVEL, Support.FULL, "Socket", "Buffer", "Flags", "Irp"),
    WskReceive(
            Where.SOCKET,
            "nc-wsk-pfn_wsk_receive",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Socket",
            "Buffer",
            "Flags",
            "Irp"),
    WskDisconnect(
            Where.SOCKET,
            "nc-wsk-pfn_wsk_disconnect",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Socket",
            "Buffer",
            "Flags",
            "Irp"),
    WskRelease(
            Where.SOCKET,
            "nc-wsk-pfn_wsk_release_data_indication_list",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Socket",
            "DataIndication",
            "DatagramIndication"),
    WskSendTo(
            Where.SOCKET,
            "nc-wsk-pfn_wsk_send_to",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Socket",
            "Buffer",
            "Flags",
            "RemoteAddress",
            "ControlInfoLength",
            "ControlInfo",
            "Irp"),
    WskSendMessages(
            Where.SOCKET,
            "nc-wsk-pfn_wsk_send_messages",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Socket",
            "BufferList",
            "Flags",
            "RemoteAddress",
            "ControlInfoLength",
            "ControlInfo",
            "Irp"),
    WskReceiveFrom(
            Where.SOCKET,
            "nc-wsk-pfn_wsk_receive_from",
            Irql.DISPATCH_LEVEL,
            Support.FULL,
            "Socket",
            "Buffer",
            "Flags",
            "RemoteAddress",
            "ControlLength",
            "ControlInfo",
            "ControlFlags",
            "Irp");

    /** Where a driver finds a function. */
    public enum Where {
        /** Exported by the WSK library; called directly. */
        REGISTRATION("exported by Netio.lib"),
        /** A member of WSK_PROVIDER_DISPATCH. */
        CLIENT("member of WSK_PROVIDER_DISPATCH"),
        /** A member of the dispatch table of a socket. */
        SOCKET("member of the socket's provider dispatch table");

        private final String text;

        Where(String text) {
            this.text = text;
        }

        /** Returns the place in words. */
        public String text() {
            return text;
        }
    }

    /** Index of the option of {@link #completionPoint} that returns STATUS_PENDING and completes the IRP later. */
    public static final int PENDED = 0;
    /** Index of the option that completes the IRP first and then returns its final status. */
    public static final int INLINE = 1;
    /** Index of the option that completes the IRP first and then returns STATUS_PENDING all the same. */
    public static final int COMPLETED_BEFORE_PENDING = 2;

    private static final ImmutableSet<String> COMPLETION_POINTS = Arrays.stream(values())
            .map(function -> function.completionPoint.name())
            .collect(ImmutableSet.toImmutableSet());

    private final Where where;
    private final String page;

    @SuppressWarnings("ImmutableEnumChecker") // Irql has one immutable object per level
    private final Irql maxIrql;

    private final Support support;
    private final WindowsRelease since;
    private final ImmutableList<String> parameters;

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final DecisionPoint completionPoint;

    WskFunction(Where where, String page, Irql maxIrql, Support support, String... parameters) {
        this.where = where;
        this.page = page;
        this.maxIrql = maxIrql;
        this.support = support;
        this.since = sinceOf(name());
        this.parameters = ImmutableList.copyOf(parameters);
        this.completionPoint = DecisionPoint.of(
                name() + ".completion", page + " (OQ-1)", "pended", "inline", "completed-before-pending");
    }

    /** Returns the function with this exact C name, if there is one. */
    public static Optional<WskFunction> byName(String name) {
        return Arrays.stream(values())
                .filter(function -> function.name().equals(name))
                .findFirst();
    }

    /** Returns where a driver finds the function. */
    public Where where() {
        return where;
    }

    /** Returns the name of the function's page in the public driver documentation. */
    public String page() {
        return page;
    }

    /**
     * Returns the highest IRQL at which the function may be called; WskCaptureProviderNPI with a wait has PASSIVE_LEVEL
     * instead.
     */
    public Irql maxIrql() {
        return maxIrql;
    }

    /** Returns how much of the function is simulated. */
    public Support support() {
        return support;
    }

    /**
     * Returns the first Windows whose provider tables have the function as a member. Sources:
     * ns-wsk-_wsk_provider_dispatch, ns-wsk-_wsk_provider_datagram_dispatch, nc-wsk-pfn_wsk_listen,
     * nc-wsk-pfn_wsk_connect_ex.
     */
    public WindowsRelease since() {
        return since;
    }

    private static WindowsRelease sinceOf(String name) {
        return switch (name) {
            case "WskGetAddressInfo", "WskFreeAddressInfo", "WskGetNameInfo" -> WindowsRelease.WINDOWS_7;
            case "WskSendMessages" -> WindowsRelease.WINDOWS_8;
            case "WskListen", "WskConnectEx" -> WindowsRelease.WINDOWS_10_1703;
            default -> WindowsRelease.WINDOWS_VISTA;
        };
    }

    /** Refuses a call, by name, when the function is not simulated at all. */
    public void requireSimulated() {
        if (support == Support.NONE) {
            throw new NotSimulatedException(name());
        }
    }

    /** Returns the documented names of the parameters, in order. */
    public ImmutableList<String> parameters() {
        return parameters;
    }

    /** Tells whether the function takes an IRP. */
    public boolean takesIrp() {
        return parameters.contains("Irp");
    }

    /**
     * Returns the decision whether the IRP completes before the function returns.
     *
     * <p>The pages allow both orders; Windows was seen to return STATUS_PENDING for every successful call, so that is
     * the typical answer.
     */
    public DecisionPoint completionPoint() {
        return completionPoint;
    }

    /** Tells whether a decision point is the {@link #completionPoint} of a function. */
    public static boolean isCompletionPoint(DecisionPoint point) {
        return COMPLETION_POINTS.contains(point.name());
    }
}
