package dev.wsksim.scenario.reference;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.reference.ControlPage.Kind;
import dev.wsksim.wsk.registry.InterfaceItem;
import dev.wsksim.wsk.registry.InterfaceItems;
import java.util.Optional;

/**
 * The pages of the control codes of WskControlClient and of the socket options at level SOL_SOCKET, simulated or not.
 */
public final class ControlPages {
    private static final String NO_INPUT = "nothing in, ";
    private static final String BOOLEAN = "a ULONG, 0 or 1; 0 unless set";
    private static final String POINTER = "a pointer to a PSECURITY_DESCRIPTOR";
    private static final String MUST_BE_NULL = "must be NULL";
    private static final String REQUIRED = "required";
    private static final String ANY_TIME = "at any time";
    private static final String BEFORE_SOCKETS = "before the client creates its first socket";
    private static final String BEFORE_BIND =
            "set before the bind; later gives STATUS_INVALID_DEVICE_STATE (assumption)";

    private static final ImmutableList<ControlPage> ALL = ImmutableList.of(
            code(
                    "WSK_TRANSPORT_LIST_QUERY",
                    "Lists the transports: which families, types, protocols and categories go together.",
                    NO_INPUT + "an array of WSK_TRANSPORT out. With a buffer that is too small, or none:"
                            + " STATUS_BUFFER_OVERFLOW, and OutputSizeReturned tells the size.",
                    ANY_TIME,
                    MUST_BE_NULL),
            code(
                    "WSK_TRANSPORT_LIST_CHANGE",
                    "Completes its IRP when a transport comes or goes.",
                    NO_INPUT + "nothing out",
                    ANY_TIME,
                    REQUIRED),
            code(
                    "WSK_CACHE_SD",
                    "Copies a security descriptor for use with sockets. Each copy needs one WSK_RELEASE_SD.",
                    POINTER + " in, the same to the cached copy out",
                    ANY_TIME,
                    MUST_BE_NULL),
            code(
                    "WSK_RELEASE_SD",
                    "Takes a cached security descriptor back, from WSK_CACHE_SD or from getting SO_WSK_SECURITY.",
                    POINTER + " in, nothing out",
                    "once no pending IRP depends on it: WskSocketConnect needs it until its IRP completes",
                    MUST_BE_NULL),
            code(
                    "WSK_SET_STATIC_EVENT_CALLBACKS",
                    "Turns callbacks on for all sockets of the client, for good.",
                    "a WSK_EVENT_CALLBACK_CONTROL in, nothing out",
                    BEFORE_SOCKETS,
                    MUST_BE_NULL),
            code(
                    "WSK_TDI_DEVICENAME_MAPPING",
                    "Maps families, types and protocols to TDI device names.",
                    "a WSK_TDI_MAP_INFO in, nothing out",
                    BEFORE_SOCKETS,
                    MUST_BE_NULL),
            code(
                    "WSK_TDI_BEHAVIOR",
                    "Says whether TDI filters are bypassed.",
                    "a ULONG of flags in, nothing out",
                    BEFORE_SOCKETS,
                    MUST_BE_NULL),
            option(
                    "SO_REUSEADDR",
                    "Whether others may always share the local address. See the bind matrix: explain WskBind.",
                    BOOLEAN,
                    BEFORE_BIND),
            option(
                    "SO_EXCLUSIVEADDRUSE",
                    "Whether nobody may share the local address. See the bind matrix: explain WskBind.",
                    BOOLEAN,
                    BEFORE_BIND),
            option(
                    "SO_WSK_SECURITY",
                    "The security descriptor that guards the local address. Getting it gives one more cached"
                            + " reference, which the driver must release with WSK_RELEASE_SD.",
                    POINTER + " from WSK_CACHE_SD; by default a descriptor that lets nobody share",
                    BEFORE_BIND),
            new ControlPage(
                    "SO_WSK_EVENT_CALLBACK",
                    Kind.SOCKET_OPTION,
                    "Turns callbacks of a socket on or off.",
                    "a WSK_EVENT_CALLBACK_CONTROL; all are off unless set; cannot be got",
                    "listening and datagram sockets: after the bind; connection sockets: after the connect",
                    "must be NULL to enable, optional to disable",
                    itemOf("SO_WSK_EVENT_CALLBACK")),
            option(
                    "SO_CONDITIONAL_ACCEPT",
                    "Whether a listening socket inspects connections before it accepts them.",
                    BOOLEAN,
                    BEFORE_BIND),
            option("SO_KEEPALIVE", "Whether idle connections are probed.", BOOLEAN, ANY_TIME),
            option(
                    "SO_RCVBUF",
                    "The size of the receive buffer.",
                    "a ULONG; the default depends on the transport",
                    ANY_TIME),
            option("SO_BROADCAST", "Whether a datagram socket may send to broadcast addresses.", BOOLEAN, ANY_TIME));

    private ControlPages() {}

    /** Returns all pages, control codes first. */
    public static ImmutableList<ControlPage> all() {
        return ALL;
    }

    /** Returns the page of a control code or option, if there is one. */
    public static Optional<ControlPage> byName(String name) {
        return ALL.stream().filter(page -> page.name().equals(name)).findFirst();
    }

    static ImmutableList<String> namesOf(Kind kind) {
        return ALL.stream()
                .filter(page -> page.kind() == kind)
                .map(page -> page.name() + (page.simulated() ? ": " : " (not simulated yet): ") + page.summary())
                .collect(ImmutableList.toImmutableList());
    }

    private static ControlPage code(String name, String summary, String value, String when, String irp) {
        return new ControlPage(name, Kind.CLIENT_CONTROL_CODE, summary, value, when, irp, itemOf(name));
    }

    private static ControlPage option(String name, String summary, String value, String when) {
        return new ControlPage(name, Kind.SOCKET_OPTION, summary, value, when, REQUIRED, itemOf(name));
    }

    private static InterfaceItem itemOf(String name) {
        return InterfaceItems.byName(name).orElseThrow();
    }
}
