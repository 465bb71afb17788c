package dev.wsksim.wsk.registry;

import static dev.wsksim.wsk.WindowsRelease.WINDOWS_7;
import static dev.wsksim.wsk.WindowsRelease.WINDOWS_8;
import static dev.wsksim.wsk.registry.ItemKind.ADDRESS_INFO_FLAG;
import static dev.wsksim.wsk.registry.ItemKind.NAME_FLAG;
import static dev.wsksim.wsk.registry.ItemKind.VALUE;
import static dev.wsksim.wsk.registry.Row.implemented;
import static dev.wsksim.wsk.registry.Row.unsupported;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.WindowsRelease;

/** The flags and namespaces of name resolution. The flags that only the header has stand there without a release of their own. */
final class NameItems {

    private static final String HINTS = "ws2def-addrinfoexw";
    private static final String HEADER = "ws2def.h";
    private static final String GET_ADDRESS_INFO = "nc-wsk-pfn_wsk_get_address_info";
    private static final String GET_NAME_INFO = "nc-wsk-pfn_wsk_get_name_info";
    private static final String EMAIL = "only the provider of NS_EMAIL heeds it, which is not simulated";
    private static final String CLIENT = "a setting of the DNS client, which is a script here";
    private static final String PROVIDER = "the provider of this namespace is not simulated";

    static final ImmutableList<InterfaceItem> ALL = ImmutableList.of(
            flag("AI_PASSIVE"),
            flag("AI_CANONNAME"),
            flag("AI_NUMERICHOST"),
            flag("AI_NUMERICSERV"),
            flag("AI_ALL"),
            flag("AI_ADDRCONFIG"),
            flag("AI_V4MAPPED"),
            flag("AI_FQDN"),
            other("AI_DNS_ONLY", WINDOWS_7, HEADER, CLIENT),
            other("AI_FORCE_CLEAR_TEXT", WINDOWS_7, HEADER, CLIENT),
            other("AI_BYPASS_DNS_CACHE", WINDOWS_7, HEADER, CLIENT),
            other("AI_RETURN_TTL", WINDOWS_7, HEADER, CLIENT),
            other("AI_NON_AUTHORITATIVE", WINDOWS_7, HINTS, EMAIL),
            other("AI_SECURE", WINDOWS_7, HINTS, EMAIL),
            other("AI_RETURN_PREFERRED_NAMES", WINDOWS_7, HINTS, EMAIL),
            other(
                    "AI_FILESERVER",
                    WINDOWS_7,
                    HINTS,
                    "a hint that a provider may ignore; what Windows does is not told"),
            other("AI_DISABLE_IDN_ENCODING", WINDOWS_8, HINTS, "names are of ASCII here"),
            other("AI_SECURE_WITH_FALLBACK", WINDOWS_7, HEADER, CLIENT),
            other("AI_EXCLUSIVE_CUSTOM_SERVERS", WINDOWS_7, HEADER, CLIENT),
            other("AI_RETURN_RESPONSE_FLAGS", WINDOWS_7, HEADER, CLIENT),
            other("AI_REQUIRE_SECURE", WINDOWS_7, HEADER, CLIENT),
            other("AI_RESOLUTION_HANDLE", WINDOWS_7, HEADER, CLIENT),
            other("AI_EXTENDED", WINDOWS_7, HEADER, "asks for the structures behind ADDRINFOEXW"),
            implemented(NAME_FLAG, "NI_NOFQDN", WINDOWS_7, GET_NAME_INFO),
            implemented(NAME_FLAG, "NI_NUMERICHOST", WINDOWS_7, GET_NAME_INFO),
            implemented(NAME_FLAG, "NI_NAMEREQD", WINDOWS_7, GET_NAME_INFO),
            implemented(NAME_FLAG, "NI_NUMERICSERV", WINDOWS_7, GET_NAME_INFO),
            implemented(NAME_FLAG, "NI_DGRAM", WINDOWS_7, GET_NAME_INFO),
            implemented(VALUE, "NS_ALL", WINDOWS_7, GET_ADDRESS_INFO),
            implemented(VALUE, "NS_DNS", WINDOWS_7, GET_ADDRESS_INFO),
            namespace("NS_NETBT"),
            namespace("NS_WINS"),
            namespace("NS_NLA"),
            namespace("NS_BTH"),
            namespace("NS_NTDS"),
            namespace("NS_EMAIL"),
            namespace("NS_PNRPNAME"),
            namespace("NS_PNRPCLOUD"));

    private NameItems() {}

    private static InterfaceItem flag(String name) {
        return implemented(ADDRESS_INFO_FLAG, name, WINDOWS_7, HINTS);
    }

    private static InterfaceItem other(String name, WindowsRelease since, String page, String reason) {
        return unsupported(ADDRESS_INFO_FLAG, name, since, page, reason);
    }

    private static InterfaceItem namespace(String name) {
        return unsupported(VALUE, name, WINDOWS_7, GET_ADDRESS_INFO, PROVIDER);
    }
}
