package dev.wsksim.scenario.reference;

import com.google.common.collect.ImmutableList;

/** The dispatch tables of provider and client, with their members in the order of the header. */
final class DispatchStructures {

    private static final String BASIC =
            "Begins with WSK_PROVIDER_BASIC_DISPATCH, so each table can be read as that one.";
    private static final String LONGER =
            "The last members are not there under a Windows that is older than they are; calling one goes through the memory"
                    + " behind the table (OQ-97).";
    private static final String NULL_MEMBERS =
            "A member is NULL where its callback will not be enabled. The table is constant, and outlives the socket.";

    static final ImmutableList<StructurePage> ALL = ImmutableList.of(
            StructurePage.of("WSK_PROVIDER_DISPATCH", "The functions of the subsystem that need no socket.")
                    .member(
                            "Version",
                            "USHORT",
                            "The version in use: the major one asked for, and at least the minor one.")
                    .member("Reserved", "USHORT", "")
                    .functions("WskSocket", "WskSocketConnect", "WskControlClient")
                    .function("WskGetAddressInfo", "From Windows 7 on.")
                    .function("WskFreeAddressInfo", "From Windows 7 on.")
                    .function("WskGetNameInfo", "From Windows 7 on.")
                    .build(),
            StructurePage.of(
                            "WSK_SOCKET",
                            "A socket, as WskSocket, WskSocketConnect, WskAccept and WskAcceptEvent deliver it.")
                    .member("Dispatch", "const VOID *", "The provider table of the socket's category.")
                    .remark("The provider allocates it, and frees it when WskCloseSocket completes.")
                    .remark(
                            "Functions are called through this pointer; its type follows from the flag that the socket was"
                                    + " created with. An accepted socket is a connection socket.")
                    .build(),
            StructurePage.of(
                            "WSK_PROVIDER_BASIC_DISPATCH",
                            "The functions of every socket; those of basic sockets are no more.")
                    .functions("WskControlSocket", "WskCloseSocket")
                    .build(),
            StructurePage.of("WSK_PROVIDER_LISTEN_DISPATCH", "The functions of listening sockets.")
                    .member("Basic", "WSK_PROVIDER_BASIC_DISPATCH", "")
                    .functions("WskBind", "WskAccept", "WskInspectComplete", "WskGetLocalAddress")
                    .remark(BASIC)
                    .build(),
            StructurePage.of("WSK_PROVIDER_DATAGRAM_DISPATCH", "The functions of datagram sockets, raw ones included.")
                    .member("Basic", "WSK_PROVIDER_BASIC_DISPATCH", "")
                    .functions("WskBind", "WskSendTo", "WskReceiveFrom")
                    .member("WskRelease", "PFN_WSK_RELEASE_DATAGRAM_INDICATION_LIST", "")
                    .functions("WskGetLocalAddress")
                    .function("WskSendMessages", "From Windows 8 on.")
                    .remark(BASIC)
                    .remark(LONGER)
                    .build(),
            StructurePage.of(
                            "WSK_PROVIDER_CONNECTION_DISPATCH",
                            "The functions of connection sockets, accepted ones included.")
                    .member("Basic", "WSK_PROVIDER_BASIC_DISPATCH", "")
                    .functions(
                            "WskBind",
                            "WskConnect",
                            "WskGetLocalAddress",
                            "WskGetRemoteAddress",
                            "WskSend",
                            "WskReceive",
                            "WskDisconnect")
                    .member("WskRelease", "PFN_WSK_RELEASE_DATA_INDICATION_LIST", "")
                    .function("WskConnectEx", "From Windows 10 version 1703 on.")
                    .function("WskSendEx", "Reserved for system use.")
                    .function("WskReceiveEx", "Reserved for system use.")
                    .remark(BASIC)
                    .remark(LONGER)
                    .build(),
            StructurePage.of("WSK_PROVIDER_STREAM_DISPATCH", "The functions of stream sockets, those of both roles.")
                    .member("Basic", "WSK_PROVIDER_BASIC_DISPATCH", "")
                    .functions(
                            "WskBind", "WskAccept", "WskConnect", "WskListen", "WskSend", "WskReceive", "WskDisconnect")
                    .member("WskRelease", "PFN_WSK_RELEASE_DATA_INDICATION_LIST", "")
                    .functions("WskGetLocalAddress", "WskGetRemoteAddress", "WskConnectEx")
                    .function("WskSendEx", "Reserved for system use.")
                    .function("WskReceiveEx", "Reserved for system use.")
                    .remark(BASIC)
                    .remark("It has no WskInspectComplete, so a stream socket cannot inspect (OQ-8).")
                    .build(),
            StructurePage.of("WSK_CLIENT_LISTEN_DISPATCH", "The driver's callbacks of a listening socket.")
                    .functions("WskAcceptEvent", "WskInspectEvent", "WskAbortEvent")
                    .remark(NULL_MEMBERS)
                    .remark("SO_CONDITIONAL_ACCEPT needs both WskInspectEvent and WskAbortEvent.")
                    .build(),
            StructurePage.of("WSK_CLIENT_DATAGRAM_DISPATCH", "The driver's callback of a datagram socket.")
                    .functions("WskReceiveFromEvent")
                    .remark(NULL_MEMBERS)
                    .build(),
            StructurePage.of("WSK_CLIENT_CONNECTION_DISPATCH", "The driver's callbacks of a connection socket.")
                    .functions("WskReceiveEvent", "WskDisconnectEvent", "WskSendBacklogEvent")
                    .remark(NULL_MEMBERS)
                    .build(),
            StructurePage.of(
                            "WSK_CLIENT_STREAM_DISPATCH", "The driver's callbacks of a stream socket, for either role.")
                    .member("Listen", "const WSK_CLIENT_LISTEN_DISPATCH *", "Counts once WskListen has succeeded.")
                    .member("Connect", "const WSK_CLIENT_CONNECTION_DISPATCH *", "Counts once the socket is connected.")
                    .remark("NULL where the socket will not take the role, or without callbacks in it.")
                    .build());

    private DispatchStructures() {}
}
