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
                            "After the role is chosen: those of a listening or of a connection socket, at the times of these.",
                            "so-wsk-event-callback"),
                    assumed(
                            29,
                            "What does the return value of a callback mean that was called with a NULL socket, list or inspection?",
                            "Nothing.",
                            "nc-wsk-pfn_wsk_accept_event"),
                    assumed(
                            30,
                            "What comes of a callback that returns a status its page does not have?",
                            "The verifier reports it; it counts as the status that does not accept.",
                            "nc-wsk-pfn_wsk_receive_event"),
                    assumed(
                            31,
                            "May a callback close its own socket?",
                            "Yes: WskCloseSocket returns STATUS_PENDING and completes after the callback returned.",
                            "nc-wsk-pfn_wsk_close_socket"),
                    assumed(
                            32,
                            "Which callbacks may overlap, and does WskDisconnectEvent wait for the data?",
                            "WskReceiveEvent of a socket comes one at a time; a graceful WskDisconnectEvent comes after all data was indicated.",
                            "nc-wsk-pfn_wsk_receive_event"),
                    assumed(
                            34,
                            "Can inherited or static callbacks come before WskAcceptEvent returned, or before the driver has seen the completion?",
                            "Those of a socket that WskAcceptEvent is given only after it has returned STATUS_SUCCESS, though what is inherited is enabled before, so that the callback can disable it; static ones of other sockets as soon as the socket exists.",
                            "nc-wsk-pfn_wsk_accept_event",
                            "wsk/WskAcceptEvent/inherited-event-disabled-inside.yaml"),
                    assumed(
                            37,
                            "Can a driver keep a part of a list with STATUS_PENDING from WskReceiveEvent?",
                            "No: the whole list or nothing.",
                            "nc-wsk-pfn_wsk_receive_event"),
                    assumed(
                            48,
                            "What comes of turning an event on while turning it off is still under way?",
                            "It is on again once the running callback has returned.",
                            "so-wsk-event-callback"),
                    assumed(
                            67,
                            "Does WskReceiveEvent come again when WskReceive is called, or when it completes?",
                            "When it completes.",
                            "nc-wsk-pfn_wsk_receive_event"),
                    assumed(
                            68,
                            "What becomes of datagrams that a static callback refuses?",
                            "See OQ-21.",
                            "nc-wsk-pfn_wsk_receive_from_event"),
                    decided(
                            101,
                            "At which IRQL does a callback run, and does WSK_FLAG_AT_DISPATCH_LEVEL tell it?",
                            "At DISPATCH_LEVEL with the flag, unless the decision says otherwise; callbacks without Flags cannot tell.",
                            "nc-wsk-pfn_wsk_receive_event",
                            ImmutableList.of("event.irql")),
                    decided(
                            102,
                            "How are received bytes laid out in the list that WskReceiveEvent is given?",
                            "In one buffer of one MDL, unless the decision chooses an offset, a chain or two buffers.",
                            "ns-wsk-_wsk_data_indication",
                            ImmutableList.of("event.indication-shape")),
                    decided(
                            109,
                            "How many of the datagrams that wait is one call of WskReceiveFromEvent given?",
                            "All that wait, unless the decision says one.",
                            "nc-wsk-pfn_wsk_receive_from_event",
                            ImmutableList.of("event.datagram-list")),
                    decided(
                            110,
                            "How is the data of one datagram laid out in its WSK_BUF?",
                            "In one MDL, unless the decision chooses an offset or a chain.",
                            "ns-wsk-_wsk_datagram_indication",
                            ImmutableList.of("event.datagram-shape")))
            .build();

    private CallbackQuestions() {}
}
