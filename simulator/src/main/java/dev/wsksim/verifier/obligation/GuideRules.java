package dev.wsksim.verifier.obligation;

import static dev.wsksim.verifier.obligation.Entries.answered;
import static dev.wsksim.verifier.obligation.Entries.checked;
import static dev.wsksim.verifier.obligation.Entries.inferred;
import static dev.wsksim.verifier.obligation.Entries.must;
import static dev.wsksim.verifier.obligation.Entries.notVisible;
import static dev.wsksim.verifier.obligation.Entries.should;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.WskFunction;

/** What the guides demand beyond the pages of the functions. */
final class GuideRules {

    static final ImmutableList<Obligation> ALL = ImmutableList.of(
            must(
                    "G01",
                    "An own IRP has at least one stack location, and one from above has one left.",
                    checked(),
                    "using-irps-with-winsock-kernel-functions"),
            must(
                    "G02",
                    "A completed own IRP is reinitialised by IoReuseIrp before its next use.",
                    checked(),
                    "using-irps-with-winsock-kernel-functions"),
            must(
                    "G03",
                    "An own IRP has a completion routine before every function of WSK, for success, error and"
                            + " cancel.",
                    checked(),
                    "using-irps-with-winsock-kernel-functions"),
            must(
                    "G04",
                    "That routine returns STATUS_MORE_PROCESSING_REQUIRED.",
                    checked(),
                    "using-irps-with-winsock-kernel-functions"),
            should(
                    "G05",
                    "An own IRP is freed in its completion routine, or kept for its next use.",
                    checked(),
                    "using-irps-with-winsock-kernel-functions"),
            must(
                    "G06",
                    "An IRP that came from above is not freed.",
                    checked(),
                    "using-irps-with-winsock-kernel-functions"),
            must(
                    "G07",
                    "An IRP from above is marked pending where PendingReturned says so, and completed where"
                            + " its routine has stopped it.",
                    checked(),
                    "using-irps-with-winsock-kernel-functions"),
            should(
                    "G08",
                    "A completion routine does not call functions of WSK.",
                    checked("a call inside a call that another routine has made, which is where the recursion begins"),
                    "using-irps-with-winsock-kernel-functions"),
            must(
                    "G09",
                    "Nothing of an own IRP is initialised but its completion routine.",
                    checked("IoMarkIrpPending; the fields of an IRP cannot be written to here"),
                    "using-irps-with-winsock-kernel-functions"),
            must(
                    "G10",
                    "WSK_CLIENT_DISPATCH stays valid and resident until WskDeregister.",
                    notVisible("the table is a Java object, which lives for as long as anybody has it"),
                    "registering-a-winsock-kernel-application"),
            should(
                    "G11",
                    "DriverEntry does not wait for the provider for long; drivers that start early wait in a"
                            + " thread of their own.",
                    notVisible("there is no DriverEntry here: what a driver does first is a step like any other"),
                    "registering-a-winsock-kernel-application"),
            must(
                    "G12",
                    "No function of WSK_PROVIDER_DISPATCH is called after the last WskReleaseProviderNPI.",
                    checked(),
                    "registering-a-winsock-kernel-application",
                    "unregistering-a-winsock-kernel-application"),
            must(
                    "G13",
                    "WskDeregister has returned before the driver is unloaded.",
                    checked(),
                    "unregistering-a-winsock-kernel-application"),
            must("G14", "All sockets are closed before the driver detaches.", checked(), "closing-a-socket"),
            must(
                    "G15",
                    "Callbacks of listening and datagram sockets are enabled after the bind.",
                    checked(),
                    "so-wsk-event-callback"),
            must(
                    "G16",
                    "Callbacks of connection sockets are enabled after the connect.",
                    checked(),
                    "so-wsk-event-callback"),
            must("G17", "Callbacks are enabled without an IRP.", checked(), "so-wsk-event-callback"),
            must(
                    "G18",
                    "Callbacks are disabled one at a time, and only events of the category are named.",
                    checked(),
                    "so-wsk-event-callback"),
            must(
                    "G19",
                    "Neither connection events of a listening socket, nor static callbacks, nor"
                            + " WskInspectEvent and WskAbortEvent are disabled.",
                    answered(
                            WskFunction.WskControlSocket,
                            NtStatus.STATUS_INVALID_PARAMETER,
                            "the event is static, or is that of a connection on a listening socket; the other two"
                                    + " have no event flag"),
                    "so-wsk-event-callback",
                    "wsk-set-static-event-callbacks",
                    "enabling-and-disabling-event-callback-functions"),
            must(
                    "G20",
                    "Static callbacks and the TDI settings come before the first socket.",
                    checked(),
                    "wsk-set-static-event-callbacks",
                    "wsk-tdi-devicename-mapping",
                    "wsk-tdi-behavior"),
            must(
                    "G21",
                    "Options that the bind goes by are set before it.",
                    checked(),
                    "so-conditional-accept",
                    "so-reuseaddr",
                    "so-exclusiveaddruse",
                    "so-wsk-security"),
            must(
                    "G22",
                    "SO_WSK_SECURITY is set to a cached descriptor, which is not released before the completion.",
                    checked(),
                    "so-wsk-security"),
            must("G23", "The descriptor that SO_WSK_SECURITY returns is released.", checked(), "so-wsk-security"),
            must(
                    "G24",
                    "Options, IOCTLs and codes that are done by an IRP get one.",
                    checked(),
                    "using-irps-with-winsock-kernel-functions"),
            must(
                    "G25",
                    "Codes and IOCTLs that are done at once get none.",
                    checked(),
                    "wsk-transport-list-query",
                    "wsk-cache-sd",
                    "wsk-release-sd"),
            must(
                    "G26",
                    "A fixed remote or destination address is set on a bound datagram socket, in the form of"
                            + " its family.",
                    checked("the time; an address of another family fails with STATUS_INVALID_PARAMETER"),
                    "sio-wsk-set-remote-address",
                    "sio-wsk-set-sendto-address"),
            must(
                    "G27",
                    "Backlogs are asked for on a connected socket.",
                    checked(),
                    "sio-wsk-query-ideal-send-backlog",
                    "sio-wsk-query-receive-backlog"),
            must(
                    "G28",
                    "Silent mode comes when nothing is being sent or disconnected, and only WskCloseSocket"
                            + " comes after it.",
                    checked(),
                    "sio-wsk-set-tcp-silent-mode"),
            must(
                    "G29",
                    "A datagram socket is bound before WskSendTo and WskReceiveFrom, a listening socket"
                            + " before it accepts.",
                    checked(),
                    "binding-a-socket-to-a-transport-address"),
            must(
                    "G30",
                    "Where a callback will be enabled there are both a SocketContext and a Dispatch.",
                    checked(),
                    "creating-sockets"),
            should(
                    "G31",
                    "Kept lists are released within reasonable time.",
                    checked("a release after more than a minute; the guide has no number (OQ-127)"),
                    "using-winsock-kernel-functions-vs--event-callback-functions"),
            inferred(
                    "G32",
                    "Each cached descriptor is released by one WSK_RELEASE_SD.",
                    checked(),
                    "wsk-cache-sd",
                    "wsk-release-sd"));

    private GuideRules() {}
}
