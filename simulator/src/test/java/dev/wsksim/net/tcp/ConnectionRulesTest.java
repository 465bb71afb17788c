package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.link.NodePause;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IpExtras;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limit of a connection's own, and what its packets have in their IP header. */
class ConnectionRulesTest {

    private static final Endpoint LOCAL = Endpoint.of("192.0.2.10:50000");
    private static final Endpoint REMOTE = Endpoint.of("192.0.2.20:445");
    private static final TcpSegment SEGMENT =
            new TcpSegment(50000, 445, 1, 0, TcpFlags.SYN, 65535, TcpOptions.NONE, ByteSlice.EMPTY);

    private static ConnectionRules limitedTo(long nanos) {
        return new ConnectionRules(nanos, 0, IpExtras.NONE, 0);
    }

    @Test
    void limit_isCountedFromWhenNothingIsAnswered() {
        ConnectionRules rules = limitedTo(100);
        rules.silentSince(1000);

        assertThat(rules.hasLimit()).isTrue();
        assertThat(rules.silentSinceNanos()).isEqualTo(1000);
        assertThat(rules.isLimitReached(1099)).isFalse();
        assertThat(rules.isLimitReached(1100)).isTrue();
        rules.silentSince(2000);
        assertThat(rules.isLimitReached(1100)).isFalse();
    }

    @Test
    void cut_ofADelay_endsWithTheLimit() {
        ConnectionRules rules = limitedTo(100);
        rules.silentSince(1000);

        assertThat(rules.cut(50, 1000)).isEqualTo(50);
        assertThat(rules.cut(50, 1070)).isEqualTo(30);
        assertThat(rules.cut(100, 1000)).isEqualTo(100);
    }

    @Test
    void limit_forEver_isNeverReachedAndCutsNothing() {
        ConnectionRules rules = limitedTo(ConnectionRules.FOR_EVER);
        rules.silentSince(0);

        assertThat(rules.hasLimit()).isTrue();
        assertThat(rules.isLimitReached(Long.MAX_VALUE)).isFalse();
        assertThat(rules.cut(Long.MAX_VALUE, 5)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void limit_noRule_isNone() {
        assertThat(limitedTo(ConnectionRules.NO_RULE).hasLimit()).isFalse();
    }

    @Test
    void send_withoutRules_hasTheHostsHopLimitAndTheBestRoute() {
        Sent sent = new Sent();
        limitedTo(5).send(SEGMENT, LOCAL, REMOTE, sent);

        assertThat(sent.log).containsExactly("192.0.2.10 > 192.0.2.20 hops 77, class 0, best route");
    }

    @Test
    void send_withRules_hasThem() {
        Sent sent = new Sent();
        IpExtras extras = IpExtras.of(8, IpExtras.NONE.fragmentation(), ByteSlice.EMPTY);
        new ConnectionRules(ConnectionRules.NO_RULE, 3, extras, 7).send(SEGMENT, LOCAL, REMOTE, sent);

        assertThat(sent.log).containsExactly("192.0.2.10 > 192.0.2.20 hops 3, class 8, interface 7");
    }

    /** Notes what would be sent. */
    private static final class Sent implements IpLayer {

        private final List<String> log = new ArrayList<>();

        @Override
        public String name() {
            return "client";
        }

        @Override
        public boolean isRunning() {
            return true;
        }

        @Override
        public NodePause pause() {
            throw new AssertionError("nobody asks");
        }

        @Override
        public boolean owns(IpAddress address) {
            return false;
        }

        @Override
        public boolean canReach(IpAddress remote) {
            return true;
        }

        @Override
        public int mtuTo(IpAddress remote) {
            return 1500;
        }

        @Override
        public int defaultHopLimit() {
            return 77;
        }

        @Override
        public void send(Packet packet) {
            note(packet, "best route");
        }

        @Override
        public void send(Packet packet, int interfaceIndex) {
            note(packet, "interface " + interfaceIndex);
        }

        private void note(Packet packet, String way) {
            log.add(packet.source() + " > " + packet.destination() + " hops " + packet.hopLimit() + ", class "
                    + packet.extras().trafficClass() + ", " + way);
        }
    }
}
