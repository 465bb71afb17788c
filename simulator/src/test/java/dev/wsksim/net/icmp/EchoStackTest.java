package dev.wsksim.net.icmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketMatch;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.link.ScriptedDrop;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.Packet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EchoStackTest {

    private static final ByteSlice DATA = ByteSlice.copyOf((byte) 1, (byte) 2, (byte) 3);

    private final TwoHosts world = new TwoHosts();
    private final List<String> told = new ArrayList<>();

    private Ping ping(String remote) {
        return world.client
                .echo()
                .ping(
                        IpAddress.of(remote),
                        DATA,
                        128,
                        TwoHosts.SECOND,
                        (ping, outcome) -> told.add(
                                world.loop.now() + " " + ping.sequence() + " " + outcome + " " + ping.answeredBy()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.20", "2001:db8::20"})
    void ping_runningHost_isAnsweredWithTheSameData(String remote) {
        Ping ping = ping(remote);
        assertThat(ping.outcome()).isNull();
        world.loop.run();
        assertThat(told).containsExactly("2ms 1 reply " + remote);
        assertThat(ping.roundTripNanos()).isEqualTo(2 * TwoHosts.MILLISECOND);
        List<IcmpEcho> echoes = world.records(PacketSent.class).stream()
                .map(sent -> (IcmpEcho) sent.packet().payload())
                .toList();
        assertThat(echoes).hasSize(2);
        assertThat(echoes.get(1)).isEqualTo(echoes.get(0).reply());
        assertThat(echoes.get(0).data()).isEqualTo(DATA);
        assertThat(world.records(PingEnded.class)).hasSize(1);
    }

    @Test
    void ping_loopback_isAnswered() {
        ping("127.0.0.1");
        world.loop.run();
        assertThat(told).containsExactly("0s 1 reply 127.0.0.1");
    }

    @Test
    void ping_silence_timesOut() {
        world.there.setUp(false);
        ping("192.0.2.20");
        ping("192.0.2.20");
        world.loop.run();
        assertThat(told).containsExactly("1s 1 timed out null", "1s 2 timed out null");
    }

    @Test
    void ping_lateReply_isTooLate() {
        TwoHosts slow = new TwoHosts(LinkConfiguration.ofLatency(SimDuration.ofMillis(600)), TwoHosts.ONE_MILLISECOND);
        Ping ping = slow.client
                .echo()
                .ping(
                        IpAddress.of("192.0.2.20"),
                        DATA,
                        128,
                        600 * TwoHosts.MILLISECOND,
                        (ended, outcome) -> told.add(outcome.toString()));
        slow.loop.run();
        assertThat(told).containsExactly("timed out");
        assertThat(ping.roundTripNanos()).isEqualTo(600 * TwoHosts.MILLISECOND);
    }

    @Test
    void ping_noRoute_saysSoAtOnce() {
        Ping ping = ping("203.0.113.1");
        assertThat(ping.outcome()).isEqualTo(PingOutcome.NO_ROUTE);
        assertThat(world.sent()).isEmpty();
    }

    @Test
    void ping_icmpError_endsIt() {
        Ping ping = ping("192.0.2.20");
        Packet request = world.records(PacketSent.class).get(0).packet();
        world.client.echo().icmpErrorArrived(IcmpError.about(request, IcmpErrorKind.HOST_UNREACHABLE));
        assertThat(ping.outcome()).isEqualTo(PingOutcome.ERROR);
        assertThat(ping.error()).isEqualTo(IcmpErrorKind.HOST_UNREACHABLE);
        world.loop.run();
        assertThat(told).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.20", "2001:db8::20"})
    void ping_errorAboutItsFirstFragment_endsIt(String remote) {
        TwoHosts losing = new TwoHosts(
                TwoHosts.ONE_MILLISECOND.withDrops(new ScriptedDrop(2, PacketMatch.ANY)), TwoHosts.ONE_MILLISECOND);
        ByteSlice large = ByteSlice.of(new byte[4_000], 0, 4_000);
        Ping ping = losing.client
                .echo()
                .ping(IpAddress.of(remote), large, 128, 100 * TwoHosts.SECOND, (ended, outcome) -> {});
        losing.loop.run();
        assertThat(ping.outcome()).isEqualTo(PingOutcome.ERROR);
        assertThat(ping.error()).isEqualTo(IcmpErrorKind.REASSEMBLY_TIME_EXCEEDED);
    }

    @Test
    void reply_withOtherData_answersNothing() {
        Ping ping = ping("192.0.2.20");
        Packet request = world.records(PacketSent.class).get(0).packet();
        IcmpEcho wrong = new IcmpEcho(request.family(), true, 1, 1, ByteSlice.EMPTY);
        world.client.echo().echoArrived(new Packet(request.destination(), request.source(), 1, wrong), wrong);
        assertThat(ping.outcome()).isNull();
    }

    @Test
    void request_toAllOrFromNobody_isNotAnswered() {
        IcmpEcho request = IcmpEcho.request(dev.wsksim.net.address.IpFamily.IPV4, 1, 1, DATA);
        IpAddress client = IpAddress.of("192.0.2.10");
        world.client.send(new Packet(client, IpAddress.of("192.0.2.255"), 1, request));
        world.client.send(new Packet(client, IpAddress.of("224.0.0.1"), 1, request));
        world.client.send(new Packet(IpAddress.of("0.0.0.0"), IpAddress.of("192.0.2.20"), 1, request));
        world.loop.run();
        assertThat(world.records(PacketSent.class))
                .allMatch(sent -> !((IcmpEcho) sent.packet().payload()).isReply());
    }

    @Test
    void crash_forgetsRequests() {
        ping("192.0.2.20");
        world.client.crash();
        world.loop.run();
        assertThat(told).isEmpty();
        world.client.restart();
        ping("192.0.2.20");
        world.loop.run();
        assertThat(told).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.20, 65507", "2001:db8::20, 65527"})
    void ping_moreDataThanAPacketHolds_isRefusedAndNeverOpen(String remote, int most) {
        ByteSlice data = ByteSlice.of(new byte[most + 1], 0, most + 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ping(remote, data))
                .withMessageMatching("a ping over IPv[46] has at most " + most + " bytes of data, not " + (most + 1));
        world.loop.run();
        assertThat(told).isEmpty();
        assertThat(world.sent()).isEmpty();
        ping(remote, data.slice(0, most));
        world.loop.run();
        assertThat(told).containsExactly("reply");
    }

    private void ping(String remote, ByteSlice data) {
        world.client
                .echo()
                .ping(IpAddress.of(remote), data, 128, TwoHosts.SECOND, (ping, outcome) -> told.add("" + outcome));
    }
}
