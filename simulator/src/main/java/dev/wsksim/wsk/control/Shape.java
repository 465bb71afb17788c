package dev.wsksim.wsk.control;

import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.event.WskInspectId;

/** What the buffers of a control operation hold: a C type, its size in bytes on x64, and the Java type that stands for it. */
public enum Shape {
    /** No buffer. */
    NOTHING("nothing", 0, Object.class),
    /** A UCHAR of 0 or 1: reading SO_KEEPALIVE was seen to return one byte. */
    UCHAR("a UCHAR, 0 or 1", 1, Long.class),
    /** A ULONG of 0 or 1. */
    BOOLEAN("a ULONG, 0 or 1", Wsk.SIZE_OF_ULONG, Long.class),
    /** A ULONG. */
    ULONG("a ULONG", Wsk.SIZE_OF_ULONG, Long.class),
    /** A SIZE_T. */
    SIZE_T("a SIZE_T", Wsk.SIZE_OF_POINTER, Long.class),
    /** PSECURITY_DESCRIPTOR. */
    SECURITY_DESCRIPTOR("a PSECURITY_DESCRIPTOR", Wsk.SIZE_OF_POINTER, SecurityDescriptorPointer.class),
    /** WSK_EVENT_CALLBACK_CONTROL. */
    EVENT_CALLBACK_CONTROL("a WSK_EVENT_CALLBACK_CONTROL", WskEventCallbackControl.SIZE, WskEventCallbackControl.class),
    /** SOCKADDR_IN or SOCKADDR_IN6. */
    SOCKADDR("a SOCKADDR of the socket's family; 0 bytes and NULL for none", Shape.VARIABLE, SockAddr.class),
    /** WSK_INSPECT_ID. */
    INSPECT_ID("a WSK_INSPECT_ID", 16, WskInspectId.class),
    /** WSK_EXTENSION_CONTROL_IN. */
    EXTENSION_CONTROL_IN("a WSK_EXTENSION_CONTROL_IN", WskExtensionControlIn.SIZE, WskExtensionControlIn.class),
    /** WSK_EXTENSION_CONTROL_OUT. */
    EXTENSION_CONTROL_OUT("a WSK_EXTENSION_CONTROL_OUT", 16, Object.class),
    /** SOCKET_ADDRESS_LIST. */
    ADDRESS_LIST("a SOCKET_ADDRESS_LIST with its addresses", Shape.VARIABLE, SocketAddressList.class),
    /** IP_MREQ or IPV6_MREQ. */
    IP_MREQ("an IP_MREQ or IPV6_MREQ", Shape.VARIABLE, IpMreq.class),
    /** TCP_INITIAL_RTO_PARAMETERS. */
    INITIAL_RTO("a TCP_INITIAL_RTO_PARAMETERS", TcpInitialRtoParameters.SIZE, TcpInitialRtoParameters.class),
    /** struct tcp_keepalive. */
    KEEPALIVE_VALS("a tcp_keepalive", TcpKeepaliveVals.SIZE, TcpKeepaliveVals.class),
    /** Opaque bytes. */
    BYTES("bytes", Shape.VARIABLE, Object.class);

    /** In place of a size that depends on the content. */
    public static final long VARIABLE = -1;

    private final String text;
    private final long size;
    private final Class<?> type;

    Shape(String text, long size, Class<?> type) {
        this.text = text;
        this.size = size;
        this.type = type;
    }

    /** Returns the type in words. */
    public String text() {
        return text;
    }

    /** Returns the size in bytes, or {@link #VARIABLE}. */
    public long size() {
        return size;
    }

    /** Tells whether a buffer of this size with this content can be read as this type. */
    boolean fits(long bytes, Object content) {
        return (size == VARIABLE || bytes == size) && type.isInstance(content);
    }
}
