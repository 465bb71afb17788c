package dev.wsksim.wsk;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;

/**
 * The constants of the public header wsk.h, with their values.
 *
 * <p>Flags of different functions share numbers, so a number means something only together with its function.
 */
public final class Wsk {

    public static final int WSK_FLAG_BASIC_SOCKET = 0;
    public static final int WSK_FLAG_LISTEN_SOCKET = 1;
    public static final int WSK_FLAG_CONNECTION_SOCKET = 2;
    public static final int WSK_FLAG_DATAGRAM_SOCKET = 4;
    public static final int WSK_FLAG_STREAM_SOCKET = 8;

    /** A flag of WskSend that is only in the header, on no page. */
    public static final int WSK_FLAG_OOB = 1;
    /** A flag of WskSend. */
    public static final int WSK_FLAG_NODELAY = 2;
    /** A flag of WskReceive. */
    public static final int WSK_FLAG_WAITALL = 2;
    /** A flag of WskReceive. */
    public static final int WSK_FLAG_DRAIN = 4;
    /** A flag of WskDisconnect and WskDisconnectEvent. */
    public static final int WSK_FLAG_ABORTIVE = 1;
    /** A flag of WskReceiveEvent. */
    public static final int WSK_FLAG_RELEASE_ASAP = 2;
    /** A flag of WskReceiveEvent. */
    public static final int WSK_FLAG_ENTIRE_MESSAGE = 4;
    /** A flag of WskAcceptEvent, WskDisconnectEvent, WskReceiveEvent and WskReceiveFromEvent. */
    public static final int WSK_FLAG_AT_DISPATCH_LEVEL = 8;

    public static final int WSK_EVENT_SEND_BACKLOG = 0x00000010;
    public static final int WSK_EVENT_RECEIVE = 0x00000040;
    public static final int WSK_EVENT_DISCONNECT = 0x00000080;
    public static final int WSK_EVENT_RECEIVE_FROM = 0x00000100;
    public static final int WSK_EVENT_ACCEPT = 0x00000200;
    /** Turns off the one event that is named with it. */
    public static final int WSK_EVENT_DISABLE = 0x80000000;

    public static final int WSK_INSPECT_REJECT = 0;
    public static final int WSK_INSPECT_ACCEPT = 1;
    public static final int WSK_INSPECT_PEND = 2;

    public static final long WSK_NO_WAIT = 0;
    public static final long WSK_INFINITE_WAIT = 0xFFFFFFFFL;

    public static final int WSK_TRANSPORT_LIST_QUERY = 2;
    public static final int WSK_TRANSPORT_LIST_CHANGE = 3;
    public static final int WSK_CACHE_SD = 4;
    public static final int WSK_RELEASE_SD = 5;
    public static final int WSK_TDI_DEVICENAME_MAPPING = 6;
    public static final int WSK_SET_STATIC_EVENT_CALLBACKS = 7;
    public static final int WSK_TDI_BEHAVIOR = 8;
    /** A flag of WSK_TDI_BEHAVIOR. */
    public static final int WSK_TDI_BEHAVIOR_BYPASS_TDI = 1;

    public static final int WSK_SET_OPTION = 0;
    public static final int WSK_GET_OPTION = 1;
    public static final int WSK_IOCTL = 2;

    public static final int SO_WSK_SECURITY = 0x4001;
    public static final int SO_WSK_EVENT_CALLBACK = 0x4002;

    public static final int SIO_WSK_SET_REMOTE_ADDRESS = 0x8F000001;
    public static final int SIO_WSK_REGISTER_EXTENSION = 0xCF000002;
    public static final int SIO_WSK_QUERY_IDEAL_SEND_BACKLOG = 0x4F000003;
    public static final int SIO_WSK_QUERY_RECEIVE_BACKLOG = 0x4F000004;
    public static final int SIO_WSK_QUERY_INSPECT_ID = 0x4F000005;
    public static final int SIO_WSK_SET_SENDTO_ADDRESS = 0x8F000006;
    public static final int SIO_WSK_SET_TCP_SILENT_MODE = 0x2F000007;

    /** The interface of the standard callbacks, for WSK_EVENT_CALLBACK_CONTROL; from the sources of public drivers. */
    public static final String NPI_WSK_INTERFACE_ID = "2227E803-8D8B-11D4-ABAD-009027719E09";

    /** The size of a WSK_TRANSPORT in bytes. */
    public static final long SIZE_OF_WSK_TRANSPORT = 28;
    /** The size of a pointer, and of a SIZE_T, on x64. */
    public static final long SIZE_OF_POINTER = 8;
    /** The size of a ULONG. */
    public static final long SIZE_OF_ULONG = 4;

    private static final ImmutableSortedMap<String, Long> BY_NAME = ImmutableSortedMap.<String, Long>naturalOrder()
            .put("WSK_FLAG_BASIC_SOCKET", ulong(WSK_FLAG_BASIC_SOCKET))
            .put("WSK_FLAG_LISTEN_SOCKET", ulong(WSK_FLAG_LISTEN_SOCKET))
            .put("WSK_FLAG_CONNECTION_SOCKET", ulong(WSK_FLAG_CONNECTION_SOCKET))
            .put("WSK_FLAG_DATAGRAM_SOCKET", ulong(WSK_FLAG_DATAGRAM_SOCKET))
            .put("WSK_FLAG_STREAM_SOCKET", ulong(WSK_FLAG_STREAM_SOCKET))
            .put("WSK_FLAG_OOB", ulong(WSK_FLAG_OOB))
            .put("WSK_FLAG_NODELAY", ulong(WSK_FLAG_NODELAY))
            .put("WSK_FLAG_WAITALL", ulong(WSK_FLAG_WAITALL))
            .put("WSK_FLAG_DRAIN", ulong(WSK_FLAG_DRAIN))
            .put("WSK_FLAG_ABORTIVE", ulong(WSK_FLAG_ABORTIVE))
            .put("WSK_FLAG_RELEASE_ASAP", ulong(WSK_FLAG_RELEASE_ASAP))
            .put("WSK_FLAG_ENTIRE_MESSAGE", ulong(WSK_FLAG_ENTIRE_MESSAGE))
            .put("WSK_FLAG_AT_DISPATCH_LEVEL", ulong(WSK_FLAG_AT_DISPATCH_LEVEL))
            .put("WSK_EVENT_SEND_BACKLOG", ulong(WSK_EVENT_SEND_BACKLOG))
            .put("WSK_EVENT_RECEIVE", ulong(WSK_EVENT_RECEIVE))
            .put("WSK_EVENT_DISCONNECT", ulong(WSK_EVENT_DISCONNECT))
            .put("WSK_EVENT_RECEIVE_FROM", ulong(WSK_EVENT_RECEIVE_FROM))
            .put("WSK_EVENT_ACCEPT", ulong(WSK_EVENT_ACCEPT))
            .put("WSK_EVENT_DISABLE", ulong(WSK_EVENT_DISABLE))
            .put("WskInspectReject", ulong(WSK_INSPECT_REJECT))
            .put("WskInspectAccept", ulong(WSK_INSPECT_ACCEPT))
            .put("WskInspectPend", ulong(WSK_INSPECT_PEND))
            .put("WSK_NO_WAIT", WSK_NO_WAIT)
            .put("WSK_INFINITE_WAIT", WSK_INFINITE_WAIT)
            .put("WSK_TRANSPORT_LIST_QUERY", ulong(WSK_TRANSPORT_LIST_QUERY))
            .put("WSK_TRANSPORT_LIST_CHANGE", ulong(WSK_TRANSPORT_LIST_CHANGE))
            .put("WSK_CACHE_SD", ulong(WSK_CACHE_SD))
            .put("WSK_RELEASE_SD", ulong(WSK_RELEASE_SD))
            .put("WSK_TDI_DEVICENAME_MAPPING", ulong(WSK_TDI_DEVICENAME_MAPPING))
            .put("WSK_SET_STATIC_EVENT_CALLBACKS", ulong(WSK_SET_STATIC_EVENT_CALLBACKS))
            .put("WSK_TDI_BEHAVIOR", ulong(WSK_TDI_BEHAVIOR))
            .put("WSK_TDI_BEHAVIOR_BYPASS_TDI", ulong(WSK_TDI_BEHAVIOR_BYPASS_TDI))
            .put("WskSetOption", ulong(WSK_SET_OPTION))
            .put("WskGetOption", ulong(WSK_GET_OPTION))
            .put("WskIoctl", ulong(WSK_IOCTL))
            .put("SO_WSK_SECURITY", ulong(SO_WSK_SECURITY))
            .put("SO_WSK_EVENT_CALLBACK", ulong(SO_WSK_EVENT_CALLBACK))
            .put("SIO_WSK_SET_REMOTE_ADDRESS", ulong(SIO_WSK_SET_REMOTE_ADDRESS))
            .put("SIO_WSK_REGISTER_EXTENSION", ulong(SIO_WSK_REGISTER_EXTENSION))
            .put("SIO_WSK_QUERY_IDEAL_SEND_BACKLOG", ulong(SIO_WSK_QUERY_IDEAL_SEND_BACKLOG))
            .put("SIO_WSK_QUERY_RECEIVE_BACKLOG", ulong(SIO_WSK_QUERY_RECEIVE_BACKLOG))
            .put("SIO_WSK_QUERY_INSPECT_ID", ulong(SIO_WSK_QUERY_INSPECT_ID))
            .put("SIO_WSK_SET_SENDTO_ADDRESS", ulong(SIO_WSK_SET_SENDTO_ADDRESS))
            .put("SIO_WSK_SET_TCP_SILENT_MODE", ulong(SIO_WSK_SET_TCP_SILENT_MODE))
            .buildOrThrow();

    private Wsk() {}

    /** The number as the C code has it: all 32 bits without a sign. */
    private static long ulong(int value) {
        return Integer.toUnsignedLong(value);
    }

    /** Returns the value of the constant with this exact C name, if it is one of these. */
    public static Optional<Long> valueOf(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Returns the names of all these constants, sorted. */
    public static Iterable<String> names() {
        return BY_NAME.keySet();
    }

    /** MAKE_WSK_VERSION: a version as a USHORT with the major number in the high byte. */
    public static int makeWskVersion(int major, int minor) {
        return ((major & 0xFF) << 8) | (minor & 0xFF);
    }

    /** WSK_MAJOR_VERSION of a version. */
    public static int wskMajorVersion(int version) {
        return (version >> 8) & 0xFF;
    }

    /** WSK_MINOR_VERSION of a version. */
    public static int wskMinorVersion(int version) {
        return version & 0xFF;
    }
}
