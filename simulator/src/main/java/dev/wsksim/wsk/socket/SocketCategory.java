package dev.wsksim.wsk.socket;

import dev.wsksim.wsk.WindowsRelease;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.event.EventFlag;
import java.util.Arrays;
import java.util.Optional;

/**
 * The categories of sockets, each chosen by a flag of WskSocket and with a dispatch table of its own. Source:
 * winsock-kernel-socket-categories, ns-wsk-_wsk_socket.
 */
public enum SocketCategory {
    /** Only for control operations. */
    BASIC(Wsk.WSK_FLAG_BASIC_SOCKET, "basic socket", "WSK_PROVIDER_BASIC_DISPATCH", 0),
    /** Listens from its bind on. */
    LISTEN(
            Wsk.WSK_FLAG_LISTEN_SOCKET,
            "listening socket",
            "WSK_PROVIDER_LISTEN_DISPATCH",
            EventFlag.WSK_EVENT_ACCEPT.bit()),
    /** Sends and receives on one connection. */
    CONNECTION(
            Wsk.WSK_FLAG_CONNECTION_SOCKET,
            "connection socket",
            "WSK_PROVIDER_CONNECTION_DISPATCH",
            EventFlag.CONNECTION_EVENTS),
    /** Sends and receives datagrams. */
    DATAGRAM(
            Wsk.WSK_FLAG_DATAGRAM_SOCKET,
            "datagram socket",
            "WSK_PROVIDER_DATAGRAM_DISPATCH",
            EventFlag.WSK_EVENT_RECEIVE_FROM.bit()),
    /** Becomes a listening or a connected socket by what is called first. */
    STREAM(
            Wsk.WSK_FLAG_STREAM_SOCKET,
            "stream socket",
            "WSK_PROVIDER_STREAM_DISPATCH",
            EventFlag.WSK_EVENT_ACCEPT.bit() | EventFlag.CONNECTION_EVENTS);

    private final int flag;
    private final String text;
    private final String providerTable;
    private final int events;

    SocketCategory(int flag, String text, String providerTable, int events) {
        this.flag = flag;
        this.text = text;
        this.providerTable = providerTable;
        this.events = events;
    }

    /** Returns the category that exactly these Flags of WskSocket name, if there is one. */
    public static Optional<SocketCategory> ofFlags(int flags) {
        return Arrays.stream(values())
                .filter(category -> category.flag == flags)
                .findFirst();
    }

    /** Returns the first Windows that has the category. Source: ns-wsk-_wsk_provider_stream_dispatch. */
    public WindowsRelease since() {
        return this == STREAM ? WindowsRelease.WINDOWS_10_1703 : WindowsRelease.WINDOWS_VISTA;
    }

    /** Returns the C name of the client dispatch table; empty for a basic socket, which has none. */
    public String clientTable() {
        return this == BASIC ? "" : "WSK_CLIENT_" + name() + "_DISPATCH";
    }

    /** Returns the category in words. */
    public String text() {
        return text;
    }

    /** Tells whether sockets of the category can be bound over a transport. Source: af-inet, af-inet6. */
    public boolean carries(SocketTriple triple) {
        return switch (this) {
            case BASIC -> false;
            case LISTEN, CONNECTION, STREAM -> triple.isTcp();
            case DATAGRAM -> triple.socketType() != Ws2def.SOCK_STREAM;
        };
    }

    /** Returns the mask of the events that sockets of the category have themselves. */
    public int events() {
        return events;
    }

    /** Returns the C name of its provider dispatch table. */
    public String providerTable() {
        return providerTable;
    }
}
