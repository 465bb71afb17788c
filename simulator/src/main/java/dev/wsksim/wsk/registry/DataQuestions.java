package dev.wsksim.wsk.registry;

import static dev.wsksim.wsk.registry.OpenQuestion.assumed;
import static dev.wsksim.wsk.registry.OpenQuestion.decided;

import com.google.common.collect.ImmutableList;

/** What the documentation leaves open about sending and receiving. */
final class DataQuestions {

    static final ImmutableList<OpenQuestion> ALL = ImmutableList.<OpenQuestion>builder()
            .add(
                    assumed(
                            4,
                            "At which IRQL may WskSendMessages be called?",
                            "At or below DISPATCH_LEVEL, as WskSendTo.",
                            "nc-wsk-pfn_wsk_send_messages",
                            "wsk/WskSendMessages/at-dispatch-level.yaml"),
                    decided(
                            16,
                            "What does it take for a send to complete?",
                            "TCP: the peer has acknowledged the bytes, unless the decision says that it is enough to hand them to the transport. UDP and raw: the datagram is handed to the network.",
                            "nc-wsk-pfn_wsk_send",
                            ImmutableList.of("wsk.send-completion"),
                            "wsk/WskSend/complete-when-everything-is-acknowledged.yaml",
                            "wsk/WskSend/handed-to-the-transport.yaml",
                            "wsk/WskSendTo/one-datagram.yaml"),
                    assumed(
                            17,
                            "What does WskReceive complete with at the end of the stream, and what do WAITALL and DRAIN do then?",
                            "After a graceful end STATUS_SUCCESS with the bytes that are there, 0 at the end, now and every time; after an abort a failure, see OQ-66.",
                            "nc-wsk-pfn_wsk_receive",
                            "wsk/WskReceive/end-of-stream.yaml",
                            "wsk/WskReceive/waitall-ends-with-the-stream.yaml",
                            "wsk/WskReceive/drain-throws-everything-away.yaml",
                            "wsk/WskReceive/peer-resets.yaml"),
                    assumed(
                            18,
                            "How long do the list, MDLs and control data of WskSendMessages stay valid, what does a partial failure do, and may RemoteAddress be NULL?",
                            "As for WskSendTo, for the whole list: until the completion, and NULL where a fixed address is set. The datagrams before one that cannot be sent are sent, Information counts their bytes, and the status is that of the failure; after success it is the sum of all.",
                            "nc-wsk-pfn_wsk_send_messages",
                            "wsk/WskSendMessages/list-of-datagrams.yaml",
                            "wsk/WskSendMessages/one-too-large.yaml",
                            "wsk/WskSendMessages/first-one-too-large.yaml"),
                    decided(
                            19,
                            "With which status does a receive complete whose buffer is too small for the datagram?",
                            "STATUS_SUCCESS, and MSG_TRUNC in ControlFlags.",
                            "nc-wsk-pfn_wsk_receive_from",
                            ImmutableList.of("wsk.truncation-status"),
                            "wsk/WskReceiveFrom/truncated.yaml"),
                    assumed(
                                    20,
                                    "Must the RemoteAddress of WskReceiveFrom stay valid until the completion?",
                                    "Yes, although one sentence of the page leaves it out: it is written when the datagram is there.",
                                    "nc-wsk-pfn_wsk_receive_from")
                            .heldBy(
                                    "WskReceiveFromTest",
                                    "The room that a scenario has for outputs is never taken away."),
                    assumed(
                            36,
                            "Does a WskReceive of no bytes wait for data?",
                            "No: it completes at once with 0 bytes, and lets WskReceiveEvent be called again.",
                            "nc-wsk-pfn_wsk_receive",
                            "wsk/WskReceive/no-bytes.yaml",
                            "wsk/WskReceiveEvent/not-accepted.yaml"),
                    assumed(
                            41,
                            "What is the ideal send backlog at first, and when does it change?",
                            "64 KiB at first. From then on twice the smaller of congestion window and send window, rounded up to a power of two, where that is more; it never falls; each change is an event, and several at one instant are one.",
                            "nc-wsk-pfn_wsk_send_backlog_event",
                            "wsk/WskControlSocket/backlogs.yaml",
                            "wsk/WskSendBacklogEvent/rises-with-the-window.yaml"),
                    assumed(
                            42,
                            "What comes of WskCloseSocket while the driver retains indications?",
                            "The verifier reports it. From the call on WskRelease is STATUS_INVALID_PARAMETER; with the completion of the close the lists are memory that no longer exists, and touching them is a simulated bug check.",
                            "nc-wsk-pfn_wsk_close_socket",
                            "wsk/WskReceiveFromEvent/kept-at-close.yaml",
                            "wsk/WskReceiveEvent/closed-with-a-kept-list.yaml",
                            "wsk/WskReceiveEvent/kept-list-released-while-closing.yaml",
                            "wsk/WskCloseSocket/kept-list-is-gone.yaml"),
                    assumed(
                            46,
                            "What becomes of retained lists on a socket that dies?",
                            "They stay the driver's, and must still be released before the close, which WskRelease does on a dead socket too.",
                            "nc-wsk-pfn_wsk_release_data_indication_list",
                            "wsk/WskRelease/kept-list-of-a-dead-socket.yaml",
                            "wsk/WskCloseSocket/dead-with-a-kept-list.yaml"),
                    assumed(
                            64,
                            "Which bytes count when a receive with WSK_FLAG_WAITALL ends early?",
                            "Those that were already put into its buffer; Information tells their number, whatever the status.",
                            "nc-wsk-pfn_wsk_receive",
                            "wsk/WskReceive/waitall-ends-with-the-stream.yaml",
                            "wsk/WskReceive/cancelled-waitall-tells-its-bytes.yaml"),
                    assumed(
                            65,
                            "What does a send of no bytes put on the wire?",
                            "TCP: nothing. UDP: a datagram without data.",
                            "nc-wsk-pfn_wsk_send_to",
                            "wsk/WskSend/no-bytes.yaml",
                            "wsk/WskSendTo/empty-datagram.yaml"),
                    assumed(
                            66,
                            "With which status do sends and receives fail after a local graceful disconnect, a RST of the peer, or a local abort?",
                            "Send after a graceful disconnect: STATUS_INVALID_DEVICE_STATE. After a RST: STATUS_CONNECTION_RESET. Where nothing was acknowledged any more: STATUS_IO_TIMEOUT. After a local abort: STATUS_CONNECTION_ABORTED; for what it cancels see OQ-13.",
                            "nc-wsk-pfn_wsk_disconnect",
                            "wsk/WskSend/after-our-own-disconnect.yaml",
                            "wsk/WskSend/peer-resets.yaml",
                            "wsk/WskSend/peer-vanishes.yaml",
                            "wsk/WskReceive/peer-resets.yaml",
                            "wsk/WskReceive/after-our-own-reset.yaml"),
                    assumed(
                            70,
                            "What does SIO_WSK_SET_REMOTE_ADDRESS do to datagrams that are already queued?",
                            "Those of other senders are dropped at once.",
                            "sio-wsk-set-remote-address",
                            "wsk/WskControlSocket/fixed-remote-address-and-what-waits.yaml"),
                    assumed(
                            73,
                            "At which IRQL may WskSendMessages be called, and what does a partial failure do?",
                            "See OQ-4 and OQ-18.",
                            "nc-wsk-pfn_wsk_send_messages",
                            "wsk/WskSendMessages/at-dispatch-level.yaml",
                            "wsk/WskSendMessages/one-too-large.yaml"),
                    assumed(
                                    76,
                                    "What comes of WskRelease with a pointer into the middle of a list, of a list released before, or of another socket?",
                                    "STATUS_INVALID_PARAMETER, and the list stays kept. A list of datagrams that the driver has cut between two entries is several lists.",
                                    "nc-wsk-pfn_wsk_release_data_indication_list",
                                    "wsk/WskRelease/twice.yaml",
                                    "wsk/WskRelease/datagrams-twice.yaml",
                                    "wsk/WskRelease/of-another-socket.yaml")
                            .heldBy("WskReceiveFromEventTest", "A scenario names a list as a whole, not its entries."),
                    assumed(
                            117,
                            "What becomes of a stream when a send of which a part was written is cancelled?",
                            "The connection is reset, since the stream would have a hole: other sends end with STATUS_CANCELLED, the rest with STATUS_CONNECTION_ABORTED. A send of which nothing was written vanishes from the stream, one that was written whole arrives.",
                            "nc-wsk-pfn_wsk_send",
                            "wsk/WskSend/cancelled.yaml",
                            "wsk/WskSend/cancelled-before-it-began.yaml",
                            "wsk/WskSend/cancelled-when-written.yaml",
                            "wsk/WskDisconnect/cancelled-with-data.yaml"),
                    assumed(
                            118,
                            "What does a datagram socket tell of an ICMP error about a datagram that it has sent?",
                            "Port unreachable and hop limit exceeded fail the WskReceiveFrom that waits, or else the next one, with STATUS_PORT_UNREACHABLE or STATUS_HOPLIMIT_EXCEEDED, as in Winsock; with WskReceiveFromEvent enabled, and of other errors, nothing is told.",
                            "nc-wsk-pfn_wsk_receive_from",
                            "wsk/WskReceiveFrom/port-unreachable.yaml",
                            "wsk/WskReceiveFrom/port-unreachable-before-the-request.yaml",
                            "wsk/WskReceiveFromEvent/port-unreachable-is-not-told.yaml"))
            .build();

    private DataQuestions() {}
}
