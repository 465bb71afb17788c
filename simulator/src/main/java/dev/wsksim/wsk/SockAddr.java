package dev.wsksim.wsk;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;

/**
 * A socket address as a driver hands it over: a family and a structure, which need not be one that WSK understands.
 *
 * <p>SOCKADDR_IN is {@link Inet}, SOCKADDR_IN6 is {@link Inet6}; anything else that a driver might point at is {@link
 * Other}.
 */
public sealed interface SockAddr permits SockAddr.Inet, SockAddr.Inet6, SockAddr.Other {

    /** Returns {@code sa_family}. */
    int saFamily();

    /** Makes the structure of the endpoint's own family. */
    static SockAddr of(Endpoint endpoint) {
        return endpoint.address().family() == IpFamily.IPV4 ? new Inet(endpoint) : new Inet6(endpoint, 0, 0);
    }

    /**
     * SOCKADDR_IN, 16 bytes.
     *
     * @param endpoint {@code sin_addr} and {@code sin_port}
     */
    record Inet(Endpoint endpoint) implements SockAddr {

        public Inet {
            if (endpoint.address().family() != IpFamily.IPV4) {
                throw new IllegalArgumentException("SOCKADDR_IN holds an IPv4 address, not " + endpoint);
            }
        }

        @Override
        public int saFamily() {
            return Ws2def.AF_INET;
        }

        @Override
        public String toString() {
            return endpoint.toString();
        }
    }

    /**
     * SOCKADDR_IN6, 28 bytes.
     *
     * @param endpoint {@code sin6_addr} and {@code sin6_port}
     * @param flowInfo {@code sin6_flowinfo}
     * @param scopeId {@code sin6_scope_id}
     */
    record Inet6(Endpoint endpoint, long flowInfo, long scopeId) implements SockAddr {

        public Inet6 {
            if (endpoint.address().family() != IpFamily.IPV6) {
                throw new IllegalArgumentException("SOCKADDR_IN6 holds an IPv6 address, not " + endpoint);
            }
        }

        @Override
        public int saFamily() {
            return Ws2def.AF_INET6;
        }

        @Override
        public String toString() {
            return endpoint.toString();
        }
    }

    /**
     * A structure of a family that is neither AF_INET nor AF_INET6.
     *
     * @param saFamily the family
     */
    record Other(int saFamily) implements SockAddr {

        @Override
        public String toString() {
            return "SOCKADDR of family " + Ws2def.familyName(saFamily);
        }
    }

    /** Makes the wildcard address of a family with a port. */
    static SockAddr wildcard(IpFamily family, int port) {
        return of(new Endpoint(IpAddress.wildcard(family), port));
    }
}
