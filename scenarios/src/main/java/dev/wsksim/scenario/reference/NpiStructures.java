package dev.wsksim.scenario.reference;

import com.google.common.collect.ImmutableList;

/** The structures of registering, of control operations and of inspections. */
final class NpiStructures {

    static final ImmutableList<StructurePage> ALL = ImmutableList.of(
            StructurePage.of("WSK_REGISTRATION", "Identifies one registration from WskRegister to WskDeregister.")
                    .member("ReservedRegistrationState", "ULONGLONG", "Reserved.")
                    .member("ReservedRegistrationContext", "PVOID", "Reserved.")
                    .member("ReservedRegistrationLock", "KSPIN_LOCK", "Reserved.")
                    .remark(
                            "The driver provides the block, WskRegister fills it, and nobody else touches it. It stays where"
                                    + " it is until WskDeregister has returned, which a block on a stack does not.")
                    .remark("Each registration has a block of its own.")
                    .build(),
            StructurePage.of("WSK_CLIENT_NPI", "What a driver hands to WskRegister.")
                    .member("ClientContext", "PVOID", "Handed to WskClientEvent.")
                    .member("Dispatch", "const WSK_CLIENT_DISPATCH *", "The driver's constant table.")
                    .remark("It may be a local variable; the table that Dispatch points at may not.")
                    .build(),
            StructurePage.of("WSK_CLIENT_DISPATCH", "The version that a driver asks for, and its event function.")
                    .member(
                            "Version",
                            "USHORT",
                            "Made with MAKE_WSK_VERSION; judged by WskCaptureProviderNPI, not by WskRegister (OQ-50).")
                    .member("Reserved", "USHORT", "0.")
                    .member("WskClientEvent", "PFN_WSK_CLIENT_EVENT", "NULL where the driver has none.")
                    .remark("Must stay valid and resident until WskDeregister has returned.")
                    .build(),
            StructurePage.of("WSK_PROVIDER_NPI", "What WskCaptureProviderNPI delivers.")
                    .member("Client", "PWSK_CLIENT", "The first parameter of every function of the table.")
                    .member("Dispatch", "const WSK_PROVIDER_DISPATCH *", "The functions of the provider.")
                    .remark("Both are good until the last WskReleaseProviderNPI; sockets live on after it.")
                    .build(),
            StructurePage.of("WSK_PROVIDER_CHARACTERISTICS", "The range of NPI versions that the subsystem offers.")
                    .member("HighestVersion", "USHORT", "WSK_MAJOR_VERSION and WSK_MINOR_VERSION take it apart.")
                    .member("LowestVersion", "USHORT", "")
                    .remark("Here both are 1.0 under every profile, unless configured (OQ-5).")
                    .build(),
            StructurePage.of("WSK_INSPECT_ID", "Names a connection request under inspection.")
                    .member("Key", "ULONG_PTR", "At offset 0.")
                    .member("SerialNumber", "ULONG", "At offset 8.")
                    .remark(
                            "The pointer that WskInspectEvent is given is good during the call only: the driver copies the"
                                    + " structure, and compares by content.")
                    .build(),
            StructurePage.of(
                            "WSK_EVENT_CALLBACK_CONTROL",
                            "What SO_WSK_EVENT_CALLBACK and WSK_SET_STATIC_EVENT_CALLBACKS take.")
                    .member("NpiId", "PNPIID", "&NPI_WSK_INTERFACE_ID for the callbacks of WSK itself.")
                    .member(
                            "EventMask",
                            "ULONG",
                            "To turn on: any WSK_EVENT_ flags together. To turn off: one flag with WSK_EVENT_DISABLE.")
                    .build(),
            StructurePage.of(
                            "WSK_EXTENSION_CONTROL_IN",
                            "Asks for an extension interface with SIO_WSK_REGISTER_EXTENSION.")
                    .member("NpiId", "PNPIID", "The NPI of the extension.")
                    .member("ClientContext", "PVOID", "Handed to the driver's functions.")
                    .member("ClientDispatch", "const VOID *", "The driver's functions.")
                    .remark("No extension interface was ever defined: every request is STATUS_NOT_SUPPORTED.")
                    .build(),
            StructurePage.of("WSK_EXTENSION_CONTROL_OUT", "What SIO_WSK_REGISTER_EXTENSION would return.")
                    .member("ProviderContext", "PVOID", "Handed to the provider's functions.")
                    .member("ProviderDispatch", "const VOID *", "The provider's functions.")
                    .remark("Never written: see WSK_EXTENSION_CONTROL_IN.")
                    .build(),
            StructurePage.of("WSK_TRANSPORT", "One entry of the list that WSK_TRANSPORT_LIST_QUERY returns; 28 bytes.")
                    .member("Version", "USHORT", "The format, by transport.")
                    .member("SocketType", "USHORT", "SOCK_STREAM, SOCK_DGRAM or SOCK_RAW.")
                    .member("Protocol", "ULONG", "0 for SOCK_RAW, which takes every protocol (OQ-99).")
                    .member("AddressFamily", "ADDRESS_FAMILY", "AF_INET or AF_INET6.")
                    .member("ProviderId", "GUID", "The same for all transports of one provider.")
                    .build(),
            StructurePage.of(
                            "WSK_TDI_MAP",
                            "Maps one kind of socket to a TDI device; not supported after Windows Vista.")
                    .member("SocketType", "USHORT", "")
                    .member("AddressFamily", "ADDRESS_FAMILY", "")
                    .member("Protocol", "ULONG", "")
                    .member("TdiDeviceName", "PCWSTR", "Ends with NUL.")
                    .build(),
            StructurePage.of("WSK_TDI_MAP_INFO", "The table that WSK_TDI_DEVICENAME_MAPPING takes.")
                    .member("ElementCount", "const ULONG", "How many entries Map has.")
                    .member("Map", "const WSK_TDI_MAP *", "")
                    .build(),
            StructurePage.of("WSK_INSPECT_ACTION", "What WskInspectEvent returns and WskInspectComplete takes.")
                    .member("WskInspectReject", "0", "Refuse the request.")
                    .member("WskInspectAccept", "1", "Go on with the handshake.")
                    .member(
                            "WskInspectPend",
                            "2",
                            "Decide later with WskInspectComplete, which does not take this value.")
                    .build(),
            StructurePage.of("WSK_CONTROL_SOCKET_TYPE", "RequestType of WskControlSocket.")
                    .member("WskSetOption", "0", "")
                    .member("WskGetOption", "1", "")
                    .member("WskIoctl", "2", "Level is ignored then.")
                    .build());

    private NpiStructures() {}
}
