package dev.wsksim.verifier.obligation;

import static dev.wsksim.verifier.obligation.Entries.answered;
import static dev.wsksim.verifier.obligation.Entries.checked;
import static dev.wsksim.verifier.obligation.Entries.inferred;
import static dev.wsksim.verifier.obligation.Entries.must;
import static dev.wsksim.verifier.obligation.Entries.notVisible;
import static dev.wsksim.verifier.obligation.Entries.should;
import static dev.wsksim.verifier.obligation.Entries.stopped;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.WskFunction;

/** What a driver owes to a connection: connecting, sending, receiving, disconnecting and their callbacks. */
final class ConnectionObligations {

    static final ImmutableList<Obligation> ALL = ImmutableList.of(
            must("V152", "WskConnect is called at or below DISPATCH_LEVEL.", checked(), "nc-wsk-pfn_wsk_connect"),
            must(
                    "V153",
                    "WskConnect is called on a socket that WskBind has bound.",
                    checked(),
                    "nc-wsk-pfn_wsk_connect"),
            must(
                    "V154",
                    "RemoteAddress of WskConnect is a SOCKADDR of the socket's family.",
                    checked(),
                    "nc-wsk-pfn_wsk_connect"),
            must("V155", "Flags of WskConnect is 0.", checked(), "nc-wsk-pfn_wsk_connect"),
            must("V156", "WskConnectEx is called at or below DISPATCH_LEVEL.", checked(), "nc-wsk-pfn_wsk_connect_ex"),
            must(
                    "V157",
                    "WskConnectEx is called on a socket that WskBind has bound.",
                    checked(),
                    "nc-wsk-pfn_wsk_connect_ex"),
            must(
                    "V158",
                    "RemoteAddress of WskConnectEx is a SOCKADDR of the socket's family.",
                    checked(),
                    "nc-wsk-pfn_wsk_connect_ex"),
            must("V159", "Flags of WskConnectEx is 0.", checked(), "nc-wsk-pfn_wsk_connect_ex"),
            must("V160", "Buffer of WskConnectEx has at most 65,535 bytes.", checked(), "nc-wsk-pfn_wsk_connect_ex"),
            must(
                    "V161",
                    "The MDLs of WskConnectEx are left alone until the completion.",
                    checked(),
                    "nc-wsk-pfn_wsk_connect_ex"),
            inferred("V162", "TCP_FASTOPEN is set before WskConnectEx.", checked(), "nc-wsk-pfn_wsk_connect_ex"),
            must("V163", "WskSend is called at or below DISPATCH_LEVEL.", checked(), "nc-wsk-pfn_wsk_send"),
            must(
                    "V164",
                    "WskSend is called on a socket that was connected or accepted.",
                    checked(),
                    "nc-wsk-pfn_wsk_send"),
            inferred(
                    "V165",
                    "Flags of WskSend has no other flag than WSK_FLAG_NODELAY.",
                    checked(),
                    "nc-wsk-pfn_wsk_send"),
            must("V166", "Buffer of WskSend is a WSK_BUF whose members are set.", checked(), "nc-wsk-pfn_wsk_send"),
            must(
                    "V167",
                    "The MDLs of a pended WskSend stay locked until the completion.",
                    checked(),
                    "nc-wsk-pfn_wsk_send"),
            must(
                    "V168",
                    "Nothing is sent after the driver's own WskDisconnect.",
                    checked(),
                    "nc-wsk-pfn_wsk_disconnect"),
            inferred(
                    "V169",
                    "Nothing is sent after the peer has reset the connection.",
                    answered(
                            WskFunction.WskSend,
                            NtStatus.STATUS_CONNECTION_RESET,
                            "the peer has reset the connection (OQ-66)"),
                    "nc-wsk-pfn_wsk_disconnect_event"),
            must("V170", "WskReceive is called at or below DISPATCH_LEVEL.", checked(), "nc-wsk-pfn_wsk_receive"),
            must(
                    "V171",
                    "WskReceive is called on a socket that was connected or accepted.",
                    checked(),
                    "nc-wsk-pfn_wsk_receive"),
            must(
                    "V172",
                    "Buffer of WskReceive is a WSK_BUF whose members are set, with WSK_FLAG_DRAIN too.",
                    checked(),
                    "nc-wsk-pfn_wsk_receive"),
            should(
                    "V173",
                    "WSK_FLAG_WAITALL and WSK_FLAG_DRAIN are not given together.",
                    checked(),
                    "nc-wsk-pfn_wsk_receive"),
            must("V174", "With WSK_FLAG_DRAIN the length of Buffer is 0.", checked(), "nc-wsk-pfn_wsk_receive"),
            must(
                    "V175",
                    "The MDLs of a pended WskReceive stay locked until the completion.",
                    checked(),
                    "nc-wsk-pfn_wsk_receive"),
            should(
                    "V176",
                    "WskReceiveEvent is reckoned with while a WskReceive is pending, unless it is disabled.",
                    notVisible("what a driver reckons with is its own code"),
                    "nc-wsk-pfn_wsk_receive",
                    "nc-wsk-pfn_wsk_receive_event"),
            inferred(
                    "V177",
                    "No data is expected of WskReceive after either side has reset the connection.",
                    checked("the driver's own abort; after the peer's the call fails with STATUS_CONNECTION_RESET"),
                    "nc-wsk-pfn_wsk_disconnect",
                    "nc-wsk-pfn_wsk_disconnect_event"),
            must("V178", "WskDisconnect is called at or below DISPATCH_LEVEL.", checked(), "nc-wsk-pfn_wsk_disconnect"),
            must(
                    "V179",
                    "WskDisconnect is called on a socket that was connected or accepted.",
                    checked(),
                    "nc-wsk-pfn_wsk_disconnect"),
            must(
                    "V180",
                    "With WSK_FLAG_ABORTIVE the Buffer of WskDisconnect is NULL.",
                    checked(),
                    "nc-wsk-pfn_wsk_disconnect"),
            inferred(
                    "V181",
                    "Flags of WskDisconnect has no other flag than WSK_FLAG_ABORTIVE.",
                    checked(),
                    "nc-wsk-pfn_wsk_disconnect"),
            inferred(
                    "V182",
                    "A driver has a way out of a graceful WskDisconnect that never completes.",
                    notVisible("a way that is not taken is not in the trace; a disconnect that keeps a run from ending"
                            + " is a stall, which names it"),
                    "nc-wsk-pfn_wsk_disconnect"),
            inferred(
                    "V183",
                    "A driver does not rely on receiving after its graceful WskDisconnect where the transport"
                            + " cannot be half open.",
                    notVisible("TCP, the only transport with connections here, can be half open"),
                    "nc-wsk-pfn_wsk_disconnect"),
            must(
                    "V184",
                    "WskReceiveEvent returns STATUS_SUCCESS, STATUS_PENDING or STATUS_DATA_NOT_ACCEPTED.",
                    checked(),
                    "nc-wsk-pfn_wsk_receive_event"),
            must(
                    "V185",
                    "WskReceiveEvent stores in BytesAccepted how much it takes where that is not all.",
                    notVisible("how much a driver means to take is not in the trace: what it does not store counts as"
                            + " everything"),
                    "nc-wsk-pfn_wsk_receive_event"),
            inferred("V186", "BytesAccepted is at most BytesIndicated.", checked(), "nc-wsk-pfn_wsk_receive_event"),
            inferred(
                    "V187",
                    "WskReceiveEvent walks along Next to the end of the list.",
                    notVisible("which entries a driver reads is its own code; the decision event.receive-shape makes"
                            + " lists of several"),
                    "ns-wsk-_wsk_data_indication"),
            must(
                    "V188",
                    "A list that WskReceiveEvent kept goes back with WskRelease.",
                    checked(),
                    "nc-wsk-pfn_wsk_receive_event",
                    "nc-wsk-pfn_wsk_release_data_indication_list"),
            inferred(
                    "V189",
                    "A list that WskReceiveEvent did not keep is left alone once it has returned.",
                    stopped(
                            BugCheck.PAGE_FAULT_IN_NONPAGED_AREA,
                            "the driver reads the list or its data after the callback has returned"),
                    "nc-wsk-pfn_wsk_receive_event"),
            should(
                    "V190",
                    "With WSK_FLAG_RELEASE_ASAP a list is kept only where it must be, and released at once.",
                    checked("a release after more than a second; the page has no number (OQ-127)"),
                    "nc-wsk-pfn_wsk_receive_event"),
            inferred(
                    "V191",
                    "After WskReceiveEvent has taken a part or nothing, WskReceive is called to have it"
                            + " called again.",
                    notVisible("whether a driver wants more is not in the trace: it may close the socket as well; what"
                            + " nobody has read is the left-over unread-data of a run"),
                    "nc-wsk-pfn_wsk_receive_event",
                    "nc-wsk-pfn_wsk_receive"),
            must("V192", "WskDisconnectEvent returns STATUS_SUCCESS.", checked(), "nc-wsk-pfn_wsk_disconnect_event"),
            must("V193", "WskSendBacklogEvent returns STATUS_SUCCESS.", checked(), "nc-wsk-pfn_wsk_send_backlog_event"),
            must(
                    "V194",
                    "WskRelease of received data is called at or below DISPATCH_LEVEL.",
                    checked(),
                    "nc-wsk-pfn_wsk_release_data_indication_list"),
            should(
                    "V195",
                    "WskRelease gets the very list of WskReceiveEvent, on its socket.",
                    checked(),
                    "nc-wsk-pfn_wsk_release_data_indication_list"),
            inferred(
                    "V196",
                    "WskRelease is called once for a list that WskReceiveEvent kept.",
                    checked(),
                    "nc-wsk-pfn_wsk_release_data_indication_list"));

    private ConnectionObligations() {}
}
