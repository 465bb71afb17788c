package dev.wsksim.wsk.registry;

/** What an item of the WSK interface is. */
public enum ItemKind {
    FUNCTION("function", "Functions"),
    CALLBACK("callback", "Callbacks"),
    CLIENT_CONTROL_CODE("control code of WskControlClient", "Client control codes"),
    SOCKET_OPTION("socket option, level SOL_SOCKET", "Socket options, level SOL_SOCKET"),
    IP_OPTION("socket option, level IPPROTO_IP", "Socket options, level IPPROTO_IP"),
    IPV6_OPTION("socket option, level IPPROTO_IPV6", "Socket options, level IPPROTO_IPV6"),
    TCP_OPTION("socket option, level IPPROTO_TCP", "Socket options, level IPPROTO_TCP"),
    UDP_OPTION("socket option, level IPPROTO_UDP", "Socket options, level IPPROTO_UDP"),
    IOCTL("IOCTL of WskControlSocket", "IOCTLs"),
    CATEGORY_FLAG("flag of WskSocket: socket category", "Flags: socket categories"),
    OPERATION_FLAG("flag of a function or callback", "Flags: functions and callbacks"),
    EVENT_FLAG("flag of an event mask", "Flags: events"),
    MESSAGE_FLAG("flag of a datagram", "Flags: datagrams"),
    ADDRESS_INFO_FLAG("flag of the hints of WskGetAddressInfo", "Flags: addresses of names"),
    NAME_FLAG("flag of WskGetNameInfo", "Flags: names"),
    VALUE("constant", "Other constants and macros"),
    STRUCTURE("structure", "Structures");

    private final String text;
    private final String heading;

    ItemKind(String text, String heading) {
        this.text = text;
        this.heading = heading;
    }

    /** Returns the kind in words, for one item. */
    public String text() {
        return text;
    }

    /** Returns the kind in words, for all its items. */
    public String heading() {
        return heading;
    }
}
