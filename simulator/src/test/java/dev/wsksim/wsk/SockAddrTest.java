package dev.wsksim.wsk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import org.junit.jupiter.api.Test;

/** SOCKADDR, SOCKADDR_IN and SOCKADDR_IN6 as drivers hand them over. */
class SockAddrTest {

    private static final Endpoint IPV4 = new Endpoint(IpAddress.of("192.0.2.10"), 445);
    private static final Endpoint IPV6 = new Endpoint(IpAddress.of("2001:db8::10"), 445);

    @Test
    void of_endpoint_isTheStructureOfItsFamily() {
        assertThat(SockAddr.of(IPV4)).isInstanceOf(SockAddr.Inet.class);
        assertThat(SockAddr.of(IPV4).saFamily()).isEqualTo(Ws2def.AF_INET);
        assertThat(SockAddr.of(IPV6)).isInstanceOf(SockAddr.Inet6.class);
        assertThat(SockAddr.of(IPV6).saFamily()).isEqualTo(Ws2def.AF_INET6);
    }

    @Test
    void structures_holdTheirOwnFamilyOnly() {
        assertThatThrownBy(() -> new SockAddr.Inet(IPV6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SOCKADDR_IN holds an IPv4 address");
        assertThatThrownBy(() -> new SockAddr.Inet6(IPV4, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SOCKADDR_IN6 holds an IPv6 address");
    }
}
