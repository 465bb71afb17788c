package dev.wsksim.verifier.obligation;

import static dev.wsksim.verifier.obligation.Entries.checked;
import static dev.wsksim.verifier.obligation.Entries.inferred;
import static dev.wsksim.verifier.obligation.Entries.must;
import static dev.wsksim.verifier.obligation.Entries.notVisible;
import static dev.wsksim.verifier.obligation.Entries.should;
import static dev.wsksim.verifier.obligation.Entries.stopped;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.BugCheck;

/** What a driver owes to its buffers, to versions, and in the context of its callbacks. */
final class MemoryObligations {

    static final ImmutableList<Obligation> ALL = ImmutableList.of(
            must(
                    "V229",
                    "Every MDL of a WSK_BUF describes locked pages or non-paged pool.",
                    checked(),
                    "ns-wsk-_wsk_buf"),
            must("V230", "Offset of a WSK_BUF lies in the first MDL.", checked(), "ns-wsk-_wsk_buf"),
            inferred("V231", "Mdl of a WSK_BUF is NULL only with a Length of 0.", checked(), "ns-wsk-_wsk_buf"),
            inferred(
                    "V232",
                    "Offset and Length of a WSK_BUF lie within its MDL chain.",
                    stopped(BugCheck.PAGE_FAULT_IN_NONPAGED_AREA, "the provider touches a byte beyond the last MDL"),
                    "ns-wsk-_wsk_buf"),
            inferred(
                    "V233",
                    "A WSK_BUF of Length 0 is for WskReceive.",
                    notVisible("no page forbids it to the other functions; what they do is open (OQ-65) and simulated"),
                    "ns-wsk-_wsk_buf",
                    "nc-wsk-pfn_wsk_receive"),
            inferred(
                    "V234",
                    "WSK_TDI_MAP names its device with a terminating NUL, and WSK_TDI_MAP_INFO counts its array.",
                    notVisible("the array and its texts are Java objects that know their own length"),
                    "ns-wsk-_wsk_tdi_map",
                    "ns-wsk-_wsk_tdi_map_info"),
            inferred(
                    "V235",
                    "Members that are reserved, such as WskSendEx, are not called.",
                    notVisible(
                            "the tables of the simulator have no such members, and the loader knows no such function"),
                    "ns-wsk-_wsk_provider_connection_dispatch",
                    "ns-wsk-_wsk_provider_stream_dispatch"),
            inferred(
                    "V236",
                    "Members that came with a later Windows are called where it runs.",
                    stopped(
                            BugCheck.KMODE_EXCEPTION_NOT_HANDLED,
                            "the table of the profile ends before the member (OQ-97)"),
                    "nc-wsk-pfn_wsk_send_messages",
                    "nc-wsk-pfn_wsk_listen",
                    "nc-wsk-pfn_wsk_connect_ex",
                    "ns-wsk-_wsk_provider_datagram_dispatch",
                    "ns-wsk-_wsk_provider_stream_dispatch",
                    "ns-wsk-_wsk_client_stream_dispatch"),
            inferred(
                    "V237",
                    "Only functions of the category's own table are called.",
                    stopped(
                            BugCheck.KMODE_EXCEPTION_NOT_HANDLED,
                            "the table of the category has no such member, so the driver calls what stands in its place"),
                    "ns-wsk-_wsk_provider_listen_dispatch",
                    "ns-wsk-_wsk_provider_datagram_dispatch",
                    "ns-wsk-_wsk_provider_connection_dispatch",
                    "ns-wsk-_wsk_provider_stream_dispatch",
                    "ns-wsk-_wsk_provider_basic_dispatch"),
            inferred(
                    "V238",
                    "Functions of an extension get the ProviderContext that belongs to them.",
                    notVisible(
                            "no extension interface exists: SIO_WSK_REGISTER_EXTENSION fails with STATUS_NOT_SUPPORTED"),
                    "ns-wsk-_wsk_extension_control_in",
                    "ns-wsk-_wsk_extension_control_out"),
            inferred(
                    "V239",
                    "Socket is the socket whose dispatch table is used.",
                    notVisible("sockets of one category share one table, so that the other's is the same; a table of"
                            + " another category takes no socket of this one in Java, nor in a scenario"),
                    "ns-wsk-_wsk_socket"),
            must(
                    "V240",
                    "A callback does not wait for the completion of a request.",
                    checked(),
                    "nc-wsk-pfn_wsk_abort_event",
                    "nc-wsk-pfn_wsk_accept_event",
                    "nc-wsk-pfn_wsk_client_event",
                    "nc-wsk-pfn_wsk_disconnect_event",
                    "nc-wsk-pfn_wsk_inspect_event",
                    "nc-wsk-pfn_wsk_receive_event",
                    "nc-wsk-pfn_wsk_receive_from_event",
                    "nc-wsk-pfn_wsk_send_backlog_event"),
            must(
                    "V241",
                    "A completion routine does not wait for the completion of a request.",
                    checked(),
                    "nc-wsk-pfn_wsk_abort_event",
                    "nc-wsk-pfn_wsk_accept_event",
                    "nc-wsk-pfn_wsk_client_event",
                    "nc-wsk-pfn_wsk_disconnect_event",
                    "nc-wsk-pfn_wsk_inspect_event",
                    "nc-wsk-pfn_wsk_receive_event",
                    "nc-wsk-pfn_wsk_receive_from_event",
                    "nc-wsk-pfn_wsk_send_backlog_event"),
            must(
                    "V242",
                    "A callback that makes requests does not stay at DISPATCH_LEVEL for long.",
                    notVisible("the code of a driver takes no virtual time"),
                    "nc-wsk-pfn_wsk_abort_event",
                    "nc-wsk-pfn_wsk_accept_event",
                    "nc-wsk-pfn_wsk_client_event",
                    "nc-wsk-pfn_wsk_disconnect_event",
                    "nc-wsk-pfn_wsk_inspect_event",
                    "nc-wsk-pfn_wsk_receive_event",
                    "nc-wsk-pfn_wsk_receive_from_event",
                    "nc-wsk-pfn_wsk_send_backlog_event"),
            inferred(
                    "V243",
                    "The code of a callback may run at DISPATCH_LEVEL.",
                    checked("functions that demand PASSIVE_LEVEL; paged code and data cannot be told from others"),
                    "nc-wsk-pfn_wsk_abort_event",
                    "nc-wsk-pfn_wsk_accept_event",
                    "nc-wsk-pfn_wsk_client_event",
                    "nc-wsk-pfn_wsk_disconnect_event",
                    "nc-wsk-pfn_wsk_inspect_event",
                    "nc-wsk-pfn_wsk_receive_event",
                    "nc-wsk-pfn_wsk_receive_from_event",
                    "nc-wsk-pfn_wsk_send_backlog_event"),
            should(
                    "V244",
                    "WskClientEvent returns STATUS_NOT_IMPLEMENTED.",
                    notVisible("there are no events that it could be called for"),
                    "nc-wsk-pfn_wsk_client_event"),
            must(
                    "V245",
                    "WskClientEvent only reads Information, and only until it returns.",
                    notVisible("there are no events that it could be called for"),
                    "nc-wsk-pfn_wsk_client_event"),
            inferred(
                    "V246",
                    "No particular thread is expected of a callback, nor that it comes at once.",
                    notVisible(
                            "what a driver expects is its own code; decisions vary IRQL, order and shape of the callbacks"),
                    "nc-wsk-pfn_wsk_receive_event"),
            inferred(
                    "V247",
                    "An IRP is passed wherever the page does not make it optional.",
                    checked(),
                    "using-irps-with-winsock-kernel-functions"),
            inferred(
                    "V248",
                    "An IRP is neither freed nor used again before its completion.",
                    checked(),
                    "using-irps-with-winsock-kernel-functions"));

    private MemoryObligations() {}
}
