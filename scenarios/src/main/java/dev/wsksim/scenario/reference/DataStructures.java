package dev.wsksim.scenario.reference;

import com.google.common.collect.ImmutableList;

/** The structures that carry data, and what comes with it. */
final class DataStructures {

    static final ImmutableList<StructurePage> ALL = ImmutableList.of(
            StructurePage.of("WSK_BUF", "Bytes to send, room to receive, or bytes that have come; 24 bytes.")
                    .member(
                            "Mdl",
                            "PMDL",
                            "An MDL or a chain of them, over locked or non-paged memory; NULL only with a Length of 0.")
                    .member("Offset", "ULONG", "Where the bytes begin, inside the first MDL of the chain.")
                    .member("Length", "SIZE_T", "How many bytes: to send, at most to receive, or received.")
                    .remark(
                            "The structure itself is read before the call returns (OQ-24); the memory and the MDLs belong to the"
                                    + " provider until the IRP is completed.")
                    .remark(
                            "A chain that is shorter than Offset and Length say is read beyond its end: bug check 0x50.")
                    .build(),
            StructurePage.of("WSK_BUF_LIST", "A list of datagrams for WskSendMessages; 32 bytes an entry.")
                    .member("Next", "WSK_BUF_LIST *", "NULL in the last entry.")
                    .member("Buffer", "WSK_BUF", "One datagram.")
                    .build(),
            StructurePage.of(
                            "WSK_DATA_INDICATION",
                            "A list of received bytes that WskReceiveEvent is given; 32 bytes an entry.")
                    .member("Next", "WSK_DATA_INDICATION *", "NULL in the last entry.")
                    .member("Buffer", "WSK_BUF", "Bytes, behind those of the entries before.")
                    .remark("A list has any number of entries, each with any chain of MDLs and any Offset; the decision"
                            + " event.indication-shape chooses (OQ-102).")
                    .remark(
                            "It is the driver's during the call; after STATUS_PENDING until WskRelease, which takes the pointer to"
                                    + " the first entry.")
                    .build(),
            StructurePage.of(
                            "WSK_DATAGRAM_INDICATION",
                            "A list of datagrams that WskReceiveFromEvent is given; 56 bytes an entry.")
                    .member("Next", "WSK_DATAGRAM_INDICATION *", "NULL in the last entry.")
                    .member("Buffer", "WSK_BUF", "One datagram; Mdl is NULL where it has no data, as was seen.")
                    .member("ControlInfo", "PCMSGHDR", "Control information; NULL where there is none.")
                    .member("ControlInfoLength", "ULONG", "0 where there is none.")
                    .member("RemoteAddress", "PSOCKADDR", "Who sent it.")
                    .remark(
                            "After STATUS_PENDING the driver may cut the list and release the parts one by one, as drivers were"
                                    + " seen to do.")
                    .build(),
            StructurePage.of(
                            "CMSGHDR",
                            "The header of one object of control information; 16 bytes, and its data behind it.")
                    .member("cmsg_len", "SIZE_T", "The length of header and data, without the padding behind it.")
                    .member("cmsg_level", "INT", "IPPROTO_IP or IPPROTO_IPV6.")
                    .member("cmsg_type", "INT", "What it is, such as IP_PKTINFO.")
                    .remark("Objects follow each other at multiples of 8 bytes; the last one's padding counts for"
                            + " ControlInfoLength too.")
                    .build(),
            StructurePage.of(
                            "IN_PKTINFO", "Where an IPv4 datagram was sent to, or is to come from; data of IP_PKTINFO.")
                    .member("ipi_addr", "IN_ADDR", "Received: the destination. To send: the source.")
                    .member("ipi_ifindex", "ULONG", "The interface; 0 for the host's choice.")
                    .build(),
            StructurePage.of(
                            "IN6_PKTINFO",
                            "Where an IPv6 datagram was sent to, or is to come from; data of IPV6_PKTINFO.")
                    .member("ipi6_addr", "IN6_ADDR", "Received: the destination. To send: the source.")
                    .member("ipi6_ifindex", "ULONG", "The interface; 0 for the host's choice.")
                    .build());

    private DataStructures() {}
}
