package dev.wsksim.wsk.registry;

import static dev.wsksim.wsk.registry.OpenQuestion.assumed;
import static dev.wsksim.wsk.registry.OpenQuestion.decided;

import com.google.common.collect.ImmutableList;

/** What the documentation leaves open about calls, IRPs and their completion. */
final class CallQuestions {

    static final ImmutableList<OpenQuestion> ALL = ImmutableList.<OpenQuestion>builder()
            .add(
                    decided(
                            1,
                            "Does the IRP complete before the function returns?",
                            "STATUS_PENDING first and the completion later, as was seen on Windows for every request that succeeds; a decision may complete before a final status is returned, or before STATUS_PENDING.",
                            "using-irps-with-winsock-kernel-functions",
                            ImmutableList.of("*.completion", "irp.inline-wait", "irp.failure-completion"),
                            "wsk/WskSocketConnect/completion/inline-success.yaml",
                            "wsk/WskSocketConnect/completion/inline-only-what-is-known.yaml",
                            "wsk/WskSocketConnect/completion/completed-before-pending-is-returned.yaml",
                            "wsk/WskSocketConnect/completion/failure-at-once-completes-after-the-return.yaml"),
                    assumed(
                            2,
                            "Is the IRP completed where a return table does not say so?",
                            "Yes: an IRP that is handed over with good handles is completed exactly once, whatever is returned; only one that the operation does not take is left alone, see OQ-60.",
                            "using-irps-with-winsock-kernel-functions",
                            "wsk/WskSocketConnect/parameters/flags-not-zero.yaml",
                            "wsk/WskConnectEx/too-much-data.yaml",
                            "wsk/WskSend/oob-is-not-supported.yaml",
                            "wsk/WskGetAddressInfo/unknown-name.yaml"),
                    assumed(
                            3,
                            "What is IoStatus.Information where no page gives it a meaning?",
                            "0, as was seen on Windows for bind, connect and close.",
                            "nc-wsk-pfn_wsk_bind",
                            "wsk/WskSocketConnect/three-calls/information.yaml",
                            "observed/connect-and-close.yaml",
                            "wsk/WskConnect/unbound-socket.yaml"),
                    assumed(
                            13,
                            "With which status are IRPs completed that WskCloseSocket or an abortive WskDisconnect ends?",
                            "WskCloseSocket: STATUS_CANCELLED, before the IRP of the close, as was seen on Windows with WskAccept. Abortive WskDisconnect: sends STATUS_CANCELLED, receives STATUS_CONNECTION_ABORTED.",
                            "nc-wsk-pfn_wsk_close_socket, nc-wsk-pfn_wsk_disconnect",
                            "wsk/WskCloseSocket/pending-connect-is-cancelled.yaml",
                            "wsk/WskSend/closed-while-pending.yaml",
                            "wsk/WskReceive/closed-while-pending.yaml",
                            "observed/close-with-a-pending-accept.yaml",
                            "wsk/WskDisconnect/abortive.yaml",
                            "wsk/WskReceive/after-our-own-reset.yaml"),
                    assumed(
                                    24,
                                    "How long must addresses and the WSK_BUF structure itself stay valid after STATUS_PENDING?",
                                    "They are read before the function returns; the memory that the MDLs describe belongs to the provider until the completion.",
                                    "nc-wsk-pfn_wsk_send",
                                    "wsk/WskSend/memory-touched-while-pending.yaml",
                                    "wsk/WskSend/memory-freed-while-pending.yaml")
                            .heldBy(
                                    "WskBufTest",
                                    "In Java, addresses and WSK_BUF are values, which nobody can change behind the back of a call."),
                    assumed(
                            25,
                            "How long must the buffer of WskDisconnect stay valid?",
                            "Until the completion, as for WskSend.",
                            "nc-wsk-pfn_wsk_disconnect",
                            "wsk/WskDisconnect/buffer-belongs-to-the-provider.yaml"),
                    assumed(
                                    126,
                                    "How many completions may run inside each other before the kernel stack is full?",
                                    "100: the next one is bug check 0x7F, a double fault. In Windows it depends on the bytes that each call takes of 24 KiB.",
                                    "bug-check-0x7f--unexpected-kernel-mode-trap",
                                    "wsk/WskReceive/pump-that-fills-the-stack.yaml")
                            .heldBy("IrpCompletionTest", "The number itself, on both sides of the limit."),
                    assumed(
                            128,
                            "What stops Windows when KeLowerIrql is not given what KeRaiseIrql returned, or when a callback or completion routine returns at another IRQL than it was called at?",
                            "Bug check 0xC8, as for any driver that changes the IRQL and does not restore it. The page of KeLowerIrql says that it is a fatal error, and names no code.",
                            "nf-wdm-kelowerirql",
                            "kernel/KeLowerIrql/not-what-was-returned.yaml",
                            "kernel/KeRaiseIrql/callback-that-does-not-restore-it.yaml"),
                    decided(
                            26,
                            "What does IoCancelIrp do to each request?",
                            "Every pended request but WskCloseSocket can be cancelled and ends with STATUS_CANCELLED, by default before IoCancelIrp returns; a cancelled WskConnect leaves the socket bound and not connected, a cancelled WskSend or WskDisconnect of which a part was written resets the connection, see OQ-117, and any other cancelled WskDisconnect leaves the sending half closed.",
                            "nf-wdm-iocancelirp",
                            ImmutableList.of("irp.cancelled-completion"),
                            "wsk/WskSocketConnect/cancel/while-pending.yaml",
                            "wsk/WskSocketConnect/cancel/completes-after-iocancelirp-returned.yaml",
                            "wsk/WskConnect/cancelled-socket-stays-bound.yaml",
                            "wsk/WskConnectEx/cancelled.yaml",
                            "wsk/WskAccept/cancelled.yaml",
                            "wsk/WskSend/cancelled.yaml",
                            "wsk/WskReceive/cancelled.yaml",
                            "wsk/WskReceiveFrom/cancelled.yaml",
                            "wsk/WskDisconnect/cancelled.yaml",
                            "wsk/WskControlClient/transport-list-change-is-cancelled.yaml",
                            "wsk/WskGetAddressInfo/cancelled-by-a-watchdog.yaml",
                            "wsk/WskGetNameInfo/cancelled.yaml"),
                    assumed(
                            27,
                            "With which status does a call in the wrong state of the socket fail?",
                            "STATUS_INVALID_DEVICE_STATE, as was seen on Windows for a connect before the bind and as the two address queries document; the verifier reports it.",
                            "nc-wsk-pfn_wsk_connect",
                            "wsk/WskConnect/unbound-socket.yaml",
                            "wsk/WskListen/before-bind.yaml",
                            "wsk/WskAccept/before-bind.yaml",
                            "wsk/WskSend/not-connected.yaml",
                            "wsk/WskReceive/not-connected.yaml",
                            "wsk/WskDisconnect/not-connected.yaml",
                            "wsk/WskSendTo/not-bound.yaml",
                            "wsk/WskReceiveFrom/not-bound.yaml"),
                    assumed(
                            28,
                            "With which status do reserved Flags that are not 0, and unknown flags, fail?",
                            "STATUS_INVALID_PARAMETER, which WskConnectEx documents for its own; a known flag that the transport does not support is STATUS_NOT_SUPPORTED, as documented.",
                            "nc-wsk-pfn_wsk_connect_ex",
                            "wsk/WskSocketConnect/parameters/flags-not-zero.yaml",
                            "wsk/WskAccept/flags-are-reserved.yaml",
                            "wsk/WskSend/unknown-flags.yaml",
                            "wsk/WskSend/oob-is-not-supported.yaml",
                            "wsk/WskDisconnect/unknown-flags.yaml",
                            "wsk/WskSendTo/reserved-flags.yaml"),
                    assumed(
                            33,
                            "In which order are queued requests of one kind served?",
                            "In the order of their calls.",
                            "nc-wsk-pfn_wsk_receive",
                            "wsk/WskAccept/waits-for-a-connection.yaml",
                            "wsk/WskSend/one-after-the-other.yaml",
                            "wsk/WskReceive/one-after-the-other.yaml",
                            "wsk/WskReceiveFrom/in-the-order-of-calls.yaml"),
                    assumed(
                            43,
                            "Can WskCloseSocket fail?",
                            "Not on a socket that is open; it is always possible to close.",
                            "nc-wsk-pfn_wsk_close_socket",
                            "wsk/WskCloseSocket/unconnected-socket.yaml"),
                    assumed(
                            75,
                            "What happens to the IRP when the client or socket handle is NULL?",
                            "The call fails with STATUS_INVALID_HANDLE and leaves the IRP untouched; a NULL IRP fails with STATUS_INVALID_PARAMETER. Both were seen on Windows for a client.",
                            "nc-wsk-pfn_wsk_socket",
                            "wsk/WskSocketConnect/parameters/client-null.yaml",
                            "wsk/WskSend/socket-is-null.yaml",
                            "wsk/WskSocketConnect/parameters/irp-null.yaml",
                            "wsk/WskControlClient/null-client.yaml",
                            "wsk/WskCloseSocket/null-irp.yaml"),
                    assumed(
                                    78,
                                    "May the WSK_BUF structure of a pended call be on the stack?",
                                    "Yes: it is read before the function returns, see OQ-24; the samples do so.",
                                    "ns-wsk-_wsk_buf")
                            .heldBy(
                                    "WskBufTest",
                                    "C layout: in Java the structure is a value without a place in memory."),
                    assumed(
                            79,
                            "With which status does a NULL LocalAddress or RemoteAddress fail, or one of another family?",
                            "STATUS_INVALID_PARAMETER.",
                            "nc-wsk-pfn_wsk_socket_connect",
                            "wsk/WskSocketConnect/addresses/null-fails.yaml",
                            "wsk/WskSocketConnect/addresses/families-that-differ-fail.yaml"),
                    assumed(
                            82,
                            "What does a function return on a socket for which WskCloseSocket was called?",
                            "STATUS_FILE_FORCED_CLOSED until the close completes; after that the memory is gone and the call ends in a simulated bug check.",
                            "nc-wsk-pfn_wsk_close_socket",
                            "wsk/WskCloseSocket/while-a-call-is-in-progress.yaml",
                            "wsk/WskSocketConnect/lifetime/use-after-close.yaml"),
                    assumed(
                                    86,
                                    "What comes of a NULL socket, and of a NULL pointer where an address is to be written?",
                                    "STATUS_INVALID_HANDLE; STATUS_INVALID_PARAMETER.",
                                    "nc-wsk-pfn_wsk_get_local_address",
                                    "wsk/WskGetLocalAddress/null-address.yaml",
                                    "wsk/WskGetRemoteAddress/null-address.yaml")
                            .heldBy(
                                    "NullSocketTest",
                                    "A scenario calls through the table of a socket, which NULL does not have."),
                    assumed(
                            89,
                            "What becomes of a driver's own IRP that completes without a completion routine?",
                            "The I/O manager frees it.",
                            "nf-wdm-iocompleterequest",
                            "wsk/WskSocketConnect/parameters/irp-without-completion-routine.yaml"),
                    assumed(
                                    92,
                                    "In which order are threads released that wait for one event?",
                                    "First come, first served.",
                                    "nf-wdm-kesetevent")
                            .heldBy("KEventTest", "The steps of a scenario never let two threads wait for one event."),
                    decided(
                            95,
                            "At which IRQL does a completion routine run?",
                            "DISPATCH_LEVEL when the request was pended, unless the decision says PASSIVE_LEVEL; the IRQL of the caller when the request completes inside the call.",
                            "nf-wdm-iosetcompletionroutine",
                            ImmutableList.of("irp.completion-irql"),
                            "wsk/WskSocketConnect/irql/completion-irql.yaml"),
                    decided(
                            96,
                            "Which of several completions that are due at one instant comes first?",
                            "The one that was due first; a decision may choose another.",
                            "using-irps-with-winsock-kernel-functions",
                            ImmutableList.of("irp.completion-order"),
                            "wsk/WskSocketConnect/completion/two-completions-at-one-instant.yaml"),
                    decided(
                            111,
                            "Which status has a datagram that is too large to be sent?",
                            "STATUS_INVALID_BUFFER_SIZE, unless the decision says otherwise.",
                            "nc-wsk-pfn_wsk_send_to",
                            ImmutableList.of("wsk.oversized-datagram-status"),
                            "wsk/WskSendTo/too-large.yaml",
                            "wsk/WskSendMessages/first-one-too-large.yaml"),
                    decided(
                            112,
                            "Does WskReceiveFrom store ControlFlags when ControlLength is NULL?",
                            "No, as the header says, unless the decision says otherwise.",
                            "nc-wsk-pfn_wsk_receive_from",
                            ImmutableList.of("wsk.control-flags-without-length"),
                            "wsk/WskReceiveFrom/flags-without-length.yaml",
                            "wsk/WskReceiveFrom/flags-stored-without-length.yaml"))
            .build();

    private CallQuestions() {}
}
