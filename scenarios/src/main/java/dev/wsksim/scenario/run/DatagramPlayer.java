package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.icmp.Ping;
import dev.wsksim.net.icmp.PingOutcome;
import dev.wsksim.net.packet.GroupQuery;
import dev.wsksim.net.peer.DatagramReaction;
import dev.wsksim.net.raw.RawEndpoint;
import dev.wsksim.net.raw.RawSendFailure;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpSendFailure;
import dev.wsksim.scenario.model.DatagramAct;
import dev.wsksim.scenario.model.DatagramRefusal;
import dev.wsksim.scenario.model.DatagramStep;
import dev.wsksim.scenario.model.NetworkPlace;
import dev.wsksim.scenario.model.PingResult;
import dev.wsksim.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets scripted ends send what belongs to no connection, and compares what comes of it with the scenario. */
final class DatagramPlayer {

    private static final int NANOS_PER_MILLI = 1_000_000;

    private final ScenarioWorld world;
    private final DatagramPeers peers;
    private final FindingsLog findings;
    private final Trace trace;
    private final List<DatagramStep> waiting = new ArrayList<>();

    DatagramPlayer(ScenarioWorld world, FindingsLog findings) {
        this.world = world;
        this.peers = world.datagramPeers();
        this.findings = findings;
        this.trace = world.simulation().trace();
    }

    /** Takes a step; what cannot be done becomes a finding. */
    void play(DatagramStep step) {
        trace.emit(world.taken(step.position(), text(step.act())));
        try {
            DatagramAct act = step.act();
            if (act instanceof DatagramAct.SendUdp send) {
                sendUdp(step, send);
            } else if (act instanceof DatagramAct.Ping ping) {
                ping(step, ping);
            } else if (act instanceof DatagramAct.SendRaw send) {
                sendRaw(step, send);
            } else if (act instanceof DatagramAct.Membership membership) {
                change(membership);
            } else if (act instanceof DatagramAct.Query query) {
                query(query);
            }
        } catch (IllegalStateException | IllegalArgumentException impossible) {
            waiting.remove(step);
            finding(step, String.valueOf(impossible.getMessage()), "", "");
        }
    }

    private static String text(DatagramAct act) {
        if (act instanceof DatagramAct.SendUdp send) {
            return "send-udp " + send.from() + " to " + send.to() + ", " + send.data();
        }
        if (act instanceof DatagramAct.Ping ping) {
            return "ping " + ping.to() + " from " + ping.from();
        }
        if (act instanceof DatagramAct.SendRaw send) {
            return "send-raw protocol " + send.protocol() + " to " + send.to() + ", " + send.data();
        }
        if (act instanceof DatagramAct.Membership membership) {
            return membership.member() + (membership.joins() ? " joins " : " leaves ") + membership.group();
        }
        DatagramAct.Query query = (DatagramAct.Query) act;
        return "query from " + query.from() + " about " + query.group();
    }

    private void sendUdp(DatagramStep step, DatagramAct.SendUdp send) {
        IpAddress to = world.addressOf(send.to());
        UdpEndpoint endpoint = endpoint(send.from(), to.family());
        send.hopLimit().ifPresent(limit -> {
            if (to.isMulticast()) {
                endpoint.setMulticastHopLimit(limit);
            } else {
                endpoint.setHopLimit(limit);
            }
        });
        UdpSendFailure failure = endpoint.sendTo(send.data(), to, send.to().port());
        send.hopLimit().ifPresent(limit -> {
            endpoint.setHopLimit(host(send.from()).defaultHopLimit());
            endpoint.setMulticastHopLimit(UdpEndpoint.DEFAULT_MULTICAST_HOP_LIMIT);
        });
        @Nullable
        UdpSendFailure expected = send.refused().map(DatagramPlayer::failure).orElse(null);
        if (failure != expected) {
            finding(
                    step,
                    failure == null ? "the datagram was sent" : "the datagram could not be sent",
                    expected == null ? "sent" : expected.sentence(),
                    failure == null ? "sent" : failure.sentence());
        }
    }

    private static UdpSendFailure failure(DatagramRefusal refusal) {
        return switch (refusal) {
            case MESSAGE_TOO_LONG -> UdpSendFailure.MESSAGE_TOO_LONG;
            case NO_ROUTE -> UdpSendFailure.NO_ROUTE;
            case INVALID_REMOTE_ADDRESS -> UdpSendFailure.INVALID_REMOTE_ADDRESS;
            case HOST_NOT_RUNNING -> UdpSendFailure.HOST_NOT_RUNNING;
        };
    }

    private void ping(DatagramStep step, DatagramAct.Ping ping) {
        IpAddress to = world.addressOf(ping.to());
        waiting.add(step);
        Host from = host(ping.from());
        from.echo()
                .ping(
                        to,
                        ping.data(),
                        ping.hopLimit().orElse(from.defaultHopLimit()),
                        ping.timeout().nanos(),
                        (ended, outcome) -> judge(step, ping, ended, outcome));
    }

    private void judge(DatagramStep step, DatagramAct.Ping ping, Ping ended, PingOutcome outcome) {
        waiting.remove(step);
        SimDuration took = SimDuration.ofNanos(ended.roundTripNanos());
        if (outcome != outcome(ping.outcome())) {
            String error = ended.error() == null ? "" : " (" + ended.error() + ")";
            finding(
                    step,
                    "something else came of this ping",
                    ping.outcome().word(),
                    outcome + error + " after " + took);
        } else if (ping.roundTrip().filter(wanted -> !wanted.equals(took)).isPresent()) {
            finding(step, "this ping took another time", ping.roundTrip().get().toString(), took.toString());
        }
    }

    /** Adds a finding for each ping that never ended, because its host crashed. */
    void checkEnd() {
        for (DatagramStep step : waiting) {
            DatagramAct.Ping ping = (DatagramAct.Ping) step.act();
            finding(step, "this ping never ended", ping.outcome().word(), "its host crashed before");
        }
    }

    private static PingOutcome outcome(PingResult result) {
        return switch (result) {
            case REPLY -> PingOutcome.REPLY;
            case ERROR -> PingOutcome.ERROR;
            case TIMED_OUT -> PingOutcome.TIMED_OUT;
            case NO_ROUTE -> PingOutcome.NO_ROUTE;
        };
    }

    private void sendRaw(DatagramStep step, DatagramAct.SendRaw send) {
        IpAddress to = world.addressOf(send.to());
        RawEndpoint endpoint =
                host(send.from()).raw().open(send.protocol(), IpAddress.wildcard(to.family()), (heard, packet) -> {});
        endpoint.setBroadcastAllowed(true);
        RawSendFailure failure = endpoint.sendTo(send.data(), to);
        endpoint.close();
        if (failure != null) {
            finding(step, "the packet could not be sent", "sent", failure.sentence());
        }
    }

    private void change(DatagramAct.Membership membership) {
        IpAddress group = world.addressOf(membership.group());
        UdpEndpoint endpoint = endpoint(membership.member(), group.family());
        Host member = requireRunning(host(membership.member()));
        int index = membership
                .interfaceName()
                .map(name -> member.networkInterface(name.name()).index())
                .orElseGet(member::usualInterface);
        if (membership.joins()) {
            endpoint.join(group, index);
        } else {
            endpoint.leave(group, index);
        }
    }

    private static Host requireRunning(Host host) {
        if (!host.isRunning()) {
            throw new IllegalStateException("host '" + host.name() + "' is not running");
        }
        return host;
    }

    private void query(DatagramAct.Query query) {
        IpAddress group = world.addressOf(query.group());
        GroupQuery general = GroupQuery.general(group.family());
        int millis = (int) (query.maxResponse().nanos() / NANOS_PER_MILLI);
        GroupQuery asked = new GroupQuery(group, millis, general.robustness(), general.intervalSeconds());
        Host router = requireRunning(host(query.from()));
        IpAddress source = router.chooseSource(
                GroupQuery.ALL_SYSTEMS_4.family() == group.family()
                        ? GroupQuery.ALL_SYSTEMS_4
                        : GroupQuery.ALL_NODES_6);
        if (source == null || (group.family() == IpFamily.IPV6 && !source.isLinkLocal())) {
            String kind = group.family() == IpFamily.IPV6 ? "link-local IPv6" : "IPv4";
            throw new IllegalArgumentException("host '" + router.name() + "' has no " + kind + " address");
        }
        router.send(asked.from(source));
    }

    /** Returns the endpoint on a host's port: that of the peer, or else one that discards what comes. */
    private UdpEndpoint endpoint(NetworkPlace place, IpFamily family) {
        Host host = host(place);
        return peers.find(host.name(), place.port())
                .orElseGet(() -> peers.add(host, place.port(), List.of(new DatagramReaction.Discard())))
                .endpoint(family);
    }

    private Host host(NetworkPlace place) {
        return world.hostAt(place);
    }

    private void finding(DatagramStep step, String title, String expected, String actual) {
        findings.add(FindingKind.STEP, step.position(), title, expected, actual, "", trace.lastNumber());
    }
}
