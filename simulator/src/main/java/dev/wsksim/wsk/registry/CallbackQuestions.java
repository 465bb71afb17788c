package dev.wsksim.wsk.registry;

import static dev.wsksim.wsk.registry.OpenQuestion.assumed;
import static dev.wsksim.wsk.registry.OpenQuestion.decided;

import com.google.common.collect.ImmutableList;

/** What the documentation leaves open about callbacks. */
final class CallbackQuestions {

    static final ImmutableList<OpenQuestion> ALL = ImmutableList.<OpenQuestion>builder()
            .add(
                    assumed(
                            21,
                            "What becomes of datagrams that a static WskReceiveFromEvent refuses?",
                            "They are dropped.",
                            "nc-wsk-pfn_wsk_receive_from_event",
                            "wsk/WskReceiveFromEvent/static-and-refused.yaml"),
                    assumed(
                            22,
                            "When do stream sockets take SO_WSK_EVENT_CALLBACK, and which events?",
                            "After WskListen WSK_EVENT_ACCEPT, with the member Listen of the table; after the connect those of a connection, with the member Connect; before either none: STATUS_INVALID_DEVICE_STATE.",
                            "so-wsk-event-callback",
                            "wsk/WskListen/callbacks-of-the-role.yaml",
                            "wsk/WskConnect/callbacks-of-a-stream-socket.yaml"),
                    assumed(
                            29,
                            "What does the return value of a callback mean that was called with a NULL socket, list or inspection?",
                            "Nothing to the provider: nothing is accepted, refused or kept. The verifier wants a status of the page all the same.",
                            "nc-wsk-pfn_wsk_accept_event",
                            "wsk/WskAcceptEvent/what-is-returned-for-a-dead-socket.yaml",
                            "wsk/WskReceiveEvent/what-is-returned-for-a-dead-socket.yaml",
                            "wsk/WskReceiveFromEvent/what-is-returned-for-a-dead-socket.yaml"),
                    assumed(
                            30,
                            "What comes of a callback that returns a status its page does not have?",
                            "The verifier reports it; it counts as the status that does not accept, and as STATUS_SUCCESS where there is nothing to accept.",
                            "nc-wsk-pfn_wsk_receive_event",
                            "wsk/WskAcceptEvent/undocumented-status.yaml",
                            "wsk/WskReceiveEvent/another-status.yaml",
                            "wsk/WskReceiveFromEvent/undocumented-return.yaml",
                            "wsk/WskDisconnectEvent/another-status.yaml",
                            "wsk/WskSendBacklogEvent/another-status.yaml",
                            "wsk/WskAbortEvent/undocumented-status.yaml"),
                    assumed(
                            31,
                            "May a callback close its own socket?",
                            "Yes: WskCloseSocket returns STATUS_PENDING and completes after the callback returned.",
                            "nc-wsk-pfn_wsk_close_socket",
                            "wsk/WskAcceptEvent/closed-inside-the-callback.yaml",
                            "wsk/WskDisconnectEvent/close-from-the-callback.yaml"),
                    assumed(
                            32,
                            "Which callbacks may overlap?",
                            "WskReceiveEvent of a socket comes one at a time, and WskDisconnectEvent as in OQ-125. Others come when they are due, also while another callback waits.",
                            "nc-wsk-pfn_wsk_receive_event",
                            "wsk/WskReceiveEvent/serial.yaml",
                            "wsk/WskDisconnectEvent/graceful.yaml"),
                    assumed(
                            125,
                            "Does WskDisconnectEvent wait for data that was not read yet?",
                            "A graceful one waits as long as WSK_EVENT_RECEIVE is enabled and bytes are there, also bytes that were refused: until WskReceiveEvent or WskReceive has taken them. Without that event it comes with the FIN, before unread bytes. An abortive one never waits.",
                            "nc-wsk-pfn_wsk_disconnect_event",
                            "wsk/WskDisconnectEvent/waits-for-refused-data.yaml",
                            "wsk/WskDisconnectEvent/when-refused-data-was-read.yaml",
                            "wsk/WskDisconnectEvent/before-unread-data.yaml",
                            "wsk/WskDisconnectEvent/abortive.yaml"),
                    assumed(
                                    127,
                                    "How soon must a list be released that a callback has kept?",
                                    "The verifier allows one second with WSK_FLAG_RELEASE_ASAP and sixty without, of virtual time; a later release breaks WSK-EVENT-006. The provider itself waits for ever.",
                                    "nc-wsk-pfn_wsk_receive_event",
                                    "wsk/WskReceiveEvent/kept-too-long.yaml")
                            .heldBy("KeptTooLongTest", "Both limits, on both sides."),
                    assumed(
                            34,
                            "Can inherited or static callbacks come before WskAcceptEvent returned, or before the driver has seen the completion?",
                            "None of a socket that WskAcceptEvent is given before that has returned STATUS_SUCCESS; what it inherits is enabled before, so that the callback can disable it. Otherwise static ones as soon as the socket exists, also before the completion routine runs that tells of it.",
                            "nc-wsk-pfn_wsk_accept_event",
                            "wsk/WskAcceptEvent/inherited-after-it-has-returned.yaml",
                            "wsk/WskAcceptEvent/inherited-event-disabled-inside.yaml",
                            "wsk/WskReceiveEvent/static-before-the-accept-completes.yaml"),
                    assumed(
                            37,
                            "Can a driver keep a part of a list with STATUS_PENDING from WskReceiveEvent?",
                            "No: the whole list or nothing; BytesAccepted is not looked at.",
                            "nc-wsk-pfn_wsk_receive_event",
                            "wsk/WskReceiveEvent/kept-as-a-whole.yaml"),
                    assumed(
                            48,
                            "What comes of turning an event on while turning it off is still under way?",
                            "It is on at once, and is called again when the running callback has returned, which also completes the request that turned it off.",
                            "so-wsk-event-callback",
                            "wsk/WskControlSocket/enabled-again-while-being-disabled.yaml"),
                    assumed(
                            67,
                            "Does WskReceiveEvent, once it has not taken all, come again when WskReceive is called, or when it completes?",
                            "When it completes, as the header says.",
                            "nc-wsk-pfn_wsk_receive_event",
                            "wsk/WskReceiveEvent/again-when-the-receive-completes.yaml"),
                    assumed(
                            68,
                            "What becomes of datagrams that a static callback refuses?",
                            "See OQ-21.",
                            "nc-wsk-pfn_wsk_receive_from_event",
                            "wsk/WskReceiveFromEvent/static-and-refused.yaml"),
                    decided(
                            101,
                            "At which IRQL does a callback run, and does WSK_FLAG_AT_DISPATCH_LEVEL tell it?",
                            "At DISPATCH_LEVEL with the flag, unless the decision says otherwise; callbacks without Flags cannot tell.",
                            "nc-wsk-pfn_wsk_receive_event",
                            ImmutableList.of("event.irql"),
                            "wsk/WskReceiveEvent/irql-and-its-flag.yaml",
                            "wsk/WskAcceptEvent/at-any-irql.yaml"),
                    decided(
                            102,
                            "How are received bytes laid out in the list that WskReceiveEvent is given?",
                            "In one buffer of one MDL, unless the decision chooses an offset, a chain or two buffers.",
                            "ns-wsk-_wsk_data_indication",
                            ImmutableList.of("event.indication-shape"),
                            "wsk/WskReceiveEvent/four-layouts.yaml",
                            "wsk/WskReceiveEvent/any-shape-of-list.yaml"),
                    decided(
                            123,
                            "Which datagrams are coalesced with UDP_RECV_MAX_COALESCED_SIZE?",
                            "All that wait and may be, unless the decision says none: of one sender, sent in the same way, with the same control messages.",
                            "ipproto-udp-socket-options",
                            ImmutableList.of("wsk.coalescing"),
                            "wsk/WskReceiveFrom/coalesced.yaml",
                            "wsk/WskReceiveFrom/not-coalesced.yaml"),
                    decided(
                            109,
                            "How many of the datagrams that wait is one call of WskReceiveFromEvent given?",
                            "All that wait, unless the decision says one.",
                            "nc-wsk-pfn_wsk_receive_from_event",
                            ImmutableList.of("event.datagram-list"),
                            "wsk/WskReceiveFromEvent/several-in-a-list.yaml",
                            "wsk/WskReceiveFromEvent/one-by-one.yaml"),
                    decided(
                            110,
                            "How is the data of one datagram laid out in its WSK_BUF?",
                            "In one MDL, unless the decision chooses an offset or a chain.",
                            "ns-wsk-_wsk_datagram_indication",
                            ImmutableList.of("event.datagram-shape"),
                            "wsk/WskReceiveFromEvent/three-layouts.yaml",
                            "wsk/WskReceiveFromEvent/any-layout.yaml"),
                    decided(
                            119,
                            "When is WSK_FLAG_RELEASE_ASAP set?",
                            "Never, unless the decision says so.",
                            "nc-wsk-pfn_wsk_receive_event",
                            ImmutableList.of("event.release-asap"),
                            "wsk/WskReceiveEvent/everything-accepted.yaml",
                            "wsk/WskReceiveEvent/release-as-soon-as-possible.yaml"),
                    decided(
                            124,
                            "What comes of WskRelease or WskInspectComplete before the callback has returned STATUS_PENDING or WskInspectPend?",
                            "Success: a worker on another processor may be faster than the return. It counts when the callback returns that, until then the list is the driver's; if the callback returns something else, the verifier reports it, and that counts. A decision may refuse the call with STATUS_INVALID_PARAMETER.",
                            "nc-wsk-pfn_wsk_release_data_indication_list, nc-wsk-pfn_wsk_release_datagram_indication_list, nc-wsk-pfn_wsk_inspect_complete",
                            ImmutableList.of("event.early-release", "event.early-inspection"),
                            "wsk/WskRelease/before-the-callback-returns.yaml",
                            "wsk/WskRelease/before-the-callback-returns-and-refused.yaml",
                            "wsk/WskRelease/before-the-callback-accepts.yaml",
                            "wsk/WskRelease/datagrams-before-the-callback-returns.yaml",
                            "wsk/WskInspectComplete/before-the-callback-returns.yaml",
                            "wsk/WskInspectComplete/before-the-callback-rejects.yaml",
                            "wsk/WskInspectComplete/inside-the-callback.yaml"))
            .build();

    private CallbackQuestions() {}
}
