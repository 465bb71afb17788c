package dev.wsksim.wsk.control;

import com.google.common.collect.ImmutableList;

/**
 * WSK_TDI_MAP_INFO, 16 bytes: which TDI device is to carry which combination. Source: ns-wsk-_wsk_tdi_map_info.
 *
 * @param map {@code Map}, with {@code ElementCount} entries
 */
public record WskTdiMapInfo(ImmutableList<WskTdiMap> map) {

    /** The size of the structure in bytes on x64. */
    public static final long SIZE = 16;

    /**
     * WSK_TDI_MAP, 16 bytes. Source: ns-wsk-_wsk_tdi_map.
     *
     * @param socketType {@code SocketType}
     * @param addressFamily {@code AddressFamily}
     * @param protocol {@code Protocol}
     * @param tdiDeviceName {@code TdiDeviceName}, such as {@code \Device\Tcp}
     */
    public record WskTdiMap(int socketType, int addressFamily, int protocol, String tdiDeviceName) {}
}
