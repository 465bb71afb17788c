package dev.wsksim.net.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpUser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedDatagramPeerTest {

    private static final IpAddress SERVER = IpAddress.of("192.0.2.20");
    private static final SimDuration NONE = SimDuration.ZERO;

    private final TwoHosts world = new TwoHosts();
    private final List<String> heard = new ArrayList<>();
    private final UdpEndpoint client = world.client.udp().bind(Endpoint.of("0.0.0.0:1000"), new UdpUser() {
        @Override
        public boolean datagramArrived(UdpEndpoint endpoint, Packet packet, UdpDatagram datagram) {
            heard.add(world.loop.now() + " " + new String(datagram.data().toByteArray(), UTF_8));
            return true;
        }

        @Override
        public void errorArrived(UdpEndpoint endpoint, IcmpError error, Endpoint remote) {
            heard.add(world.loop.now() + " " + error.meaning());
        }
    });

    private void peer(DatagramReaction... reactions) {
        new ScriptedDatagramPeer(world.loop, world.trace, world.server, 7, List.of(reactions));
    }

    private void send(String text) {
        client.sendTo(text(text), SERVER, 7);
    }

    private static ByteSlice text(String text) {
        return ByteSlice.copyOf(text.getBytes(UTF_8));
    }

    @Test
    void reactions_areTakenInOrder_theLastOneStays() {
        peer(
                new DatagramReaction.Discard(),
                new DatagramReaction.Answer(text("later"), SimDuration.ofMillis(5)),
                new DatagramReaction.Unreachable(UnreachableKind.HOST, NONE),
                new DatagramReaction.Echo(NONE));
        for (int i = 0; i < 5; i++) {
            send("datagram " + i);
        }
        world.loop.run();
        assertThat(heard).containsExactly("2ms host unreachable", "2ms datagram 3", "2ms datagram 4", "7ms later");
        assertThat(world.records(DatagramTaken.class)).hasSize(5);
    }

    @Test
    void chargen_sendsTheRingOfCharacters() {
        peer(new DatagramReaction.Chargen(NONE));
        for (int i = 0; i < 96; i++) {
            send("x");
        }
        world.loop.run();
        assertThat(heard).allMatch(line -> line.length() == "2ms ".length() + 74 && line.endsWith("\r\n"));
        assertThat(heard.get(0)).startsWith("2ms  !\"#$%&'()").endsWith("fg\r\n");
        assertThat(heard.get(1)).startsWith("2ms !\"#");
        assertThat(heard.get(94)).startsWith("2ms ~ !");
        assertThat(heard.get(95)).isEqualTo(heard.get(0));
    }

    @Test
    void unreachable_aboutABroadcast_isNotSent() {
        peer(new DatagramReaction.Unreachable(UnreachableKind.PORT, NONE));
        client.setBroadcastAllowed(true);
        client.sendTo(text("x"), IpAddress.of("192.0.2.255"), 7);
        world.loop.run();
        assertThat(world.records(DatagramTaken.class)).hasSize(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void crash_beforeTheAnswer_forgetsIt() {
        peer(new DatagramReaction.Echo(SimDuration.ofMillis(10)));
        send("x");
        world.loop.schedule(5 * TwoHosts.MILLISECOND, world.server::crash);
        world.loop.schedule(6 * TwoHosts.MILLISECOND, world.server::restart);
        world.loop.run();
        assertThat(heard).isEmpty();
    }

    @Test
    void script_empty_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(this::peer);
    }
}
