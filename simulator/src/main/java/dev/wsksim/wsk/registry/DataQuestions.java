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
                            "TCP: the peer has acknowledged the bytes, unless the decision says otherwise. UDP: the datagram is handed to the network.",
                            "nc-wsk-pfn_wsk_send",
                            ImmutableList.of("wsk.send-completion")),
                    assumed(
                            17,
                            "What does WskReceive complete with at the end of the stream, and what do WAITALL and DRAIN do then?",
                            "After a graceful end STATUS_SUCCESS with the bytes that are there, 0 at the end; after an abort a failure.",
                            "nc-wsk-pfn_wsk_receive"),
                    assumed(
                            18,
                            "How long do the list, MDLs and control data of WskSendMessages stay valid, what does a partial failure do, and may RemoteAddress be NULL?",
                            "As for WskSendTo, for the whole list; Information is the sum of bytes.",
                            "nc-wsk-pfn_wsk_send_messages",
                            "wsk/WskSendMessages/one-too-large.yaml"),
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
                            "Yes, although one sentence of the page leaves it out.",
                            "nc-wsk-pfn_wsk_receive_from"),
                    assumed(
                            36,
                            "Does a WskReceive of no bytes wait for data?",
                            "No: it completes at once with 0 bytes.",
                            "nc-wsk-pfn_wsk_receive"),
                    assumed(
                            41,
                            "What is the ideal send backlog at first, and when does it change?",
                            "A constant of the profile at first; a change is an event.",
                            "nc-wsk-pfn_wsk_send_backlog_event",
                            "wsk/WskControlSocket/backlogs.yaml"),
                    assumed(
                            42,
                            "What comes of WskCloseSocket while the driver retains indications?",
                            "The verifier reports it. From the call on WskRelease is STATUS_INVALID_PARAMETER, and with the completion of the close the lists are memory that no longer exists.",
                            "nc-wsk-pfn_wsk_close_socket",
                            "wsk/WskReceiveFromEvent/kept-at-close.yaml",
                            "wsk/WskReceiveEvent/kept-list-released-while-closing.yaml",
                            "wsk/WskReceiveEvent/kept-list-read-after-the-close.yaml"),
                    assumed(
                            46,
                            "What becomes of retained lists on a socket that dies?",
                            "They must still be released before the close.",
                            "nc-wsk-pfn_wsk_release_data_indication_list"),
                    assumed(
                            64,
                            "Which bytes count when a receive with WSK_FLAG_WAITALL ends early?",
                            "Those that were already put into its buffer.",
                            "nc-wsk-pfn_wsk_receive"),
                    assumed(
                            65,
                            "What does a send of no bytes put on the wire?",
                            "TCP: nothing. UDP: a datagram without data.",
                            "nc-wsk-pfn_wsk_send_to",
                            "wsk/WskSendTo/empty-datagram.yaml"),
                    assumed(
                            66,
                            "With which status do sends and receives fail after a local graceful disconnect, a RST of the peer, or a local abort?",
                            "Send after a graceful disconnect: STATUS_INVALID_DEVICE_STATE. After a RST: STATUS_CONNECTION_RESET. After a local abort: STATUS_CONNECTION_ABORTED.",
                            "nc-wsk-pfn_wsk_disconnect"),
                    assumed(
                            70,
                            "What does SIO_WSK_SET_REMOTE_ADDRESS do to datagrams that are already queued?",
                            "Those of other senders are dropped when they would be delivered.",
                            "sio-wsk-set-remote-address"),
                    assumed(
                            73,
                            "At which IRQL may WskSendMessages be called, and what does a partial failure do?",
                            "See OQ-4 and OQ-18.",
                            "nc-wsk-pfn_wsk_send_messages"),
                    assumed(
                            76,
                            "What comes of WskRelease with a pointer into the middle of a list, of a list released before, or of another socket?",
                            "STATUS_INVALID_PARAMETER.",
                            "nc-wsk-pfn_wsk_release_data_indication_list",
                            "wsk/WskRelease/datagrams-twice.yaml"),
                    assumed(
                            115,
                            "What becomes of a stream when a send of which a part was written is cancelled?",
                            "The connection is reset, since the stream would have a hole: other sends end with STATUS_CANCELLED, the rest with STATUS_CONNECTION_ABORTED. A send of which nothing was written vanishes from the stream, one that was written whole arrives.",
                            "nc-wsk-pfn_wsk_send",
                            "wsk/WskSend/cancelled.yaml",
                            "wsk/WskSend/cancelled-before-it-began.yaml",
                            "wsk/WskSend/cancelled-when-written.yaml",
                            "wsk/WskDisconnect/cancelled-with-data.yaml"),
                    assumed(
                            116,
                            "What does a datagram socket tell of an ICMP error about a datagram that it has sent?",
                            "Port unreachable and hop limit exceeded fail the WskReceiveFrom that waits, or else the next one, with STATUS_PORT_UNREACHABLE or STATUS_HOPLIMIT_EXCEEDED, as in Winsock; with WskReceiveFromEvent enabled, and of other errors, nothing is told.",
                            "nc-wsk-pfn_wsk_receive_from",
                            "wsk/WskReceiveFrom/port-unreachable.yaml",
                            "wsk/WskReceiveFrom/port-unreachable-before-the-request.yaml",
                            "wsk/WskReceiveFromEvent/port-unreachable-is-not-told.yaml"))
            .build();

    private DataQuestions() {}
}
