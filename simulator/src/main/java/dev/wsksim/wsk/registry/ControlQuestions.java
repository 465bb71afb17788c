package dev.wsksim.wsk.registry;

import static dev.wsksim.wsk.registry.OpenQuestion.assumed;

import com.google.common.collect.ImmutableList;

/** What the documentation leaves open about registration and control operations. */
final class ControlQuestions {

    static final ImmutableList<OpenQuestion> ALL = ImmutableList.<OpenQuestion>builder()
            .add(
                    assumed(
                            5,
                            "Which NPI version has which Windows?",
                            "1.0 and no other, unless configured; functions appear with the release that has them. A call of a member that the table of the profile lacks ends in a simulated bug check.",
                            "ns-wsk-_wsk_provider_characteristics",
                            "wsk/WskCaptureProviderNPI/version-is-not-supported.yaml",
                            "wsk/WskConnectEx/before-windows-10.yaml"),
                    assumed(
                                    10,
                                    "Is OutputSizeReturned a ULONG or a SIZE_T?",
                                    "A SIZE_T, as in the header.",
                                    "nc-wsk-pfn_wsk_control_client",
                                    "wsk/WskControlClient/transport-list-query.yaml")
                            .heldBy("WskControlClientTest", "C layout: the type of a variable that only C code has."),
                    assumed(
                            23,
                            "What are the parameters of SIO_ADDRESS_LIST_SORT in WSK?",
                            "A SOCKET_ADDRESS_LIST in and one out, as in Winsock; without an IRP and with OutputSizeReturned, as SIO_ADDRESS_LIST_QUERY.",
                            "using-sio-address-list-sort",
                            "wsk/WskControlSocket/sort-addresses.yaml"),
                    assumed(
                            47,
                            "Can WskControlClient return STATUS_PENDING without an IRP?",
                            "No.",
                            "nc-wsk-pfn_wsk_control_client",
                            "wsk/WskControlClient/cache-and-release.yaml"),
                    assumed(
                                    50,
                                    "Does WskRegister check Version and Reserved of WSK_CLIENT_DISPATCH?",
                                    "No; the version is judged at the capture.",
                                    "nf-wsk-wskregister",
                                    "wsk/WskCaptureProviderNPI/version-is-not-supported.yaml")
                            .heldBy("RegistrationTest", "A scenario has no Reserved."),
                    assumed(
                            57,
                            "What comes of an option that is set too late, or on a socket of another category?",
                            "Too late: STATUS_INVALID_DEVICE_STATE. Another category: STATUS_INVALID_DEVICE_REQUEST.",
                            "so-reuseaddr",
                            "wsk/WskControlSocket/set-after-bind.yaml",
                            "wsk/WskControlSocket/another-category.yaml"),
                    assumed(
                            60,
                            "What comes of an IRP that a control operation does not take, or does not get?",
                            "STATUS_INVALID_PARAMETER; an IRP that is passed all the same is left alone.",
                            "nc-wsk-pfn_wsk_control_socket",
                            "wsk/WskControlSocket/irp-is-required.yaml",
                            "wsk/WskControlClient/irp-is-not-allowed.yaml"),
                    assumed(
                            69,
                            "What do a fixed remote address and a fixed destination do together?",
                            "Datagrams without RemoteAddress go to the one that was set last, and to the other one when that is cleared; only the fixed remote address filters what is received.",
                            "sio-wsk-set-sendto-address",
                            "wsk/WskControlSocket/both-fixed-addresses.yaml"),
                    assumed(
                            74,
                            "What do NPI versions above 1.0 bring?",
                            "See OQ-5: no page says; members come with releases.",
                            "ns-wsk-_wsk_provider_dispatch",
                            "wsk/WskSendMessages/before-windows-8.yaml"),
                    assumed(
                            81,
                            "What comes of a security descriptor that is not a cached one?",
                            "STATUS_INVALID_SECURITY_DESCR.",
                            "nc-wsk-pfn_wsk_socket_connect",
                            "wsk/WskSocketConnect/descriptors/uncached-is-refused.yaml",
                            "wsk/WskSocket/uncached-descriptor.yaml",
                            "wsk/WskControlSocket/uncached-descriptor.yaml"),
                    assumed(
                            87,
                            "What comes of buffers or sizes that a control operation does not take?",
                            "STATUS_INVALID_PARAMETER; STATUS_BUFFER_TOO_SMALL where an output buffer of fixed size is too small.",
                            "nc-wsk-pfn_wsk_control_socket",
                            "wsk/WskControlSocket/values-other-than-0-and-1.yaml",
                            "wsk/WskControlSocket/output-buffer-too-small.yaml"),
                    assumed(
                            88,
                            "What comes of releasing a cached descriptor twice?",
                            "STATUS_INVALID_PARAMETER.",
                            "wsk-release-sd",
                            "wsk/WskControlClient/release-twice.yaml"),
                    assumed(
                            97,
                            "What comes of a call of a member that the provider's table does not have under the profile?",
                            "A simulated bug check that names the member and the release: in C the table is shorter, and the driver calls through the memory behind it.",
                            "ns-wsk-_wsk_provider_dispatch",
                            "wsk/WskConnectEx/before-windows-10.yaml",
                            "wsk/WskSendMessages/before-windows-8.yaml"),
                    assumed(
                            120,
                            "When is a datagram socket connected, so that IP_MTU can be got?",
                            "While it has a fixed remote address; otherwise STATUS_INVALID_DEVICE_STATE.",
                            "ipproto-ip-socket-options",
                            "wsk/WskControlSocket/path-mtu.yaml"),
                    assumed(
                            121,
                            "What counts where IP_MTU_DISCOVER and IP_DONTFRAGMENT contradict each other?",
                            "IP_MTU_DISCOVER, unless it is IP_PMTUDISC_NOT_SET. A datagram that may not be cut and is too large fails as one that is too large for UDP.",
                            "ipproto-ip-socket-options",
                            "wsk/WskControlSocket/path-mtu-discovery.yaml"),
                    assumed(
                            122,
                            "What do IP_RECVERR and IPV6_RECVERR do?",
                            "An ICMP error about a datagram is received like a datagram without data from where it was sent to, with an IN_RECVERR, and fails no request.",
                            "ws2ipdef.h",
                            "wsk/WskReceiveFrom/error-as-control-message.yaml"),
                    assumed(
                            114,
                            "What adds a transport of TCP/IP to the transport list, or removes one?",
                            "When the last address of a family is taken from the host's interfaces, its transports go; they come back with the first one. A family of which the host never had an address is listed, because of loopback.",
                            "wsk-transport-list-change",
                            "wsk/WskControlClient/transport-list-change.yaml"),
                    assumed(
                            98,
                            "Does Windows give one cached copy to equal descriptors?",
                            "No: every WSK_CACHE_SD gives one of its own.",
                            "wsk-cache-sd",
                            "wsk/WskControlClient/cache-and-release.yaml"))
            .build();

    private ControlQuestions() {}
}
