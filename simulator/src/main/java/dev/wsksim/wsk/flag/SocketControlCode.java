package dev.wsksim.wsk.flag;

import dev.wsksim.wsk.Wsk;

/**
 * The ControlCode of WskControlSocket: an option of the Level beside it, or an IOCTL; a driver may pass any number. Those
 * that are WSK's own are here; others are made of the constants of their header, such as {@code new
 * SocketControlCode(Ws2def.SO_REUSEADDR)}. The numbers overlap with those of {@link ClientControlCode}. Source:
 * nc-wsk-pfn_wsk_control_socket.
 *
 * @param value the number as it is passed
 */
public record SocketControlCode(int value) {

    /** Option: the security descriptor of a socket. Source: so-wsk-security. */
    public static final SocketControlCode SO_WSK_SECURITY = new SocketControlCode(Wsk.SO_WSK_SECURITY);
    /** Option: enables and disables event callbacks. Source: so-wsk-event-callback. */
    public static final SocketControlCode SO_WSK_EVENT_CALLBACK = new SocketControlCode(Wsk.SO_WSK_EVENT_CALLBACK);
    /** IOCTL: the fixed remote address of a datagram socket. Source: sio-wsk-set-remote-address. */
    public static final SocketControlCode SIO_WSK_SET_REMOTE_ADDRESS =
            new SocketControlCode(Wsk.SIO_WSK_SET_REMOTE_ADDRESS);
    /** IOCTL: the fixed destination of a datagram socket. Source: sio-wsk-set-sendto-address. */
    public static final SocketControlCode SIO_WSK_SET_SENDTO_ADDRESS =
            new SocketControlCode(Wsk.SIO_WSK_SET_SENDTO_ADDRESS);
    /** IOCTL: registers for an extension interface. Source: sio-wsk-register-extension. */
    public static final SocketControlCode SIO_WSK_REGISTER_EXTENSION =
            new SocketControlCode(Wsk.SIO_WSK_REGISTER_EXTENSION);
    /** IOCTL: the id of an inspected request. Source: sio-wsk-query-inspect-id. */
    public static final SocketControlCode SIO_WSK_QUERY_INSPECT_ID =
            new SocketControlCode(Wsk.SIO_WSK_QUERY_INSPECT_ID);
    /** IOCTL: how many bytes should be on their way. Source: sio-wsk-query-ideal-send-backlog. */
    public static final SocketControlCode SIO_WSK_QUERY_IDEAL_SEND_BACKLOG =
            new SocketControlCode(Wsk.SIO_WSK_QUERY_IDEAL_SEND_BACKLOG);
    /** IOCTL: how many bytes wait to be received. Source: sio-wsk-query-receive-backlog. */
    public static final SocketControlCode SIO_WSK_QUERY_RECEIVE_BACKLOG =
            new SocketControlCode(Wsk.SIO_WSK_QUERY_RECEIVE_BACKLOG);
    /** IOCTL: silent mode of a TCP connection; in the header only. */
    public static final SocketControlCode SIO_WSK_SET_TCP_SILENT_MODE =
            new SocketControlCode(Wsk.SIO_WSK_SET_TCP_SILENT_MODE);
}
