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

    public static final long WSK_NO_WAIT = 0;
    public static final long WSK_INFINITE_WAIT = 0xFFFFFFFFL;

    public static final int WSK_TRANSPORT_LIST_QUERY = 2;
    public static final int WSK_TRANSPORT_LIST_CHANGE = 3;
    public static final int WSK_CACHE_SD = 4;
    public static final int WSK_RELEASE_SD = 5;
    public static final int WSK_TDI_DEVICENAME_MAPPING = 6;
    public static final int WSK_SET_STATIC_EVENT_CALLBACKS = 7;
    public static final int WSK_TDI_BEHAVIOR = 8;

    public static final int WSK_SET_OPTION = 0;
    public static final int WSK_GET_OPTION = 1;
    public static final int WSK_IOCTL = 2;

    public static final int SO_WSK_SECURITY = 0x4001;
    public static final int SO_WSK_EVENT_CALLBACK = 0x4002;

    /** The size of a WSK_TRANSPORT in bytes. */
    public static final long SIZE_OF_WSK_TRANSPORT = 28;
    /** The size of a pointer, and of a SIZE_T, on x64. */
    public static final long SIZE_OF_POINTER = 8;
    /** The size of a ULONG. */
    public static final long SIZE_OF_ULONG = 4;

    private static final ImmutableSortedMap<String, Long> BY_NAME = ImmutableSortedMap.<String, Long>naturalOrder()
            .put("WSK_FLAG_BASIC_SOCKET", (long) WSK_FLAG_BASIC_SOCKET)
            .put("WSK_FLAG_LISTEN_SOCKET", (long) WSK_FLAG_LISTEN_SOCKET)
            .put("WSK_FLAG_CONNECTION_SOCKET", (long) WSK_FLAG_CONNECTION_SOCKET)
            .put("WSK_FLAG_DATAGRAM_SOCKET", (long) WSK_FLAG_DATAGRAM_SOCKET)
            .put("WSK_FLAG_STREAM_SOCKET", (long) WSK_FLAG_STREAM_SOCKET)
            .put("WSK_NO_WAIT", WSK_NO_WAIT)
            .put("WSK_INFINITE_WAIT", WSK_INFINITE_WAIT)
            .put("WSK_TRANSPORT_LIST_QUERY", (long) WSK_TRANSPORT_LIST_QUERY)
            .put("WSK_TRANSPORT_LIST_CHANGE", (long) WSK_TRANSPORT_LIST_CHANGE)
            .put("WSK_CACHE_SD", (long) WSK_CACHE_SD)
            .put("WSK_RELEASE_SD", (long) WSK_RELEASE_SD)
            .put("WSK_TDI_DEVICENAME_MAPPING", (long) WSK_TDI_DEVICENAME_MAPPING)
            .put("WSK_SET_STATIC_EVENT_CALLBACKS", (long) WSK_SET_STATIC_EVENT_CALLBACKS)
            .put("WSK_TDI_BEHAVIOR", (long) WSK_TDI_BEHAVIOR)
            .put("WskSetOption", (long) WSK_SET_OPTION)
            .put("WskGetOption", (long) WSK_GET_OPTION)
            .put("WskIoctl", (long) WSK_IOCTL)
            .put("SO_WSK_SECURITY", (long) SO_WSK_SECURITY)
            .put("SO_WSK_EVENT_CALLBACK", (long) SO_WSK_EVENT_CALLBACK)
            .put("SIO_WSK_SET_REMOTE_ADDRESS", 0x8F000001L)
            .put("SIO_WSK_REGISTER_EXTENSION", 0xCF000002L)
            .put("SIO_WSK_QUERY_IDEAL_SEND_BACKLOG", 0x4F000003L)
            .put("SIO_WSK_QUERY_RECEIVE_BACKLOG", 0x4F000004L)
            .put("SIO_WSK_QUERY_INSPECT_ID", 0x4F000005L)
            .put("SIO_WSK_SET_SENDTO_ADDRESS", 0x8F000006L)
            .put("SIO_WSK_SET_TCP_SILENT_MODE", 0x2F000007L)
            .put("SIO_ADDRESS_LIST_QUERY", 0x48000016L)
            .put("SIO_ADDRESS_LIST_CHANGE", 0x28000017L)
            .put("SIO_ADDRESS_LIST_SORT", 0xC8000019L)
            .buildOrThrow();

    private Wsk() {}

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
