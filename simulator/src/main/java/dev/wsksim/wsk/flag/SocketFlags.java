package dev.wsksim.wsk.flag;

/**
 * The Flags of WskSocket, which say the category of the socket; a driver may pass any number. Source:
 * nc-wsk-pfn_wsk_socket.
 *
 * @param value the number as it is passed
 */
public record SocketFlags(int value) {

    /** A socket that can only perform control operations; the number is 0. */
    public static final SocketFlags WSK_FLAG_BASIC_SOCKET = new SocketFlags(0);
    /** A socket that listens. */
    public static final SocketFlags WSK_FLAG_LISTEN_SOCKET = new SocketFlags(1);
    /** A socket that connects. */
    public static final SocketFlags WSK_FLAG_CONNECTION_SOCKET = new SocketFlags(2);
    /** A socket for datagrams and raw packets. */
    public static final SocketFlags WSK_FLAG_DATAGRAM_SOCKET = new SocketFlags(4);
    /** A socket that listens or connects, as is decided later; from Windows 10 version 1703 on. */
    public static final SocketFlags WSK_FLAG_STREAM_SOCKET = new SocketFlags(8);

    private static final FlagNames NAMES = FlagNames.of(
            "WSK_FLAG_LISTEN_SOCKET", 1,
            "WSK_FLAG_CONNECTION_SOCKET", 2,
            "WSK_FLAG_DATAGRAM_SOCKET", 4,
            "WSK_FLAG_STREAM_SOCKET", 8);

    /** Returns these flags together with others, which names no category. */
    public SocketFlags or(SocketFlags other) {
        return new SocketFlags(value | other.value);
    }

    @Override
    public String toString() {
        return value == 0 ? "WSK_FLAG_BASIC_SOCKET" : NAMES.text(value);
    }
}
