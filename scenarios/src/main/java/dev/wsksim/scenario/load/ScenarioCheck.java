package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.scenario.model.ConnectionExpectation;
import dev.wsksim.scenario.model.DriverSpec;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.model.IpFamily;
import dev.wsksim.scenario.model.NetstatExpectation;
import dev.wsksim.scenario.model.PacketCount;
import dev.wsksim.scenario.model.PacketExpectation;
import dev.wsksim.scenario.model.PeerSpec;
import dev.wsksim.scenario.model.PeerStep;
import dev.wsksim.scenario.model.ProcessSpec;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.ScriptedDecision;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.TcpPeerSpec;
import dev.wsksim.scenario.model.ThreadSpec;
import dev.wsksim.scenario.model.WskPeerSpec;
import dev.wsksim.wsk.WskDecisions;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for names that mean nothing, for things defined twice, and for steps that cannot happen. */
final class ScenarioCheck {
    private static final String WSK_WORD = "wsk";

    private final Scenario scenario;
    private final FunctionParameters functions;
    private final Problems problems;
    private final NameTable hosts;
    /** Hosts, and their interfaces with a dot between: what a link leads from and to. */
    private final NameTable ends;

    private final NameTable processes;
    private final NameTable threads;
    private final NameTable descriptors;
    private final NameScan written;

    ScenarioCheck(Scenario scenario, FunctionParameters functions, NameScan written, Problems problems) {
        this.scenario = scenario;
        this.functions = functions;
        this.problems = problems;
        this.written = written;
        this.hosts = new NameTable("host", written, problems);
        this.ends = new NameTable("host", written, problems);
        this.processes = new NameTable("process", written, problems);
        this.threads = new NameTable("thread", written, problems);
        this.descriptors = new NameTable("security descriptor", written, problems);
    }

    /** Reports all that is wrong. */
    void run() {
        boolean whole = problems.count() == 0;
        for (HostSpec host : scenario.hosts()) {
            Reference name = new Reference(host.name(), host.position());
            hosts.define(name);
            ends.define(name);
            host.interfaces()
                    .forEach(own -> ends.define(new Reference(host.name() + "." + own.name(), own.position())));
        }
        checkFiles();
        new TopologyCheck(scenario, hosts, problems).run();
        new LinkNameCheck(scenario, problems).run();
        new DatagramPlaceCheck(scenario, problems).run();
        new MatchedAddressCheck(scenario, problems).run();
        checkNetwork();
        scenario.driver().ifPresent(this::checkDriver);
        StepCheck steps = new StepCheck(
                functions,
                hosts,
                ends,
                processes,
                threads,
                descriptors,
                scenario.driver().map(driver -> driver.host().name()).orElse(""),
                written,
                problems);
        steps.check(scenario.steps());
        checkExpectations(steps.sockets());
        checkDecisions();
        new FaultCheck(scenario, problems).run();
        new ReachCheck(scenario, whole, problems).run();
        TimelineCheck timeline = new TimelineCheck(scenario.limits(), problems);
        timeline.check(scenario.steps());
        timeline.check(scenario.expect());
    }

    private void checkFiles() {
        String reader = scenario.driver().map(driver -> driver.host().name()).orElse("");
        for (HostSpec host : scenario.hosts()) {
            if (!host.files().isEmpty() && !host.name().equals(reader)) {
                problems.report(
                        host.position(),
                        host.name().length(),
                        "nobody reads the files of host '" + host.name() + "'",
                        reader.isEmpty() ? "only a driver resolves names" : "names are resolved on '" + reader + "'");
            }
        }
    }

    private void checkNetwork() {
        scenario.links().forEach(link -> {
            ends.require(link.from());
            ends.require(link.to());
        });
        ImmutableList<Reference> peerHosts =
                scenario.peers().stream().map(PeerSpec::host).distinct().collect(ImmutableList.toImmutableList());
        peerHosts.forEach(hosts::require);
        scenario.peers().forEach(this::checkWskPeer);
        scenario.connections().forEach(connection -> {
            hosts.require(connection.from());
            if (!InetAddresses.isInetAddress(connection.to().name())) {
                hosts.require(connection.to());
                requireFamily(connection.to());
            }
        });
    }

    /** A host's name stands for its first address of the scenario's family. */
    private void requireFamily(Reference name) {
        Class<?> wanted = scenario.family() == IpFamily.IPV6 ? Inet6Address.class : Inet4Address.class;
        scenario.hosts().stream()
                .filter(host -> host.name().equals(name.name())
                        && host.addresses().stream().noneMatch(own -> wanted.isInstance(own.address())))
                .forEach(host -> problems.report(
                        name.position(),
                        name.name().length(),
                        "host '" + name + "' has no address of the family "
                                + scenario.family().word(),
                        "the family of host names is set by 'family'; or write an address"));
    }

    private void checkDriver(DriverSpec driver) {
        hosts.require(driver.host());
        ProcessSpec own = driver.process();
        processes.define(new Reference(own.name(), own.position()));
        driver.processes().forEach(process -> processes.define(new Reference(process.name(), process.position())));
        for (ThreadSpec thread : driver.threads()) {
            threads.define(new Reference(thread.name(), thread.position()));
            thread.process().ifPresent(processes::require);
        }
        driver.securityDescriptors()
                .forEach(descriptor -> descriptors.define(new Reference(descriptor.name(), descriptor.position())));
    }

    private void checkExpectations(NameTable sockets) {
        for (PacketExpectation packet : scenario.expect().packets()) {
            ends.require(packet.from());
            ends.require(packet.to());
        }
        for (PacketCount count : scenario.expect().packetCounts()) {
            ends.require(count.from());
            ends.require(count.to());
        }
        scenario.expect().leftOver().stream()
                .filter(kind -> scenario.driver().isPresent() && !kind.value().isOfDriver())
                .findFirst()
                .ifPresent(kind -> problems.report(
                        kind.position(),
                        kind.value().word().length(),
                        "with a driver, connections are not looked at as left-overs; its sockets are",
                        "expect open-socket, or leave the driver out"));
        checkConnections();
        checkNetstat();
        scenario.expect().finalStates().forEach(state -> sockets.require(state.socket()));
        scenario.expect().callbacks().forEach(callbacks -> sockets.require(callbacks.socket()));
        new RuleNameCheck(scenario, problems).run();
    }

    private void checkConnections() {
        NameTable connections = new NameTable("connection", written, problems);
        scenario.connections().forEach(connection -> connections.define(connection.name()));
        for (ConnectionExpectation expected : scenario.expect().connections()) {
            if (expected.end().port() == 0) {
                connections.require(expected.end().place());
            } else {
                requirePeer(expected.end());
            }
        }
    }

    private void checkNetstat() {
        for (NetstatExpectation expected : scenario.expect().netstat()) {
            hosts.require(expected.host());
            expected.connections().stream()
                    .flatMap(row -> Stream.concat(row.local().stream(), row.remote().stream()))
                    .filter(place -> place.address().isEmpty())
                    .forEach(place -> hosts.require(place.name()));
        }
    }

    private void checkWskPeer(PeerSpec peer) {
        if (!(peer instanceof WskPeerSpec)) {
            return;
        }
        String host = peer.host().name();
        if (scenario.driver()
                .filter(driver -> driver.host().name().equals(host))
                .isPresent()) {
            problems.report(
                    peer.position(),
                    WSK_WORD.length(),
                    "host '" + host + "' has the driver's WSK, and a host has one",
                    "let another host be the WSK peer, or let the driver itself listen");
        }
        boolean taken = scenario.peers().stream()
                .anyMatch(other -> other instanceof TcpPeerSpec
                        && other.port() == peer.port()
                        && other.host().name().equals(host));
        if (taken) {
            problems.report(
                    peer.position(),
                    WSK_WORD.length(),
                    "port " + peer.port() + " of '" + host + "' has a scripted peer too",
                    "give one of them another port");
        }
    }

    private void requirePeer(ConnectionExpectation.End end) {
        boolean isPeer = scenario.peers().stream()
                        .anyMatch(peer -> (peer instanceof TcpPeerSpec || peer instanceof WskPeerSpec)
                                && peer.port() == end.port()
                                && peer.host().name().equals(end.place().name()))
                || becomesPeer(end, scenario.steps());
        hosts.require(end.place());
        if (!isPeer && hosts.isDefined(end.place().name())) {
            problems.report(
                    end.place().position(),
                    end.toString().length(),
                    "no peer accepts connections at " + end.place() + ":" + end.port(),
                    "peers are written under 'peers'");
        }
    }

    private static boolean becomesPeer(ConnectionExpectation.End end, ImmutableList<Step> steps) {
        return steps.stream()
                .anyMatch(step -> becomesPeer(end, step.inner())
                        || (step instanceof PeerStep peer
                                && peer.port() == end.port()
                                && peer.host().name().equals(end.place().name())));
    }

    private void checkDecisions() {
        for (ScriptedDecision decision : scenario.decisions()) {
            Optional<DecisionPoint> point = WskDecisions.byName(decision.at());
            if (point.isEmpty()) {
                ImmutableList<String> known =
                        WskDecisions.all().stream().map(DecisionPoint::name).collect(ImmutableList.toImmutableList());
                unknown(decision.position(), decision.at(), "decision point", known);
            } else if (!point.get().options().isEmpty()
                    && !point.get().options().contains(decision.choose())) {
                String what = "option '" + decision.choose() + "' of decision point";
                problems.report(
                        decision.position(),
                        decision.at().length(),
                        "unknown " + what + " '" + decision.at() + "'",
                        Suggestion.hint(decision.choose(), point.get().options(), "its options"));
            }
        }
    }

    private void unknown(SourcePosition position, String name, String what, ImmutableList<String> known) {
        problems.report(
                position,
                name.length(),
                "unknown " + what + " '" + name + "'",
                Suggestion.hint(name, known, what + "s"));
    }
}
