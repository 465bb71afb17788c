package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.RecordingUser;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.peer.ScriptedPeer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpStackTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10:49152, 192.0.2.20:445, ",
        "[2001:db8::10]:49152, [2001:db8::20]:445, ",
        "127.0.0.1:49152, 127.0.0.1:445, ",
        "[::1]:49152, [::1]:445, ",
        "192.0.2.10:49152, 192.0.2.10:445, ",
        "192.0.2.10:49152, 192.0.2.99:445, ",
        "192.0.2.10:49152, 0.0.0.0:445, INVALID_REMOTE_ADDRESS",
        "192.0.2.10:49152, 192.0.2.20:0, INVALID_REMOTE_ADDRESS",
        "192.0.2.10:49152, 224.0.0.1:445, INVALID_REMOTE_ADDRESS",
        "192.0.2.10:49152, 255.255.255.255:445, INVALID_REMOTE_ADDRESS",
        "[2001:db8::10]:49152, [::]:445, INVALID_REMOTE_ADDRESS",
        "[2001:db8::10]:49152, [ff02::1]:445, INVALID_REMOTE_ADDRESS",
        "192.0.2.10:49152, 203.0.113.1:445, NO_ROUTE",
        "[2001:db8::10]:49152, [2001:db8:1::1]:445, NO_ROUTE",
        "192.0.2.20:49152, 192.0.2.20:445, INVALID_LOCAL_ADDRESS",
        "192.0.2.10:0, 192.0.2.20:445, INVALID_LOCAL_ADDRESS",
        "0.0.0.0:49152, 192.0.2.20:445, INVALID_LOCAL_ADDRESS",
        "[2001:db8::10]:49152, 192.0.2.20:445, INVALID_LOCAL_ADDRESS",
    })
    void judgeConnect_endpoints_areJudged(String local, String remote, ConnectFailure failure) {
        TwoHosts world = new TwoHosts();
        assertThat(world.client.tcp().judgeConnect(Endpoint.of(local), Endpoint.of(remote)))
                .isEqualTo(failure);
    }

    @Test
    void connect_whatIsForbidden_saysWhy() {
        TwoHosts world = new TwoHosts();
        world.connect(new TcpUser() {});
        assertThatThrownBy(() -> world.connect(new TcpUser() {}))
                .hasMessage("cannot connect 192.0.2.10:49152 to 192.0.2.20:445:"
                        + " a connection between the same two endpoints exists");
        world.client.crash();
        assertThatThrownBy(() -> world.connect(new TcpUser() {})).hasMessage("host client is not running");
    }

    @Test
    void listen_twiceAtOneEndpoint_isRefused() {
        TwoHosts world = new TwoHosts();
        world.acceptingPeer();
        assertThatThrownBy(world::acceptingPeer).hasMessage("somebody listens at 0.0.0.0:445 already");
        assertThatThrownBy(() -> world.client.tcp().listen(TwoHosts.SERVER, request -> {}))
                .hasMessage("host client cannot listen at 192.0.2.20:445");
        assertThat(world.server.tcp().listeners())
                .extracting(TcpListener::toString)
                .containsExactly("0.0.0.0:445 LISTEN", "[::]:445 LISTEN");
    }

    @Test
    void connect_ipv6_works() {
        TwoHosts world = new TwoHosts();
        world.acceptingPeer();
        RecordingUser user = new RecordingUser(world.loop);
        world.client.tcp().connect(Endpoint.of("[2001:db8::10]:49152"), Endpoint.of("[2001:db8::20]:445"), user);
        world.loop.run();
        assertThat(user.told()).containsExactly("2ms connected");
    }

    @Test
    void connect_toANeighbourThatIsNotThere_timesOut() {
        TwoHosts world = new TwoHosts();
        RecordingUser user = new RecordingUser(world.loop);
        world.client.tcp().connect(TwoHosts.CLIENT, Endpoint.of("192.0.2.99:445"), user);
        world.loop.run();
        assertThat(user.told()).containsExactly("21s TIMED_OUT");
        assertThat(world.log.entries().get(1).record().describe())
                .endsWith("lost, no linked host has the address 192.0.2.99");
    }

    @Test
    void connect_overLoopback_toOneself() {
        TwoHosts world = new TwoHosts();
        new ScriptedPeer(
                world.loop, world.trace, world.client, 445, List.of(new ConnectOutcome.Accept(SimDuration.ZERO)));
        RecordingUser user = new RecordingUser(world.loop);
        TcpConnection connection =
                world.client.tcp().connect(Endpoint.of("[::1]:49152"), Endpoint.of("[::1]:445"), user);
        world.loop.run();
        assertThat(user.told()).containsExactly("0s connected");
        assertThat(world.client.tcp().connections()).hasSize(2);
        connection.close();
        world.loop.run();
        assertThat(world.client.tcp().connections()).isEmpty();
    }

    @Test
    void connect_toItself_isASimultaneousOpen() {
        // The same endpoint at both ends: the SYN comes back to its sender (RFC 9293 does not forbid it).
        TwoHosts world = new TwoHosts();
        RecordingUser user = new RecordingUser(world.loop);
        Endpoint self = Endpoint.of("127.0.0.1:49152");
        TcpConnection connection = world.client.tcp().connect(self, self, user);
        world.loop.run();
        assertThat(user.told()).containsExactly("0s connected");
        connection.close();
        world.loop.run();
        assertThat(world.client.tcp().connections()).isEmpty();
    }

    @Test
    void icmpError_byDefault_isIgnored() {
        TwoHosts world = new TwoHosts();
        world.peer(new ConnectOutcome.Unreachable(UnreachableKind.HOST));
        RecordingUser user = new RecordingUser(world.loop);
        world.connect(user);
        world.loop.run();
        assertThat(user.told()).containsExactly("21s TIMED_OUT");
        assertThat(world.records(IcmpErrorReceived.class)).hasSize(5).noneMatch(IcmpErrorReceived::heeded);
    }

    @Test
    void icmpError_whenAskedFor_failsTheConnectAtOnce() {
        TwoHosts world = new TwoHosts(TcpParameters.WINDOWS_11.withFailConnectOnIcmpError(true));
        world.peer(new ConnectOutcome.Unreachable(UnreachableKind.NETWORK));
        RecordingUser user = new RecordingUser(world.loop);
        world.connect(user);
        world.loop.run();
        assertThat(user.told()).containsExactly("2ms HOST_UNREACHABLE");
        assertThat(world.sent()).containsExactly("0s client > server: SYN", "1ms server > client: ICMP");
        assertThat(world.client.tcp().connections()).isEmpty();
    }

    @Test
    void connect_withConstantsOfItsOwn_leavesTheHostsAlone() {
        TwoHosts world = new TwoHosts();
        RecordingUser hasty = new RecordingUser(world.loop);
        RecordingUser usual = new RecordingUser(world.loop);
        TcpParameters once = TcpParameters.WINDOWS_11.withSynRetransmissions(0);
        world.client.tcp().connect(TwoHosts.CLIENT, TwoHosts.SERVER, hasty, once, null);
        world.client.tcp().connect(TwoHosts.CLIENT.withPort(50_000), TwoHosts.SERVER, usual);
        world.loop.run();
        assertThat(hasty.told()).containsExactly("2ms REFUSED");
        assertThat(usual.told()).containsExactly("2.01s REFUSED");
    }

    @Test
    void icmpError_aboutAnEstablishedConnection_isIgnoredAloud() {
        TwoHosts world = new TwoHosts(TcpParameters.WINDOWS_11.withFailConnectOnIcmpError(true));
        world.acceptingPeer();
        TcpConnection connection = world.connect(new TcpUser() {});
        world.loop.run();
        Packet syn = world.records(PacketSent.class).get(0).packet();
        world.server.send(UnreachableKind.HOST.errorAbout(syn, syn.destination()));
        world.loop.run();
        assertThat(connection.state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(world.records(IcmpErrorReceived.class))
                .extracting(IcmpErrorReceived::describe)
                .containsExactly("client TCP 192.0.2.10:49152 > 192.0.2.20:445: host unreachable, ignored");
    }

    @Test
    void icmpError_aboutAnotherSyn_failsNothing() {
        TwoHosts world = new TwoHosts(TcpParameters.WINDOWS_11.withFailConnectOnIcmpError(true));
        world.peer(new ConnectOutcome.Ignore(ConnectOutcome.ALL));
        RecordingUser user = new RecordingUser(world.loop);
        TcpConnection connection = world.connect(user);
        TcpSegment forged =
                new TcpSegment(49152, 445, connection.iss() + 1, 0, TcpFlags.SYN, 0, TcpOptions.NONE, ByteSlice.EMPTY);
        Packet quoted = new Packet(TwoHosts.CLIENT.address(), TwoHosts.SERVER.address(), 128, forged);
        world.server.send(UnreachableKind.HOST.errorAbout(quoted, TwoHosts.SERVER.address()));
        world.loop.run();
        assertThat(user.told()).containsExactly("21s TIMED_OUT");
    }

    @Test
    void crash_ofTheClient_isSilentAndHalfOpenIsFoundOut() {
        TwoHosts world = new TwoHosts();
        world.acceptingPeer();
        world.connect(new TcpUser() {});
        world.loop.run();
        world.client.crash();
        world.client.restart();
        assertThat(world.client.tcp().connections()).isEmpty();
        assertThat(world.loop.pendingEvents()).isZero();
        // RFC 9293 figure 10: the SYN meets a connection of which the client knows nothing any more.
        RecordingUser user = new RecordingUser(world.loop);
        world.connect(user);
        world.loop.run();
        assertThat(world.sent().subList(3, 7))
                .containsExactly(
                        "3ms client > server: SYN",
                        "4ms server > client: ACK",
                        "5ms client > server: RST",
                        "1.003s client > server: SYN");
        assertThat(user.told()).containsExactly("1.005s connected");
        assertThat(world.server.tcp().connections()).hasSize(1);
    }

    @Test
    void crash_ofTheServer_isFoundOutByTheFin() {
        TwoHosts world = new TwoHosts();
        world.acceptingPeer();
        RecordingUser user = new RecordingUser(world.loop);
        TcpConnection connection = world.connect(user);
        world.loop.run();
        world.server.crash();
        world.server.restart();
        connection.close();
        world.loop.run();
        assertThat(world.sent()).endsWith("3ms client > server: FIN+ACK", "4ms server > client: RST");
        assertThat(user.told()).containsExactly("2ms connected", "5ms reset");
    }

    @Test
    void crash_inTimeWait_leavesNothing() {
        TwoHosts world = new TwoHosts();
        world.acceptingPeer();
        TcpConnection connection = world.connect(new TcpUser() {});
        world.loop.run();
        connection.close();
        world.loop.runUntil(TwoHosts.SECOND);
        assertThat(connection.state()).isEqualTo(TcpState.TIME_WAIT);
        world.client.crash();
        assertThat(world.loop.pendingEvents()).isZero();
        assertThat(connection.state()).isEqualTo(TcpState.CLOSED);
    }

    @Test
    void connections_snapshot_isInTheOrderOfCreation() {
        TwoHosts world = new TwoHosts();
        for (int port = 49160; port > 49150; port--) {
            world.client.tcp().connect(TwoHosts.CLIENT.withPort(port), TwoHosts.SERVER, new TcpUser() {});
        }
        assertThat(world.client.tcp().connections())
                .extracting(connection -> connection.local().port())
                .containsExactly(49160, 49159, 49158, 49157, 49156, 49155, 49154, 49153, 49152, 49151);
        assertThat(world.client.tcp().connections().get(0)).hasToString("192.0.2.10:49160 > 192.0.2.20:445 SYN-SENT");
    }
}
