package dev.wsksim.wsk.registry;

import static dev.wsksim.wsk.registry.OpenQuestion.assumed;
import static dev.wsksim.wsk.registry.OpenQuestion.decided;

import com.google.common.collect.ImmutableList;

/** What the documentation leaves open about sockets: binding, listening, connecting, sharing. */
final class SocketQuestions {

    static final ImmutableList<OpenQuestion> ALL = ImmutableList.<OpenQuestion>builder()
            .add(
                    assumed(
                            6,
                            "What comes of a second WskBind?",
                            "STATUS_INVALID_DEVICE_STATE, and the verifier reports it.",
                            "nc-wsk-pfn_wsk_bind",
                            "wsk/WskBind/twice.yaml"),
                    assumed(
                            7,
                            "What comes of WskAccept on a bound stream socket before WskListen?",
                            "STATUS_INVALID_DEVICE_STATE.",
                            "nc-wsk-pfn_wsk_accept",
                            "wsk/WskAccept/stream-socket-before-listen.yaml"),
                    assumed(
                            8,
                            "How does a stream socket end a pended inspection, without WskInspectComplete in its table?",
                            "It cannot inspect: SO_CONDITIONAL_ACCEPT is refused on stream sockets with STATUS_INVALID_DEVICE_REQUEST.",
                            "ns-wsk-_wsk_provider_stream_dispatch",
                            "wsk/WskControlSocket/conditional-accept-of-a-stream-socket.yaml"),
                    assumed(
                            9,
                            "Which types and protocols do stream sockets take?",
                            "SOCK_STREAM with IPPROTO_TCP; sockets of other transports are created, and fail at the bind as connection sockets do, see OQ-80.",
                            "nc-wsk-pfn_wsk_socket",
                            "wsk/WskSocket/transports-of-a-stream-socket.yaml",
                            "wsk/WskListen/commits-to-listening.yaml"),
                    assumed(
                            14,
                            "What comes of WskInspectComplete for an inspection that was aborted, that is not known, or with WskInspectPend?",
                            "Aborted: success without a connection, once. Not known, ended before, or WskInspectPend: STATUS_INVALID_PARAMETER; a request that was pended with WskInspectPend stays pended.",
                            "nc-wsk-pfn_wsk_inspect_complete",
                            "wsk/WskAbortEvent/peer-begins-anew.yaml",
                            "wsk/WskInspectComplete/twice.yaml",
                            "wsk/WskInspectComplete/pend-is-no-answer.yaml",
                            "wsk/WskInspectComplete/null-id.yaml"),
                    assumed(
                            15,
                            "Does the IRP of WskListen wait for a connection?",
                            "No: it completes as soon as the socket listens.",
                            "nc-wsk-pfn_wsk_listen",
                            "wsk/WskListen/commits-to-listening.yaml"),
                    assumed(
                            35,
                            "What becomes of connections that nobody has accepted, and of pended inspections, when a listening socket closes?",
                            "Both are refused with a RST; WskAbortEvent is not called after the close.",
                            "nc-wsk-pfn_wsk_close_socket",
                            "wsk/WskCloseSocket/unaccepted-connections-are-reset.yaml",
                            "wsk/WskInspectEvent/never-completed.yaml"),
                    assumed(
                            38,
                            "What comes of more than one category in WskSocket's Flags?",
                            "STATUS_INVALID_PARAMETER.",
                            "nc-wsk-pfn_wsk_socket",
                            "wsk/WskSocket/two-categories.yaml"),
                    assumed(
                            39,
                            "What comes of a context or a dispatch table for a basic socket, which should have none?",
                            "They are accepted; the verifier reports them.",
                            "nc-wsk-pfn_wsk_socket",
                            "wsk/WskSocket/basic-socket-with-callbacks.yaml"),
                    assumed(
                            40,
                            "How many connections wait for WskAccept, and what becomes of more?",
                            "As many as come: the queue has no limit.",
                            "nc-wsk-pfn_wsk_accept",
                            "wsk/WskAccept/as-many-as-come-wait.yaml"),
                    assumed(
                            44,
                            "Which address does WskGetLocalAddress tell of a stream socket that is bound to a wildcard?",
                            "The port from the bind on; the address from the connect on, or the wildcard while it listens.",
                            "nc-wsk-pfn_wsk_get_local_address",
                            "wsk/WskGetLocalAddress/stream-socket.yaml",
                            "wsk/WskGetLocalAddress/stream-socket-that-listens.yaml"),
                    assumed(
                            45,
                            "What comes of a second graceful WskDisconnect, and of one on a stream socket that listens?",
                            "The second succeeds and sends nothing, unless it has a Buffer: STATUS_INVALID_DEVICE_STATE. So does one on a stream socket that listens, graceful or abortive.",
                            "nc-wsk-pfn_wsk_disconnect",
                            "wsk/WskDisconnect/twice.yaml",
                            "wsk/WskDisconnect/listening-stream-socket.yaml"),
                    assumed(
                            51,
                            "Which access right does sharing an address ask for, and what do generic rights mean?",
                            "FILE_READ_DATA, with the generic mapping of files: GENERIC_ALL, GENERIC_READ, FA or FR lets in.",
                            "sharing-transport-addresses",
                            "wsk/WskBind/sharing/check-granted.yaml"),
                    assumed(
                            52,
                            "What is in the default security descriptor, beyond that it does not share?",
                            "An empty DACL: every check denies.",
                            "so-wsk-security",
                            "wsk/WskBind/sharing/check-with-the-default-descriptor.yaml"),
                    assumed(
                            53,
                            "Does the owner of the first socket have an implicit right to share?",
                            "No: an owner has READ_CONTROL and WRITE_DAC, neither of which is asked for.",
                            "sharing-transport-addresses",
                            "wsk/WskBind/sharing/owner-has-no-implicit-right.yaml"),
                    assumed(
                            54,
                            "When is the subject of the check captured, at the creation or at the bind?",
                            "At the bind, from the process and thread that were named at the creation.",
                            "nc-wsk-pfn_wsk_socket",
                            "wsk/WskSocketConnect/sharing/owning-thread-is-granted.yaml"),
                    assumed(
                            55,
                            "What comes of a second bind, a send before the connect, a second connect?",
                            "STATUS_INVALID_DEVICE_STATE: see OQ-6 and OQ-27.",
                            "nc-wsk-pfn_wsk_bind",
                            "wsk/WskBind/twice.yaml"),
                    decided(
                            56,
                            "Which status has a transport that is not in the transport list?",
                            "STATUS_PROTOCOL_NOT_SUPPORTED, unless the decision says otherwise.",
                            "nc-wsk-pfn_wsk_socket",
                            ImmutableList.of("wsk.unlisted-transport-status"),
                            "wsk/WskSocket/unlisted-transport.yaml",
                            "wsk/WskSocketConnect/transports/the-status-of-an-unlisted-transport-is-open.yaml"),
                    assumed(
                            58,
                            "What do SO_REUSEADDR and SO_EXCLUSIVEADDRUSE do together?",
                            "SO_EXCLUSIVEADDRUSE wins, since it promises that nobody else gets the address.",
                            "so-exclusiveaddruse",
                            "wsk/WskBind/sharing/both-options-set.yaml"),
                    assumed(
                            59,
                            "Which status has a bind that conflicts with several sockets?",
                            "That of the first conflict in the order of their binds.",
                            "sharing-transport-addresses",
                            "wsk/WskBind/sharing/several-conflicts.yaml"),
                    assumed(
                            61,
                            "How long is the backlog of a listening socket, for which there is no parameter?",
                            "See OQ-40.",
                            "nc-wsk-pfn_wsk_bind",
                            "wsk/WskAccept/as-many-as-come-wait.yaml"),
                    assumed(
                            62,
                            "What comes of a stale or unknown inspection, or one that is completed twice?",
                            "See OQ-14; the second completion is of an unknown one.",
                            "nc-wsk-pfn_wsk_inspect_complete",
                            "wsk/WskInspectComplete/twice.yaml"),
                    assumed(
                            63,
                            "May two WskAccept requests be pending on one socket?",
                            "Yes, as the pages encourage; they are served in the order of their calls. A public test saw Windows hang with two.",
                            "nc-wsk-pfn_wsk_accept",
                            "wsk/WskAccept/waits-for-a-connection.yaml"),
                    assumed(
                            71,
                            "With which status does a connect fail when no neighbour answers?",
                            "STATUS_IO_TIMEOUT after the time of a connect without answer, as if the SYN were lost.",
                            "nc-wsk-pfn_wsk_connect",
                            "wsk/WskSocketConnect/outcomes/nobody-has-the-remote-address.yaml"),
                    assumed(
                            72,
                            "What makes a connect without answer fail after 21 s, which the retransmissions of current releases do not explain?",
                            "A cap on the time of a connect, which the profile sets.",
                            "KB2786464; pull request 344 of SciQLop/speasy; issue 2113 of nmap",
                            "wsk/WskSocketConnect/outcomes/no-answer-times-out-after-21-seconds.yaml",
                            "wsk/WskSocketConnect/outcomes/no-answer-on-windows-7.yaml"),
                    assumed(
                            77,
                            "Which address families beyond IPv4 and IPv6 does WSK have?",
                            "None: other families are transports that are not in the list, see OQ-56.",
                            "nc-wsk-pfn_wsk_socket",
                            "wsk/WskSocketConnect/addresses/an-unknown-family-is-refused.yaml"),
                    decided(
                            80,
                            "Which status has connecting over a transport that is no stream?",
                            "STATUS_NOT_IMPLEMENTED, as binding a listening UDP socket was seen to do, unless the decision says otherwise.",
                            "nc-wsk-pfn_wsk_socket_connect",
                            ImmutableList.of("wsk.unconnectable-transport-status"),
                            "wsk/WskSocketConnect/transports/the-status-of-an-unconnectable-transport-is-open.yaml"),
                    assumed(
                            83,
                            "Which ports does port 0 give?",
                            "Those of the ephemeral range from the first upwards, then around.",
                            "nc-wsk-pfn_wsk_bind",
                            "wsk/WskSocketConnect/addresses/local-port-zero-takes-the-next-free-one.yaml"),
                    assumed(
                            84,
                            "How long do TIME-WAIT and FIN-WAIT-2 last?",
                            "120 s each at most, unless the TCP of the host says otherwise.",
                            "RFC 9293 3.4.2",
                            "net/tcp/time-wait.yaml",
                            "net/tcp/fin-wait-2.yaml"),
                    assumed(
                            85,
                            "Which sequence number has a SYN that is sent again, and does one after a RST double the time-out?",
                            "The same; no.",
                            "RFC 6298, KB175523",
                            "wsk/WskSocketConnect/outcomes/refused-takes-two-seconds.yaml",
                            "net/tcp/syn-loss.yaml"),
                    assumed(
                                    90,
                                    "What comes of an access check that asks for no right?",
                                    "It is denied: a request that maps to no right must not look like a grant.",
                                    "MS-DTYP 2.5.3.2")
                            .heldBy("AccessCheckTest", "The check of a bind always asks for a right, see OQ-51."),
                    assumed(
                            91,
                            "What does a deny entry for one type of object do to a check without an object?",
                            "It denies, the stricter reading.",
                            "MS-DTYP 2.5.3.2",
                            "wsk/WskBind/sharing/deny-for-one-type-of-object.yaml"),
                    assumed(
                            93,
                            "What comes of a connect from a specific loopback address to a remote host?",
                            "The SYN leaves with that source, nobody can answer it, and the connect times out.",
                            "nc-wsk-pfn_wsk_bind",
                            "wsk/WskSocketConnect/addresses/loopback-source-to-a-remote-host.yaml"),
                    assumed(
                            94,
                            "Are loss, jitter and other faults of a link choices of the WSK subsystem?",
                            "No: they are drawn from the random stream of the link, which depends on the seed alone; no decision point answers them.",
                            "docs/concepts.md",
                            "net/loss/in-bursts.yaml"),
                    assumed(
                            99,
                            "Which protocols do raw sockets take?",
                            "Every one; the transport list names them once, with protocol 0.",
                            "wsk-transport-list-query",
                            "wsk/WskSocketConnect/transports/raw-is-listed-but-does-not-connect.yaml"),
                    assumed(
                            100,
                            "What comes of WSK_FLAG_STREAM_SOCKET under a Windows without stream sockets?",
                            "STATUS_INVALID_PARAMETER: the bit names no category there.",
                            "nc-wsk-pfn_wsk_socket",
                            "wsk/WskSocket/stream-socket-before-windows-10.yaml"),
                    decided(
                            113,
                            "Which of the sockets that share an endpoint receives a datagram to one host?",
                            "The one that was bound first, unless the decision picks another.",
                            "sharing-transport-addresses",
                            ImmutableList.of("wsk.shared-datagram-receiver"),
                            "wsk/WskReceiveFrom/shared-port.yaml",
                            "wsk/WskReceiveFrom/shared-port-second.yaml"),
                    decided(
                            115,
                            "Who gets a connection when a WskAccept is queued and WskAcceptEvent is enabled?",
                            "The WskAccept, unless the decision lets the callback win the race that the page warns of.",
                            "nc-wsk-pfn_wsk_accept",
                            ImmutableList.of("event.accept-race"),
                            "wsk/WskAccept/queued-request-comes-first.yaml",
                            "wsk/WskAccept/race-with-the-callback.yaml"),
                    decided(
                            116,
                            "Which of the sockets that listen at the same endpoint under SO_REUSEADDR gets a connection?",
                            "The one that was bound first, unless the decision picks another.",
                            "using-so-reuseaddr-and-so-exclusiveaddruse",
                            ImmutableList.of("wsk.shared-listener"),
                            "wsk/WskAccept/two-listeners-share-a-port.yaml"))
            .build();

    private SocketQuestions() {}
}
