package dev.wsksim.verifier.obligation;

import static dev.wsksim.verifier.obligation.Entries.checked;
import static dev.wsksim.verifier.obligation.Entries.inferred;
import static dev.wsksim.verifier.obligation.Entries.must;
import static dev.wsksim.verifier.obligation.Entries.notVisible;
import static dev.wsksim.verifier.obligation.Entries.should;
import static dev.wsksim.verifier.obligation.Entries.stopped;
import static dev.wsksim.verifier.obligation.Entries.unchecked;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.BugCheck;

/** What a driver owes to a datagram socket. */
final class DatagramObligations {

    static final ImmutableList<Obligation> ALL = ImmutableList.of(
            must("V197", "WskSendTo is called at or below DISPATCH_LEVEL.", checked(), "nc-wsk-pfn_wsk_send_to"),
            must("V198", "Flags of WskSendTo is 0.", checked(), "nc-wsk-pfn_wsk_send_to"),
            must(
                    "V199",
                    "Buffer of WskSendTo is a WSK_BUF whose members are set.",
                    checked(),
                    "nc-wsk-pfn_wsk_send_to"),
            must(
                    "V200",
                    "RemoteAddress of WskSendTo is a SOCKADDR of the socket's family.",
                    checked(),
                    "nc-wsk-pfn_wsk_send_to"),
            must(
                    "V201",
                    "RemoteAddress of WskSendTo is NULL only where a fixed address is set.",
                    checked(),
                    "nc-wsk-pfn_wsk_send_to"),
            must(
                    "V202",
                    "ControlInfoLength of WskSendTo is 0 where there is no control information.",
                    checked(),
                    "nc-wsk-pfn_wsk_send_to"),
            should(
                    "V203",
                    "ControlInfo of WskSendTo is NULL where there is no control information.",
                    checked(),
                    "nc-wsk-pfn_wsk_send_to"),
            inferred(
                    "V204",
                    "ControlInfo of WskSendTo consists of whole objects, each with its CMSGHDR.",
                    checked(),
                    "nc-wsk-pfn_wsk_send_to"),
            must(
                    "V205",
                    "The MDLs of a pended WskSendTo stay locked until the completion.",
                    checked(),
                    "nc-wsk-pfn_wsk_send_to"),
            must(
                    "V206",
                    "ControlInfo of a pended WskSendTo stays valid until the completion.",
                    notVisible("control information is an immutable value here, read before the function returns"),
                    "nc-wsk-pfn_wsk_send_to"),
            must("V207", "Flags of WskSendMessages is 0.", checked(), "nc-wsk-pfn_wsk_send_messages"),
            must(
                    "V208",
                    "BufferList of WskSendMessages is a list of WSK_BUFs whose members are set.",
                    checked(),
                    "nc-wsk-pfn_wsk_send_messages",
                    "ns-wsk-wsk_buf_list"),
            must(
                    "V209",
                    "ControlInfoLength of WskSendMessages is 0 where there is no control information.",
                    checked(),
                    "nc-wsk-pfn_wsk_send_messages"),
            should(
                    "V210",
                    "ControlInfo of WskSendMessages is NULL where there is no control information.",
                    checked(),
                    "nc-wsk-pfn_wsk_send_messages"),
            must(
                    "V211",
                    "WskReceiveFrom is called at or below DISPATCH_LEVEL.",
                    checked(),
                    "nc-wsk-pfn_wsk_receive_from"),
            must("V212", "Flags of WskReceiveFrom is 0.", checked(), "nc-wsk-pfn_wsk_receive_from"),
            must(
                    "V213",
                    "Buffer of WskReceiveFrom is a WSK_BUF whose members are set.",
                    checked(),
                    "nc-wsk-pfn_wsk_receive_from"),
            must(
                    "V214",
                    "RemoteAddress of WskReceiveFrom points at non-paged memory.",
                    checked("where the variable is given a block of memory; any other one is taken to be fine"),
                    "nc-wsk-pfn_wsk_receive_from"),
            must(
                    "V215",
                    "RemoteAddress of WskReceiveFrom has room for a SOCKADDR of the family.",
                    checked("where the variable is given a block of memory; any other one is taken to be fine"),
                    "nc-wsk-pfn_wsk_receive_from"),
            should(
                    "V216",
                    "ControlInfo of WskReceiveFrom is NULL where ControlLength is.",
                    checked(),
                    "nc-wsk-pfn_wsk_receive_from"),
            inferred(
                    "V217",
                    "ControlInfo of WskReceiveFrom is not read where ControlLength comes back as 0.",
                    notVisible("what a driver reads of its own memory is its own code"),
                    "nc-wsk-pfn_wsk_receive_from"),
            must(
                    "V218",
                    "The MDLs of a pended WskReceiveFrom stay locked until the completion.",
                    checked(),
                    "nc-wsk-pfn_wsk_receive_from"),
            must(
                    "V219",
                    "The control variables of a pended WskReceiveFrom stay valid until the completion.",
                    checked("where the variable is given a block of memory; any other one is taken to be fine"),
                    "nc-wsk-pfn_wsk_receive_from"),
            should(
                    "V220",
                    "WskReceiveFromEvent is reckoned with while a WskReceiveFrom is pending, unless it is"
                            + " disabled.",
                    notVisible("what a driver reckons with is its own code"),
                    "nc-wsk-pfn_wsk_receive_from",
                    "nc-wsk-pfn_wsk_receive_from_event"),
            must(
                    "V221",
                    "WskReceiveFromEvent returns STATUS_SUCCESS, STATUS_PENDING or STATUS_DATA_NOT_ACCEPTED.",
                    checked(),
                    "nc-wsk-pfn_wsk_receive_from_event"),
            must(
                    "V222",
                    "A list that WskReceiveFromEvent kept goes back with WskRelease.",
                    checked(),
                    "nc-wsk-pfn_wsk_receive_from_event",
                    "nc-wsk-pfn_wsk_release_datagram_indication_list"),
            inferred(
                    "V223",
                    "A list that WskReceiveFromEvent did not keep is left alone once it has returned.",
                    stopped(
                            BugCheck.PAGE_FAULT_IN_NONPAGED_AREA,
                            "the driver reads the list or its data after the callback has returned"),
                    "nc-wsk-pfn_wsk_receive_from_event"),
            inferred(
                    "V224",
                    "WskReceiveFromEvent copes with several datagrams in a list, and with datagrams without"
                            + " control information.",
                    notVisible("which entries a driver reads is its own code; the decision event.datagram-list makes"
                            + " both kinds of lists"),
                    "ns-wsk-_wsk_datagram_indication",
                    "nc-wsk-pfn_wsk_receive_from_event"),
            inferred(
                    "V225",
                    "After STATUS_DATA_NOT_ACCEPTED WskReceiveFromEvent is enabled again.",
                    unchecked("what is never asked for again is not looked at"),
                    "nc-wsk-pfn_wsk_receive_from_event"),
            must(
                    "V226",
                    "WskRelease of datagrams is called at or below DISPATCH_LEVEL.",
                    checked(),
                    "nc-wsk-pfn_wsk_release_datagram_indication_list"),
            should(
                    "V227",
                    "WskRelease gets the very list of WskReceiveFromEvent, on its socket.",
                    checked(),
                    "nc-wsk-pfn_wsk_release_datagram_indication_list"),
            inferred(
                    "V228",
                    "WskRelease is called once for a list that WskReceiveFromEvent kept.",
                    checked(),
                    "nc-wsk-pfn_wsk_release_datagram_indication_list"));

    private DatagramObligations() {}
}
