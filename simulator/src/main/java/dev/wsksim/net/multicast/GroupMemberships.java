package dev.wsksim.net.multicast;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.GroupQuery;
import dev.wsksim.net.packet.GroupRecord;
import dev.wsksim.net.packet.GroupReport;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The groups of one family that a host is in at one interface, and the reports about them: IGMPv3 (RFC 3376 section 5) or MLDv2 (RFC 3810
 * section 6), the versions with which Windows begins (IGMPVersion and MLDVersion, both 3 meaning these, in the reference
 * of Set-NetIPv4Protocol and Set-NetIPv6Protocol).
 *
 * <p>A change is reported at once and a second time within a second (Robustness Variable 2, Unsolicited Report Interval 1
 * s: RFC 3376 sections 8.1 and 8.11). A query is answered after a random delay. Groups are joined without lists of senders;
 * queriers of older versions are not answered.
 *
 * <p>The group of all hosts, and over IPv6 those whose scope is not beyond the host, are never reported (RFC 3376 section
 * 4, RFC 3810 section 6); the first is always joined. Reports come from the first address of the interface; over IPv6 from
 * a link-local one or else, as RFC 3590 allows, from the unspecified one.
 */
public final class GroupMemberships {

    private static final long UNSOLICITED_REPORT_INTERVAL_NANOS = 1_000_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int LINK_SCOPE = 2;

    private final SimulationLoop loop;
    private final GroupLink link;
    private final IpFamily family;
    private final RandomStream random;
    private final IpAddress allHosts;
    private final Map<IpAddress, Membership> memberships = new LinkedHashMap<>();
    private boolean generalPending;
    private long generalAtNanos;
    private long generalTimer;

    /**
     * Makes the memberships of an interface in one family.
     *
     * @param random the stream that decides on the delays of reports
     */
    public GroupMemberships(SimulationLoop loop, GroupLink link, IpFamily family, RandomStream random) {
        this.loop = loop;
        this.link = link;
        this.family = family;
        this.random = random;
        this.allHosts = family == IpFamily.IPV4 ? GroupQuery.ALL_SYSTEMS_4 : GroupQuery.ALL_NODES_6;
    }

    /** Tells whether the host is in a group at this interface. */
    public boolean isMember(IpAddress group) {
        Membership membership = memberships.get(group);
        return (membership != null && membership.users > 0) || group.equals(allHosts);
    }

    /** Returns the groups that the host joined, in that order. */
    public ImmutableList<IpAddress> groups() {
        return memberships.values().stream()
                .filter(membership -> membership.users > 0)
                .map(membership -> membership.group)
                .collect(ImmutableList.toImmutableList());
    }

    /** Adds one who wants packets to a group; the first one joins it. */
    public void join(IpAddress group) {
        Membership membership = memberships.computeIfAbsent(group, Membership::new);
        membership.users++;
        if (membership.users == 1) {
            change(membership);
        }
    }

    /**
     * Takes one who wants packets to a group; the last one leaves it.
     *
     * @throws IllegalStateException when nobody wants them
     */
    public void leave(IpAddress group) {
        Membership membership = memberships.get(group);
        if (membership == null || membership.users == 0) {
            throw new IllegalStateException(link.name() + " is not in the group " + group);
        }
        membership.users--;
        if (membership.users == 0) {
            change(membership);
        }
    }

    /** Takes a query of a router. */
    public void queryArrived(GroupQuery query) {
        long longest = query.maxResponseMillis() * NANOS_PER_MILLI;
        long atNanos = loop.nowNanos() + (longest == 0 ? 0 : random.nextLong(longest + 1));
        if (generalPending && generalAtNanos <= atNanos) {
            return;
        }
        if (query.isGeneral()) {
            scheduleGeneral(atNanos);
            return;
        }
        Membership membership = memberships.get(query.group());
        if (membership != null && membership.users > 0 && isReported(query.group())) {
            membership.answerAt(atNanos);
        }
    }

    private void scheduleGeneral(long atNanos) {
        if (generalPending) {
            loop.cancel(generalTimer);
        }
        generalPending = true;
        generalAtNanos = atNanos;
        generalTimer = loop.scheduleAt(atNanos, this::answerGeneral);
    }

    private void answerGeneral() {
        generalPending = false;
        ImmutableList.Builder<GroupRecord> records = ImmutableList.builder();
        for (Membership membership : memberships.values()) {
            if (membership.users > 0 && isReported(membership.group)) {
                records.add(GroupRecord.of(GroupRecord.Type.MODE_IS_EXCLUDE, membership.group));
            }
        }
        send(records.build());
    }

    /** Sends the change now and once more later; what is still to be sent of an earlier change is not any more. */
    private void change(Membership membership) {
        if (!isReported(membership.group) || !link.isUp()) {
            return;
        }
        membership.cancelRepetition();
        membership.sendChange();
        long delay = 1 + random.nextLong(UNSOLICITED_REPORT_INTERVAL_NANOS);
        membership.repeatIn(delay);
    }

    private boolean isReported(IpAddress group) {
        if (group.equals(allHosts)) {
            return false;
        }
        return family == IpFamily.IPV4 || (group.high() >>> 48 & 0xF) >= LINK_SCOPE;
    }

    private void send(ImmutableList<GroupRecord> records) {
        if (!records.isEmpty()) {
            link.send(new GroupReport(family, records).from(link.source()));
        }
    }

    /**
     * Sends nothing more, as a host that crashes does, or an interface that goes down. The memberships are there still.
     */
    public void stop() {
        if (generalPending) {
            loop.cancel(generalTimer);
            generalPending = false;
        }
        memberships.values().forEach(Membership::cancelAll);
    }

    /** Reports all groups again, as a host that starts does, or an interface that goes up. */
    public void reportAnew() {
        memberships.values().removeIf(membership -> membership.users == 0);
        memberships.values().forEach(this::change);
    }

    /** One group: who wants its packets, and what is still to be reported of it. */
    private final class Membership {

        private final IpAddress group;
        private int users;
        private boolean repetitionPending;
        private long repetition;
        private boolean answerPending;
        private long answerAtNanos;
        private long answer;

        Membership(IpAddress group) {
            this.group = group;
        }

        void sendChange() {
            GroupRecord.Type type =
                    users > 0 ? GroupRecord.Type.CHANGE_TO_EXCLUDE_MODE : GroupRecord.Type.CHANGE_TO_INCLUDE_MODE;
            send(ImmutableList.of(GroupRecord.of(type, group)));
        }

        void repeatIn(long delayNanos) {
            repetitionPending = true;
            repetition = loop.schedule(delayNanos, this::repeat);
        }

        private void repeat() {
            repetitionPending = false;
            sendChange();
            if (users == 0) {
                cancelAll();
                memberships.remove(group);
            }
        }

        /** The earlier of two answers answers both queries (RFC 3376 section 5.2, rules 3 and 4). */
        void answerAt(long atNanos) {
            if (answerPending && answerAtNanos <= atNanos) {
                return;
            }
            if (answerPending) {
                loop.cancel(answer);
            }
            answerPending = true;
            answerAtNanos = atNanos;
            answer = loop.scheduleAt(atNanos, this::answer);
        }

        private void answer() {
            answerPending = false;
            if (users > 0) {
                send(ImmutableList.of(GroupRecord.of(GroupRecord.Type.MODE_IS_EXCLUDE, group)));
            }
        }

        void cancelRepetition() {
            if (repetitionPending) {
                loop.cancel(repetition);
                repetitionPending = false;
            }
        }

        void cancelAll() {
            cancelRepetition();
            if (answerPending) {
                loop.cancel(answer);
                answerPending = false;
            }
        }
    }
}
