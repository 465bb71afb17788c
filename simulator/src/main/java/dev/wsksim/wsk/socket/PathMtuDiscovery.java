package dev.wsksim.wsk.socket;

import org.jspecify.annotations.Nullable;

/** PMTUD_STATE, the values of IP_MTU_DISCOVER and IPV6_MTU_DISCOVER. Source: ipproto-ip-socket-options, ws2ipdef.h. */
public enum PathMtuDiscovery {
    /** As usual: datagrams are sent in fragments that fit the path; streams discover its MTU. */
    IP_PMTUDISC_NOT_SET(0),
    /** Datagrams have DF and must not be larger than the path MTU that is known. */
    IP_PMTUDISC_DO(1),
    /** Datagrams have no DF and are sent in fragments that fit the interface. */
    IP_PMTUDISC_DONT(2),
    /** Datagrams have DF and must not be larger than the MTU of the interface. */
    IP_PMTUDISC_PROBE(3);

    private final int number;

    PathMtuDiscovery(int number) {
        this.number = number;
    }

    /** Returns the number that the header gives it. */
    public int number() {
        return number;
    }

    /** Returns the one with this number, or null. */
    public static @Nullable PathMtuDiscovery of(long number) {
        for (PathMtuDiscovery state : values()) {
            if (state.number == number) {
                return state;
            }
        }
        return null;
    }
}
