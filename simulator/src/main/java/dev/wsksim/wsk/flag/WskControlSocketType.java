package dev.wsksim.wsk.flag;

import com.google.common.collect.ImmutableList;

/**
 * WSK_CONTROL_SOCKET_TYPE, the RequestType of WskControlSocket; a driver may pass any number. Source:
 * nc-wsk-pfn_wsk_control_socket.
 *
 * @param value the number as it is passed
 */
public record WskControlSocketType(int value) {

    /** Sets an option. */
    public static final WskControlSocketType WskSetOption = new WskControlSocketType(0);
    /** Gets an option. */
    public static final WskControlSocketType WskGetOption = new WskControlSocketType(1);
    /** Performs an IOCTL. */
    public static final WskControlSocketType WskIoctl = new WskControlSocketType(2);

    private static final ImmutableList<String> NAMES = ImmutableList.of("WskSetOption", "WskGetOption", "WskIoctl");

    /** Returns the C name, or the number where it has none. */
    @Override
    public String toString() {
        return value >= 0 && value < NAMES.size() ? NAMES.get(value) : Integer.toString(value);
    }
}
