package dev.wsksim.verifier.rule.listen;

import com.google.common.collect.ImmutableList;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.Severity;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.event.CallbackMisused;
import dev.wsksim.wsk.event.CallbackReturned;

/** The rules about listening, accepting and inspecting, and about sockets that are dead. */
public final class ListenRules {

    private static final String ACCEPT = "nc-wsk-pfn_wsk_accept";
    private static final String LISTEN = "nc-wsk-pfn_wsk_listen";
    private static final String ACCEPT_EVENT = "nc-wsk-pfn_wsk_accept_event";
    private static final String INSPECT_EVENT = "nc-wsk-pfn_wsk_inspect_event";
    private static final String INSPECT_COMPLETE = "nc-wsk-pfn_wsk_inspect_complete";
    private static final String ABORT_EVENT = "nc-wsk-pfn_wsk_abort_event";

    private static final Rule LISTENS_BEFORE_ACCEPT = Rule.named(
                    "WSK-LISTEN-001", Severity.MUST, "A socket listens before WskAccept")
            .what("WskAccept is called on a listening socket that is bound, or on a stream socket after WskListen.")
            .why("There is nothing that could be accepted: the call fails, and no page says with what (OQ-7, OQ-27).")
            .fix("Call WskBind, and WskListen on a stream socket, and wait for their IRPs first.")
            .pages(ACCEPT, "nc-wsk-pfn_wsk_bind")
            .obligations("V121", "R-66")
            .checkedOn(WskCallEntered.class, RoleChecks::listensBeforeAccept, WskFunction.WskAccept);

    private static final Rule BOUND_BEFORE_LISTEN = Rule.named(
                    "WSK-LISTEN-002", Severity.MUST, "A stream socket is bound before WskListen")
            .what("WskBind has succeeded on the stream socket before WskListen is called, and WskListen is called"
                    + " once.")
            .why("Without a local address there is nowhere to listen.")
            .fix("Call WskBind first.")
            .pages(LISTEN)
            .obligations("V131", "V108")
            .checkedOn(WskCallEntered.class, RoleChecks::boundBeforeListen, WskFunction.WskListen);

    private static final Rule ONE_ROLE = Rule.named("WSK-LISTEN-003", Severity.MUST, "A stream socket keeps its role")
            .what("After WskListen has succeeded on a stream socket, no function of a connection is called on it, and"
                    + " after WskConnect or WskConnectEx no function of a listening socket.")
            .why("The socket is committed to the role that it took first.")
            .fix("Make one socket to listen and another one to connect.")
            .pages(LISTEN, "nc-wsk-pfn_wsk_connect", "nc-wsk-pfn_wsk_connect_ex")
            .obligations("V132", "V133")
            .checkedOn(WskCallEntered.class, RoleChecks::oneRole);

    private static final Rule ACCEPT_CONTEXT = Rule.named(
                    "WSK-LISTEN-004",
                    Severity.SHOULD,
                    "AcceptSocketContext and AcceptSocketDispatch are given both or not at all")
            .what("Both are NULL when no callback will be enabled on the accepted socket; both are given when one will"
                    + " be.")
            .why("A context without a table is never handed back, and callbacks of a table without a context cannot"
                    + " tell the socket.")
            .fix("Pass NULL for both, or the socket's own structure in non-paged memory and the table.")
            .pages(ACCEPT)
            .obligations("V124", "V125")
            .checkedOn(WskCallEntered.class, RoleChecks::acceptContext, WskFunction.WskAccept);

    private static final Rule RETURNS = Rule.named(
                    "WSK-LISTEN-005", Severity.MUST, "The callbacks of a listening socket return what their pages list")
            .what("WskAcceptEvent returns STATUS_SUCCESS or STATUS_REQUEST_NOT_ACCEPTED, WskInspectEvent one of the"
                    + " three actions, WskAbortEvent STATUS_SUCCESS.")
            .why("What the provider makes of another value is not documented (OQ-30).")
            .fix("Return one of them; close a socket that is not wanted after STATUS_SUCCESS, or leave that to the"
                    + " provider.")
            .pages(ACCEPT_EVENT, INSPECT_EVENT, ABORT_EVENT)
            .obligations("V134", "V140", "V149", "R-70")
            .checkedOn(CallbackReturned.class, ReturnCheck::observe);

    private static final Rule REJECTED = Rule.named(
                    "WSK-LISTEN-006", Severity.MUST, "A socket that WskAcceptEvent did not accept is left alone")
            .what("After WskAcceptEvent has returned STATUS_REQUEST_NOT_ACCEPTED, nothing is called on the socket that"
                    + " it was handed, WskCloseSocket included.")
            .why("The provider closes it itself, and frees its memory.")
            .fix("Forget the pointer before returning.")
            .pages(ACCEPT_EVENT)
            .obligations("V139", "R-68", "H03")
            .checkedBy(RejectedSocketCheck::new);

    private static final Rule COMPLETED = Rule.named(
                    "WSK-LISTEN-007", Severity.MUST, "Every pended inspection is completed")
            .what("After WskInspectEvent has returned WskInspectPend, WskInspectComplete is called for that request,"
                    + " unless WskAbortEvent has told of its end; also before the listening socket is closed.")
            .why("The peer waits for an answer to its SYN until it gives up.")
            .fix("Keep a list of the copied WSK_INSPECT_IDs and complete them all.")
            .pages(INSPECT_EVENT, INSPECT_COMPLETE)
            .obligations("V142")
            .checkedWith(memory ->
                    PendedInspectionChecks.completed(memory.share(PendedInspections.class, PendedInspections::new)));

    private static final Rule ANSWERS = Rule.named(
                    "WSK-LISTEN-008", Severity.MUST, "WskInspectComplete ends an inspection that is pending, once")
            .what("InspectID is a copy of one for which WskInspectEvent returns WskInspectPend, on a socket with"
                    + " conditional accept; it was neither completed before nor aborted; Action is WskInspectAccept or"
                    + " WskInspectReject. A worker may be faster than the return (OQ-124).")
            .why("There is nothing to complete, and no page says what happens (OQ-14).")
            .fix("Copy the WSK_INSPECT_ID inside WskInspectEvent; drop the copy in WskAbortEvent and after"
                    + " WskInspectComplete.")
            .pages(INSPECT_COMPLETE, "ns-wsk-_wsk_inspect_id")
            .obligations("V145", "V146", "V147", "V148", "V150", "H04")
            .checkedWith(memory ->
                    new InspectionAnswersCheck(memory.share(PendedInspections.class, PendedInspections::new)));

    private static final Rule DEAD = Rule.named("WSK-LISTEN-009", Severity.MUST, "A dead socket is only closed")
            .what("After a function of a socket has failed with STATUS_FILE_FORCED_CLOSED, or a callback was called"
                    + " with a NULL AcceptSocket, InspectID or DataIndication, WskCloseSocket is the next call on it.")
            .why("The transport below the socket is gone; nothing else can succeed.")
            .fix("Close the socket as soon as possible, from a work item where the IRQL or the context forbids it.")
            .pages(
                    ACCEPT,
                    ACCEPT_EVENT,
                    INSPECT_EVENT,
                    "nc-wsk-pfn_wsk_receive_event",
                    "nc-wsk-pfn_wsk_receive_from_event",
                    "nc-wsk-pfn_wsk_send")
            .obligations("V077", "V078", "V079", "V080", "V081", "R-71", "R-72")
            .checkedBy(DeadSocketCheck::new);

    private static final Rule STORED_CONTEXT = Rule.named(
                    "WSK-LISTEN-010", Severity.SHOULD, "WskAcceptEvent stores a context and a table, or neither")
            .what("WskAcceptEvent leaves AcceptSocketContext and AcceptSocketDispatch NULL where no callback will be"
                    + " enabled on the new socket, and sets both where one will be.")
            .why("A context without a table is never handed back, and callbacks of a table without a context cannot"
                    + " tell the socket.")
            .fix("Store NULL in both, or the new socket's own structure in non-paged memory and the table.")
            .pages(ACCEPT_EVENT)
            .obligations("V136", "R-73")
            .checkedOn(CallbackMisused.class, RoleChecks::storedContext);

    /** All of them. */
    public static final ImmutableList<Rule> ALL = ImmutableList.of(
            LISTENS_BEFORE_ACCEPT,
            BOUND_BEFORE_LISTEN,
            ONE_ROLE,
            ACCEPT_CONTEXT,
            RETURNS,
            REJECTED,
            COMPLETED,
            ANSWERS,
            DEAD,
            STORED_CONTEXT);

    private ListenRules() {}
}
