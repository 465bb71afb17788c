package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Simulation;
import dev.wsksim.engine.SimTime;
import dev.wsksim.export.netstat.ConnectionSnapshot;
import dev.wsksim.export.netstat.HostSnapshot;
import dev.wsksim.export.netstat.NetworkSnapshot;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.tcp.ConnectionName;
import dev.wsksim.net.tcp.TcpStateChanged;
import dev.wsksim.scenario.model.NetstatExpectation;
import dev.wsksim.scenario.model.NetstatExpectation.Row;
import dev.wsksim.scenario.model.NetworkPlace;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the TCP connections that hosts had at instants with those that the scenario expects. */
final class NetstatChecks {

    private final Simulation simulation;
    private final ImmutableList<NetstatExpectation> expected;
    private final TraceLog trace;
    private final FindingsLog findings;
    private final SnapshotLog snapshots;

    /** Prepares to look at the instants that expectations speak of. */
    NetstatChecks(
            Simulation simulation, ImmutableList<NetstatExpectation> expected, TraceLog trace, FindingsLog findings) {
        this.simulation = simulation;
        this.expected = expected;
        this.trace = trace;
        this.findings = findings;
        this.snapshots = new SnapshotLog(
                simulation,
                expected.stream()
                        .flatMap(one -> one.at().stream())
                        .distinct()
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Compares; to be called once, at the end of the run. */
    void check() {
        if (expected.isEmpty()) {
            return;
        }
        ImmutableList<NetworkSnapshot> taken = snapshots.all();
        NetworkSnapshot end =
                NetworkSnapshot.of(simulation.network(), simulation.loop().now());
        for (NetstatExpectation one : expected) {
            NetworkSnapshot then = taken.stream()
                    .filter(snapshot -> one.at().equals(Optional.of(snapshot.at())))
                    .findFirst()
                    .orElse(end);
            new Comparison(one, then).check();
        }
    }

    /** One expectation beside what there was. */
    private final class Comparison {

        private final NetstatExpectation wanted;
        private final NetworkSnapshot then;
        private final HostSnapshot host;

        Comparison(NetstatExpectation wanted, NetworkSnapshot then) {
            this.wanted = wanted;
            this.then = then;
            this.host = host(wanted.host().name())
                    .orElseThrow(
                            () -> new AssertionError("the loader demands that host '" + wanted.host() + "' exists"));
        }

        private Optional<HostSnapshot> host(String name) {
            return then.hosts().stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst();
        }

        void check() {
            ImmutableList<Row> rows = wanted.connections();
            ImmutableList<ConnectionSnapshot> actual = host.connections();
            for (int i = 0; i < Math.min(rows.size(), actual.size()); i++) {
                if (!matches(rows.get(i), actual.get(i))) {
                    finding(
                            rows.get(i).position(),
                            "connection " + (i + 1) + " of host '" + host.name() + "' is another one",
                            rows.get(i).toString(),
                            text(actual.get(i), rows.get(i)),
                            nearest(i),
                            lastChange(Optional.of(actual.get(i))));
                    return;
                }
            }
            if (rows.size() != actual.size()) {
                List<String> all = actual.stream().map(this::text).toList();
                finding(
                        rows.size() > actual.size() ? rows.get(actual.size()).position() : wanted.position(),
                        "host '" + host.name() + "' has another number of connections",
                        list(rows.stream().map(Row::toString).toList()),
                        list(all),
                        rows.size() > actual.size()
                                ? "none is left for line "
                                        + rows.get(actual.size()).position().line()
                                : "no row expects " + all.get(rows.size()),
                        lastChange(Optional.empty()));
            }
        }

        /** Tells where in the list the expected row is, or in which way and when the one that is there would be right. */
        private String nearest(int index) {
            Row row = wanted.connections().get(index);
            ImmutableList<ConnectionSnapshot> actual = host.connections();
            for (int i = 0; i < actual.size(); i++) {
                if (matches(row, actual.get(i))) {
                    return "it is connection " + (i + 1) + ": rows stand in the order in which connections were made";
                }
            }
            ConnectionSnapshot there = actual.get(index);
            List<String> differences = new ArrayList<>();
            if (!row.local().map(place -> isAt(place, there.local())).orElse(true)) {
                differences.add("local");
            }
            if (!row.remote().map(place -> isAt(place, there.remote())).orElse(true)) {
                differences.add("remote");
            }
            if (row.state() != there.state()) {
                differences.add("state");
            }
            if (!row.receiveQueue().map(bytes -> bytes == there.receiveQueue()).orElse(true)) {
                differences.add("receive-queue");
            }
            if (!row.sendQueue().map(bytes -> bytes == there.sendQueue()).orElse(true)) {
                differences.add("send-queue");
            }
            String other = "another " + String.join(" and ", differences);
            return differences.equals(List.of("state")) ? other + ": " + timesIn(row, there) : other;
        }

        private String timesIn(Row row, ConnectionSnapshot there) {
            return new ConnectionHistory(trace).timesIn(host.name(), there.number(), row.state());
        }

        private boolean matches(Row row, ConnectionSnapshot actual) {
            return row.state() == actual.state()
                    && row.local().map(place -> isAt(place, actual.local())).orElse(true)
                    && row.remote().map(place -> isAt(place, actual.remote())).orElse(true)
                    && row.receiveQueue()
                            .map(bytes -> bytes == actual.receiveQueue())
                            .orElse(true)
                    && row.sendQueue().map(bytes -> bytes == actual.sendQueue()).orElse(true);
        }

        private boolean isAt(NetworkPlace place, Endpoint endpoint) {
            boolean samePort = place.port() == 0 || place.port() == endpoint.port();
            return samePort
                    && place.address()
                            .map(address -> address.equals(endpoint.address()))
                            .orElseGet(() -> has(place.name().name(), endpoint.address()));
        }

        private boolean has(String name, IpAddress address) {
            return address.isLoopback()
                    ? name.equals(host.name())
                    : host(name).stream()
                            .flatMap(known -> known.interfaces().stream())
                            .anyMatch(own -> own.addresses().stream()
                                    .anyMatch(its -> its.address().equals(address)));
        }

        /** Returns the number of the last change of a connection's state by then, or of any of the host. */
        private long lastChange(Optional<ConnectionSnapshot> connection) {
            return trace.entries().stream()
                    .filter(entry -> entry.time().compareTo(then.at()) <= 0
                            && entry.record() instanceof TcpStateChanged change
                            && isOf(change.connection(), connection))
                    .mapToLong(TraceEntry::number)
                    .max()
                    .orElse(0);
        }

        private boolean isOf(ConnectionName name, Optional<ConnectionSnapshot> connection) {
            return name.host().equals(host.name())
                    && connection.map(known -> known.number() == name.number()).orElse(true);
        }

        private void finding(
                SourcePosition position, String title, String wish, String actual, String hint, long entry) {
            SimTime at = then.at();
            findings.addAt(at, FindingKind.CONNECTION, position, title + " at " + at, wish, actual, hint, entry);
        }

        /** Returns a connection as no row speaks of it: with the names of hosts where they have the addresses. */
        private String text(ConnectionSnapshot actual) {
            return Row.text(
                    Optional.of(place(actual.local(), true)),
                    Optional.of(place(actual.remote(), true)),
                    actual.state(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** Returns a connection as a row writes it: with names of hosts where it has no addresses, and with the queues that it speaks of. */
        private String text(ConnectionSnapshot actual, Row row) {
            return Row.text(
                    Optional.of(place(actual.local(), isNamed(row.local()))),
                    Optional.of(place(actual.remote(), isNamed(row.remote()))),
                    actual.state(),
                    row.receiveQueue().map(unused -> (long) actual.receiveQueue()),
                    row.sendQueue().map(unused -> (long) actual.sendQueue()));
        }

        private static String list(List<String> rows) {
            return rows.isEmpty() ? "[]" : "- " + String.join("\n- ", rows);
        }

        private static boolean isNamed(Optional<NetworkPlace> asWritten) {
            return asWritten.flatMap(NetworkPlace::address).isEmpty();
        }

        private String place(Endpoint endpoint, boolean named) {
            return then.hosts().stream()
                    .map(HostSnapshot::name)
                    .filter(name -> named && has(name, endpoint.address()))
                    .findFirst()
                    .map(name -> name + ":" + endpoint.port())
                    .orElseGet(endpoint::toString);
        }
    }
}
