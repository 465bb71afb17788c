package dev.wsksim.net.multicast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.PacketIgnored;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.GroupQuery;
import dev.wsksim.net.packet.GroupReport;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.TraceEntry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupMembershipsTest {

    private static final IpAddress GROUP = IpAddress.of("239.1.2.3");
    private static final IpAddress OTHER = IpAddress.of("239.9.9.9");
    private static final IpAddress LINK_LOCAL = IpAddress.of("fe80::20");
    private static final IpAddress SERVER = IpAddress.of("192.0.2.20");

    private final TwoHosts world = new TwoHosts();

    private List<TraceEntry> reports() {
        return world.log.entries().stream()
                .filter(entry -> entry.record() instanceof PacketSent sent
                        && sent.packet().payload() instanceof GroupReport)
                .toList();
    }

    private List<String> reported() {
        return reports().stream()
                .map(entry -> ((PacketSent) entry.record()).packet().describe())
                .toList();
    }

    private void query(GroupQuery query) {
        boolean ipv4 = query.family() == IpFamily.IPV4;
        world.server.send(query.from(ipv4 ? SERVER : LINK_LOCAL));
    }

    @ParameterizedTest
    @CsvSource({
        "239.1.2.3, IGMP 192.0.2.10 > 224.0.0.22",
        "ff05::123, MLD :: > ff02::16",
        "ff12::123, MLD :: > ff02::16",
    })
    void join_isReportedAtOnceAndOnceMoreWithinASecond(String group, String report) {
        world.client.joinGroup(IpAddress.of(group), 2);
        world.loop.run();
        String expected = report + " CHANGE_TO_EXCLUDE_MODE " + group;
        assertThat(reported()).containsExactly(expected, expected);
        assertThat(reports().get(0).timeNanos()).isZero();
        assertThat(reports().get(1).timeNanos()).isBetween(1L, TwoHosts.SECOND);
        assertThat(world.records(PacketSent.class))
                .allMatch(sent -> sent.packet().hopLimit() == 1);
    }

    @Test
    void leave_isReportedTheSameWay_afterTheLastUser() {
        world.client.joinGroup(GROUP, 2);
        world.client.joinGroup(GROUP, 2);
        world.loop.run();
        world.client.leaveGroup(GROUP, 2);
        world.loop.run();
        assertThat(reported()).hasSize(2);
        world.client.leaveGroup(GROUP, 2);
        world.loop.run();
        String left = "IGMP 192.0.2.10 > 224.0.0.22 CHANGE_TO_INCLUDE_MODE 239.1.2.3";
        assertThat(reported().subList(2, 4)).containsExactly(left, left);
        assertThatIllegalStateException().isThrownBy(() -> world.client.leaveGroup(GROUP, 2));
    }

    @Test
    void leave_beforeTheRepetition_replacesIt() {
        world.client.joinGroup(GROUP, 2);
        world.client.leaveGroup(GROUP, 2);
        world.loop.run();
        assertThat(reported())
                .extracting(text -> text.substring(text.indexOf("CHANGE")))
                .containsExactly(
                        "CHANGE_TO_EXCLUDE_MODE 239.1.2.3",
                        "CHANGE_TO_INCLUDE_MODE 239.1.2.3",
                        "CHANGE_TO_INCLUDE_MODE 239.1.2.3");
    }

    @ParameterizedTest
    @CsvSource({"224.0.0.1", "ff02::1", "ff01::5"})
    void join_groupThatNeverLeavesTheLink_isNotReported(String group) {
        world.client.joinGroup(IpAddress.of(group), 2);
        world.loop.run();
        assertThat(reported()).isEmpty();
    }

    @Test
    void generalQuery_isAnsweredWithAllGroupsAfterADelay() {
        world.client.joinGroup(GROUP, 2);
        world.client.joinGroup(OTHER, 2);
        world.loop.run();
        int before = reports().size();
        long askedNanos = world.loop.nowNanos();
        query(GroupQuery.general(IpFamily.IPV4));
        world.loop.run();
        assertThat(reported().subList(before, reported().size()))
                .containsExactly(
                        "IGMP 192.0.2.10 > 224.0.0.22" + " MODE_IS_EXCLUDE 239.1.2.3 MODE_IS_EXCLUDE 239.9.9.9");
        long delay = reports().get(before).timeNanos() - askedNanos - TwoHosts.MILLISECOND;
        assertThat(delay).isBetween(0L, 10 * TwoHosts.SECOND);
    }

    @Test
    void specificQuery_isAnsweredByMembersOnly() {
        world.client.joinGroup(GROUP, 2);
        world.loop.run();
        int before = reports().size();
        query(new GroupQuery(OTHER, 1_000, 2, 125));
        query(new GroupQuery(GROUP, 1_000, 2, 125));
        query(new GroupQuery(GROUP, 1_000, 2, 125));
        world.loop.run();
        assertThat(reported().subList(before, reported().size()))
                .containsExactly("IGMP 192.0.2.10 > 224.0.0.22 MODE_IS_EXCLUDE 239.1.2.3");
    }

    @Test
    void queryOfMld_isHeededFromALinkLocalAddressOnly() {
        world.server.networkInterface("ethernet").addAddress(HostAddress.of(LINK_LOCAL));
        world.client.joinGroup(IpAddress.of("ff05::123"), 2);
        world.loop.run();
        GroupQuery query = GroupQuery.general(IpFamily.IPV6);
        world.server.send(query.from(IpAddress.of("2001:db8::20")));
        world.server.send(new Packet(LINK_LOCAL, GroupQuery.ALL_NODES_6, 2, query));
        world.loop.run();
        assertThat(reports()).hasSize(2);
        assertThat(world.records(PacketIgnored.class).stream().map(PacketIgnored::host))
                .filteredOn("client"::equals)
                .hasSize(2);
        query(query);
        world.loop.run();
        assertThat(reports()).hasSize(3);
    }

    @Test
    void query_withoutGroups_isNotAnswered() {
        query(GroupQuery.general(IpFamily.IPV4));
        query(GroupQuery.general(IpFamily.IPV6));
        world.loop.run();
        assertThat(reported()).isEmpty();
    }

    @Test
    void restart_reportsAgain() {
        world.client.joinGroup(GROUP, 2);
        world.client.crash();
        world.loop.run();
        assertThat(reported()).hasSize(1);
        world.client.restart();
        world.loop.run();
        assertThat(reported()).hasSize(3);
    }
}
