package dev.wsksim.scenario.reference;

import com.google.common.collect.ImmutableList;

/** The structures that carry addresses and names. */
final class AddressStructures {

    static final ImmutableList<StructurePage> ALL = ImmutableList.of(
            StructurePage.of(
                            "SOCKADDR",
                            "An address of any family, by its first member; what a pointer to an address points at.")
                    .member("sa_family", "ADDRESS_FAMILY", "AF_INET: it is a SOCKADDR_IN; AF_INET6: a SOCKADDR_IN6.")
                    .member("sa_data", "CHAR[14]", "")
                    .build(),
            StructurePage.of("SOCKADDR_IN", "An IPv4 address with a port; 16 bytes.")
                    .member("sin_family", "ADDRESS_FAMILY", "AF_INET.")
                    .member("sin_port", "USHORT", "In network byte order.")
                    .member("sin_addr", "IN_ADDR", "In network byte order; INADDR_ANY is the wildcard.")
                    .member("sin_zero", "CHAR[8]", "0.")
                    .build(),
            StructurePage.of("SOCKADDR_IN6", "An IPv6 address with a port; 28 bytes.")
                    .member("sin6_family", "ADDRESS_FAMILY", "AF_INET6.")
                    .member("sin6_port", "USHORT", "In network byte order.")
                    .member("sin6_flowinfo", "ULONG", "")
                    .member("sin6_addr", "IN6_ADDR", "The unspecified address is the wildcard.")
                    .member("sin6_scope_id", "ULONG", "")
                    .remark("A socket of AF_INET6 without IPV6_V6ONLY writes IPv4 addresses as mapped ones here.")
                    .build(),
            StructurePage.of("SOCKADDR_STORAGE", "Room for an address of any family; 128 bytes.")
                    .member("ss_family", "ADDRESS_FAMILY", "")
                    .build(),
            StructurePage.of(
                            "ADDRINFOEXW",
                            "An entry of the list that WskGetAddressInfo returns, and its Hints; 72 bytes.")
                    .member("ai_flags", "int", "In Hints: AI_ flags.")
                    .member("ai_family", "int", "In Hints: AF_UNSPEC, AF_INET or AF_INET6.")
                    .member("ai_socktype", "int", "In Hints: 0 for any.")
                    .member("ai_protocol", "int", "In Hints: 0 for any.")
                    .member("ai_addrlen", "size_t", "The size of the structure at ai_addr.")
                    .member("ai_canonname", "PWSTR", "With AI_CANONNAME or AI_FQDN: the name, in the first entry.")
                    .member("ai_addr", "sockaddr *", "The address.")
                    .member("ai_blob", "void *", "NULL.")
                    .member("ai_bloblen", "size_t", "0.")
                    .member("ai_provider", "GUID *", "NULL.")
                    .member("ai_next", "ADDRINFOEXW *", "NULL in the last entry.")
                    .remark("The whole list is freed by its first entry with WskFreeAddressInfo, once.")
                    .build(),
            StructurePage.of("SOCKET_ADDRESS", "An address with its size.")
                    .member("lpSockaddr", "SOCKADDR *", "")
                    .member("iSockaddrLength", "INT", "")
                    .build(),
            StructurePage.of("SOCKET_ADDRESS_LIST", "The local addresses that SIO_ADDRESS_LIST_QUERY returns.")
                    .member("iAddressCount", "INT", "")
                    .member("Address", "SOCKET_ADDRESS[]", "As many; the addresses that they point at lie behind them.")
                    .build(),
            StructurePage.of("IP_MREQ", "An IPv4 group to join or leave.")
                    .member("imr_multiaddr", "IN_ADDR", "The group.")
                    .member(
                            "imr_interface",
                            "IN_ADDR",
                            "An address of the interface; INADDR_ANY for the host's choice.")
                    .build(),
            StructurePage.of("IPV6_MREQ", "An IPv6 group to join or leave.")
                    .member("ipv6mr_multiaddr", "IN6_ADDR", "The group.")
                    .member("ipv6mr_interface", "ULONG", "The index of the interface; 0 for the host's choice.")
                    .build());

    private AddressStructures() {}
}
