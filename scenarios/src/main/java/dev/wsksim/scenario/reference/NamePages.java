package dev.wsksim.scenario.reference;

import static dev.wsksim.kernel.NtStatus.*;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.WskFunction;

/** The pages of the functions that resolve names. Sources: the page of each function, nf-ws2tcpip-getaddrinfoexw, nf-ws2tcpip-getnameinfow. */
final class NamePages {
    private static final String CLIENT = "The WSK_CLIENT that WskCaptureProviderNPI delivered.";
    private static final String PROCESS =
            "The process under whose name is asked; NULL stands for a local account with few"
                    + " rights, or, as the header has it, for the current process (OQ-11). Whose name it is makes no difference"
                    + " here. Not to be given while the calling thread impersonates.";
    private static final String THREAD = "A thread for the same purpose; only together with OwningProcess.";
    private static final String UNKNOWN = "The same on Windows 7, where the page's STATUS_NO_MATCH was seen.";
    private static final String NOT_READY =
            "The resolver is not ready yet, as drivers report of the time after the start.";
    private static final String NO_CLIENT =
            "Client is NULL or no longer captured; the IRP is left untouched (assumption).";
    private static final String SILENCE =
            "wsk.unanswered-name-status decides what a DNS server that fails, or that does not"
                    + " answer within 10 s, comes to; typically the same as a name that does not exist.";

    private NamePages() {}

    static ImmutableList<FunctionPage> all() {
        return ImmutableList.of(addressInfo(), free(), nameInfo());
    }

    private static FunctionPage addressInfo() {
        return FunctionPage.of(
                        WskFunction.WskGetAddressInfo,
                        "Finds the addresses of a host and the port of a service, and delivers them as a linked list."
                                + " At PASSIVE_LEVEL.")
                .parameter("Client", CLIENT)
                .parameter(
                        "NodeName",
                        "A host name or the text of an address. NULL means this computer: its loopback addresses, or"
                                + " with AI_PASSIVE the wildcard addresses. An empty name means the addresses of its"
                                + " interfaces. The header wants a terminating NUL.")
                .parameter(
                        "ServiceName",
                        "A port number, or a name of the file services. NULL or empty gives port 0. NodeName or"
                                + " ServiceName has to say something.")
                .parameter("NameSpace", "NS_ALL or NS_DNS; other namespaces of Windows are not simulated.")
                .parameter(
                        "Provider",
                        "NULL, or the GUID of the provider of TCP/IP, {22059D40-7E9E-11CF-AE5A-00AA00A7112B}; another"
                                + " one is not installed and knows no name (assumption).")
                .parameter(
                        "Hints",
                        "NULL, or what is wanted: ai_flags, ai_family, ai_socktype and ai_protocol. ai_addrlen,"
                                + " ai_canonname, ai_addr and ai_next have to be 0 or NULL.")
                .parameter("Result", "Receives the head of the list when the IRP completes with STATUS_SUCCESS.")
                .parameter("OwningProcess", PROCESS)
                .parameter("OwningThread", THREAD)
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(
                        STATUS_SUCCESS,
                        "Result has the list. IoStatus.Information is 0, as seen on Windows; the page says that it is"
                                + " the returned status.")
                .result(STATUS_PENDING, "Returned only, even for the text of an address, as seen on Windows.")
                .result(
                        STATUS_NOT_FOUND,
                        "The name, the service or an address of a wanted family is not known, from Windows 8 on, as"
                                + " seen there. For all but an unknown host the status is an assumption.")
                .result(STATUS_NO_MATCH, UNKNOWN)
                .result(
                        STATUS_INVALID_PARAMETER,
                        "OwningProcess or OwningThread against their rules, or Irp is NULL; as assumptions also Result"
                                + " NULL, neither a NodeName nor a ServiceName, and hints that GetAddrInfoEx refuses.")
                .result(
                        STATUS_IO_TIMEOUT,
                        "DNS has not answered, where the decision wsk.unanswered-name-status says so (OQ-103).")
                .result(STATUS_INTERNAL_ERROR, NOT_READY)
                .result(STATUS_CANCELLED, "IoCancelIrp came before the answer (OQ-26).")
                .result(STATUS_INVALID_HANDLE, NO_CLIENT)
                .section(
                        "Where names are looked for",
                        "In the file hosts, then among the names of this computer (localhost, its own, ..localmachine),"
                                + " then in the scripted DNS. A name of one label gets the computer's domain first.",
                        "DNS is asked at 0, 1, 2, 4 and 8 s and given up at 10 s, as Windows does with one server.",
                        SILENCE)
                .section(
                        "Flags of ai_flags",
                        "AI_PASSIVE, AI_CANONNAME, AI_FQDN, AI_NUMERICHOST, AI_NUMERICSERV, AI_ADDRCONFIG, AI_V4MAPPED"
                                + " and AI_ALL act. The others of Windows are refused as not simulated, and so is"
                                + " AI_CANONNAME together with AI_FQDN, which would deliver ADDRINFOEX2W.")
                .section(
                        "The list",
                        "Every address with every port, the addresses in the order of RFC 6724. A service by its name"
                                + " has an entry for each protocol that the hints leave open.",
                        "The driver gives the head to WskFreeAddressInfo, once.")
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskGetAddressInfo"))
                .sources("nf-ws2tcpip-getaddrinfoexw", "ns-ws2def-addrinfoexw", "dns-client-resolution-timeouts")
                .build();
    }

    private static FunctionPage free() {
        return FunctionPage.of(
                        WskFunction.WskFreeAddressInfo,
                        "Frees a list that WskGetAddressInfo delivered, with all its entries. No IRP and no status. At"
                                + " PASSIVE_LEVEL.")
                .parameter("Client", CLIENT)
                .parameter("AddrInfo", "The head of the list, as it was written to Result.")
                .section(
                        "Remarks",
                        "Exactly once for each list, before the provider is released. Nothing else frees it:"
                                + " WskDeregister does not.",
                        "An entry that is not the head, or a list that was freed, is the bug check BAD_POOL_CALLER"
                                + " here, and to read a freed list PAGE_FAULT_IN_NONPAGED_AREA. No page says what"
                                + " happens (assumption).",
                        "NULL does nothing here (assumption); the verifier says so.")
                .build();
    }

    private static FunctionPage nameInfo() {
        return FunctionPage.of(
                        WskFunction.WskGetNameInfo,
                        "Finds the name of the host that has an address and of the service that has a port. At"
                                + " PASSIVE_LEVEL.")
                .parameter("Client", CLIENT)
                .parameter("SockAddr", "A SOCKADDR_IN or SOCKADDR_IN6.")
                .parameter(
                        "SockAddrLength",
                        "Its size in bytes: 16 or 28 at least, and at most the 128 of SOCKADDR_STORAGE.")
                .parameter(
                        "NodeName",
                        "A buffer for the full name of the host and a NUL; NI_MAXHOST characters are enough for all."
                                + " NULL when it is not wanted. It stays until the IRP completes.")
                .parameter(
                        "ServiceName",
                        "A buffer for the name of the service and a NUL; NI_MAXSERV characters are enough for all. NULL"
                                + " when it is not wanted; not both may be NULL.")
                .parameter(
                        "Flags",
                        "NI_NUMERICHOST and NI_NUMERICSERV ask for numbers, NI_NAMEREQD makes a host without a name an"
                                + " error, NI_NOFQDN leaves out the domain of hosts in this one's, NI_DGRAM asks for"
                                + " the service over UDP.")
                .parameter("OwningProcess", PROCESS)
                .parameter("OwningThread", THREAD)
                .parameter("Irp", IrpRemarks.PARAMETER)
                .result(
                        STATUS_SUCCESS,
                        "The buffers have the names; without a name that of the host is the text of its address, and"
                                + " that of the service the number of its port. IoStatus.Information is 0"
                                + " (assumption).")
                .result(STATUS_PENDING, "Returned only: the IRP completes later.")
                .result(STATUS_NOT_FOUND, "NI_NAMEREQD, and the host has no name; from Windows 8 on (assumption).")
                .result(STATUS_NO_MATCH, "The same on Windows 7; the page names this status.")
                .result(
                        STATUS_INVALID_PARAMETER,
                        "NodeName and ServiceName both NULL, OwningProcess or OwningThread against their rules, or Irp"
                                + " is NULL; as assumptions also an address that is NULL, too short or of another"
                                + " family, and unknown flags.")
                .result(
                        STATUS_BUFFER_OVERFLOW,
                        "A buffer is too small for the text and its NUL; nothing is written. The page names no status"
                                + " (OQ-49): the decision wsk.small-name-buffer-status.")
                .result(STATUS_BUFFER_TOO_SMALL, "The same, where that decision says so.")
                .result(STATUS_INTERNAL_ERROR, NOT_READY)
                .result(STATUS_CANCELLED, "IoCancelIrp came before the answer (OQ-26).")
                .result(STATUS_INVALID_HANDLE, NO_CLIENT)
                .section(
                        "Where names are looked for",
                        "In the file hosts, then among the addresses of this computer, then in the scripted DNS;"
                                + " services in the file services.",
                        SILENCE + " Without NI_NAMEREQD the text of the address stands for the name.")
                .section(IrpRemarks.TITLE, IrpRemarks.of("WskGetNameInfo"))
                .sources("nf-ws2tcpip-getnameinfow", "dns-client-resolution-timeouts")
                .build();
    }
}
