package dev.wsksim.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.link.Link;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private final TwoHosts world = new TwoHosts();

    @Test
    void hostsAndLinks_areFoundByName() {
        assertThat(world.network.host("server")).contains(world.server);
        assertThat(world.network.host("nobody")).isEmpty();
        assertThat(world.network.hosts()).containsExactly(world.client, world.server);
        assertThat(world.network.links()).extracting(Link::name).containsExactly("client > server", "server > client");
        assertThat(world.network.link(world.server, world.client)).contains(world.back);
    }

    @Test
    void addHost_nameOrAddressTaken_isRefused() {
        assertThatThrownBy(() -> world.network.addHost(HostConfiguration.of("server")))
                .hasMessage("there is a host named server already");
        HostAddress taken = HostAddress.parse("192.0.2.20").orElseThrow();
        assertThatThrownBy(() -> world.network.addHost(HostConfiguration.of("other", taken)))
                .hasMessage("host server has the address 192.0.2.20 already");
        assertThatThrownBy(() -> HostConfiguration.of("")).hasMessage("a host needs a name");
    }

    @Test
    void link_twice_isRefused() {
        assertThatThrownBy(() -> world.network.link(world.client, world.server, TwoHosts.ONE_MILLISECOND))
                .hasMessage("there is a link client > server already");
    }

    @Test
    void addHost_another_changesNoOtherHostsChances() {
        TwoHosts other = new TwoHosts();
        Host third = other.network.addHost(
                HostConfiguration.of("third", HostAddress.parse("192.0.2.30").orElseThrow()));
        other.network.link(third, other.server, TwoHosts.ONE_MILLISECOND);
        world.acceptingPeer();
        other.acceptingPeer();
        world.connect(new RecordingUser(world.loop));
        other.connect(new RecordingUser(other.loop));
        world.loop.run();
        other.loop.run();
        assertThat(other.digest.hex()).isEqualTo(world.digest.hex());
    }
}
