package dev.wsksim.wsk.socket;

import org.jspecify.annotations.Nullable;

/** PMTUD_STATE, the values of IP_MTU_DISCOVER and IPV6_MTU_DISCOVER. Source: ipproto-ip-socket-options, ws2ipdef.h. */
public enum PathMtuDiscovery {
    /** As usual: datagrams are sent in fragments that fit the path; streams discover its MTU. */
    IP_PMTUDISC_NOT_SET,
    /** Datagrams have DF and must not be larger than the path MTU that is known. */
    IP_PMTUDISC_DO,
    /** Datagrams have no DF and are sent in fragments that fit the interface. */
    IP_PMTUDISC_DONT,
    /** Datagrams have DF and must not be larger than the MTU of the interface. */
    IP_PMTUDISC_PROBE;

    /** Returns the one with this number, or null. */
    public static @Nullable PathMtuDiscovery of(long number) {
        PathMtuDiscovery[] states = values();
        return number >= 0 && number < states.length ? states[(int) number] : null;
    }
}
