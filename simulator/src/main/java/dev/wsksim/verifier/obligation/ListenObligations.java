package dev.wsksim.verifier.obligation;

import static dev.wsksim.verifier.obligation.Entries.checked;
import static dev.wsksim.verifier.obligation.Entries.inferred;
import static dev.wsksim.verifier.obligation.Entries.must;
import static dev.wsksim.verifier.obligation.Entries.notVisible;
import static dev.wsksim.verifier.obligation.Entries.should;

import com.google.common.collect.ImmutableList;

/** What a driver owes when it listens, accepts and inspects. */
final class ListenObligations {

    static final ImmutableList<Obligation> ALL = ImmutableList.of(
            must("V120", "WskAccept is called at or below DISPATCH_LEVEL.", checked(), "nc-wsk-pfn_wsk_accept"),
            must(
                    "V121",
                    "WskAccept is called on a listening or stream socket that is bound.",
                    checked(),
                    "nc-wsk-pfn_wsk_accept"),
            must("V122", "Flags of WskAccept is 0.", checked(), "nc-wsk-pfn_wsk_accept"),
            must(
                    "V123",
                    "What AcceptSocketContext of WskAccept points at is non-paged.",
                    checked(
                            "where the context is given as a block of memory; any other object is taken to be non-paged"),
                    "nc-wsk-pfn_wsk_accept"),
            should(
                    "V124",
                    "AcceptSocketContext of WskAccept is NULL where no callback will be enabled on the new"
                            + " socket.",
                    checked("a context without a table; whether a callback is enabled later is not looked at"),
                    "nc-wsk-pfn_wsk_accept"),
            should(
                    "V125",
                    "AcceptSocketDispatch of WskAccept is NULL where no callback will be enabled on the new"
                            + " socket.",
                    checked("a table without a context; whether a callback is enabled later is not looked at"),
                    "nc-wsk-pfn_wsk_accept"),
            must(
                    "V126",
                    "The addresses of WskAccept point at non-paged memory.",
                    checked("where the variable is given a block of memory; any other one is taken to be fine"),
                    "nc-wsk-pfn_wsk_accept"),
            must(
                    "V127",
                    "The addresses of WskAccept have room for a SOCKADDR of the family.",
                    checked("where the variable is given a block of memory; any other one is taken to be fine"),
                    "nc-wsk-pfn_wsk_accept"),
            must(
                    "V128",
                    "The addresses of WskAccept stay valid until the completion.",
                    checked("where the variable is given a block of memory; any other one is taken to be fine"),
                    "nc-wsk-pfn_wsk_accept"),
            should(
                    "V129",
                    "WskAcceptEvent is reckoned with while a WskAccept is pending, unless it is disabled.",
                    notVisible(
                            "what a driver reckons with is its own code; the decision event.accept-race shows whether"
                                    + " it does"),
                    "nc-wsk-pfn_wsk_accept",
                    "nc-wsk-pfn_wsk_accept_event"),
            must("V130", "WskListen is called at or below DISPATCH_LEVEL.", checked(), "nc-wsk-pfn_wsk_listen"),
            must("V131", "WskListen is called on a stream socket that is bound.", checked(), "nc-wsk-pfn_wsk_listen"),
            must(
                    "V132",
                    "After WskListen no function of a connection is called on the stream socket.",
                    checked(),
                    "nc-wsk-pfn_wsk_listen"),
            must(
                    "V133",
                    "After WskConnect or WskConnectEx no function of listening is called on the stream socket.",
                    checked(),
                    "nc-wsk-pfn_wsk_connect",
                    "nc-wsk-pfn_wsk_connect_ex"),
            must(
                    "V134",
                    "WskAcceptEvent returns STATUS_SUCCESS or STATUS_REQUEST_NOT_ACCEPTED.",
                    checked(),
                    "nc-wsk-pfn_wsk_accept_event"),
            must(
                    "V135",
                    "The context that WskAcceptEvent stores points at non-paged memory.",
                    checked(
                            "where the context is given as a block of memory; any other object is taken to be non-paged"),
                    "nc-wsk-pfn_wsk_accept_event"),
            should(
                    "V136",
                    "WskAcceptEvent stores NULL for context and table where no callback will be enabled.",
                    checked("one of the two without the other; whether a callback is enabled later is not looked at"),
                    "nc-wsk-pfn_wsk_accept_event"),
            inferred(
                    "V137",
                    "Accepted sockets are closed one by one, apart from the listening socket.",
                    checked(),
                    "nc-wsk-pfn_wsk_accept",
                    "nc-wsk-pfn_wsk_accept_event",
                    "nf-wsk-wskderegister"),
            must(
                    "V138",
                    "The addresses that WskAcceptEvent is given are not used after it has returned.",
                    notVisible("the addresses are immutable values here, which a driver may keep"),
                    "nc-wsk-pfn_wsk_accept_event"),
            inferred(
                    "V139",
                    "A socket that WskAcceptEvent did not accept is neither used nor closed.",
                    checked(),
                    "nc-wsk-pfn_wsk_accept_event"),
            must(
                    "V140",
                    "WskInspectEvent returns WskInspectAccept, WskInspectReject or WskInspectPend.",
                    checked("null, since the action is an enumeration here"),
                    "nc-wsk-pfn_wsk_inspect_event"),
            must(
                    "V141",
                    "Before WskInspectEvent returns WskInspectPend it copies the contents of InspectID.",
                    notVisible("the id is an immutable value here, which a driver may keep"),
                    "nc-wsk-pfn_wsk_inspect_event",
                    "ns-wsk-_wsk_inspect_id"),
            must(
                    "V142",
                    "Each request that was pended is ended by WskInspectComplete, unless it was aborted.",
                    checked(),
                    "nc-wsk-pfn_wsk_inspect_event"),
            must(
                    "V143",
                    "The addresses that WskInspectEvent is given are not used after it has returned.",
                    notVisible("the addresses are immutable values here, which a driver may keep"),
                    "nc-wsk-pfn_wsk_inspect_event"),
            must(
                    "V144",
                    "WskInspectComplete is called at or below DISPATCH_LEVEL.",
                    checked(),
                    "nc-wsk-pfn_wsk_inspect_complete"),
            must(
                    "V145",
                    "WskInspectComplete is called on a listening socket with conditional accept.",
                    checked(),
                    "nc-wsk-pfn_wsk_inspect_complete"),
            must(
                    "V146",
                    "Action of WskInspectComplete is WskInspectAccept or WskInspectReject.",
                    checked(),
                    "nc-wsk-pfn_wsk_inspect_complete"),
            must(
                    "V147",
                    "InspectID of WskInspectComplete is a copy of an id that WskInspectEvent was given.",
                    checked("the contents of the id, which is an immutable value here: a pointer would do as well"),
                    "nc-wsk-pfn_wsk_inspect_complete",
                    "ns-wsk-_wsk_inspect_id"),
            inferred(
                    "V148",
                    "WskInspectComplete is called once, for a request that was pended.",
                    checked(),
                    "nc-wsk-pfn_wsk_inspect_complete"),
            must("V149", "WskAbortEvent returns STATUS_SUCCESS.", checked(), "nc-wsk-pfn_wsk_abort_event"),
            should(
                    "V150",
                    "After WskAbortEvent the inspection of the request is over.",
                    checked("a WskInspectComplete for it"),
                    "nc-wsk-pfn_wsk_abort_event",
                    "ns-wsk-_wsk_inspect_id"),
            should(
                    "V151",
                    "Inspections are told apart by the contents of their ids.",
                    notVisible("how a driver compares ids is its own code"),
                    "ns-wsk-_wsk_inspect_id"));

    private ListenObligations() {}
}
