package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.tcp.ConnectionName;
import dev.wsksim.net.tcp.TcpRecord;
import dev.wsksim.net.tcp.TcpStateChanged;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.StepTaken;
import dev.wsksim.trace.TraceEntry;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state at the instant of a finding, as far as it concerns the finding: the sockets, IRPs and ends of TCP
 * connections that its evidence speaks of, and how many others there were.
 *
 * <p>An IRP that the evidence speaks of brings the socket that it was passed with or has delivered, and a socket the IRPs
 * that are pending on it. What the driver does after the last
 * step to clean up is not looked at.
 */
final class StateThen {
    private static final int MOST_PENDING = 8;

    private final ObjectLives lives;
    private final SimTime at;
    private final String host;
    private final Set<Integer> sockets = new LinkedHashSet<>();
    private final Set<Long> irps = new LinkedHashSet<>();
    private final Set<String> ends = new LinkedHashSet<>();

    /**
     * A line of the table.
     *
     * @param object which object
     * @param state what it had come to
     */
    record Row(String object, String state) {}

    /** Looks at the state at a finding. */
    StateThen(Finding finding, TracedRun run) {
        this.lives = new ObjectLives(run);
        this.at = finding.at();
        this.host = run.host();
        for (TraceEntry entry : run.trace()) {
            if (isLater(entry, finding)) {
                break;
            }
            lives.next(entry);
        }
        finding.evidence().forEach(this::concern);
        lives.irps().entrySet().stream()
                .filter(irp -> irps.contains(irp.getKey()) && irp.getValue().socket() != 0)
                .forEach(irp -> sockets.add(irp.getValue().socket()));
        lives.irps().forEach((number, irp) -> {
            boolean concerned = irp.isPending() && sockets.contains(irp.socket());
            if (concerned && irps.size() < MOST_PENDING) {
                irps.add(number);
            }
        });
    }

    /** Tells whether an entry comes after the finding, which at its instant stands right behind its evidence. */
    private static boolean isLater(TraceEntry entry, Finding finding) {
        if (entry.timeNanos() > finding.at().nanos()) {
            return true;
        }
        if (finding.evidence().isEmpty()) {
            return isCleanUp(entry);
        }
        TraceEntry last = finding.evidence().get(finding.evidence().size() - 1);
        boolean behindEvidence = last.timeNanos() == finding.at().nanos() && entry.number() > last.number();
        return behindEvidence || (entry.number() > last.number() && isCleanUp(entry));
    }

    private static boolean isCleanUp(TraceEntry entry) {
        return entry.record() instanceof StepTaken step && step.isCleanUp();
    }

    private void concern(TraceEntry entry) {
        NumberedObjects objects = NumberedObjects.in(entry);
        objects.irp().ifPresent(irps::add);
        objects.socket().ifPresent(sockets::add);
        if (entry.record() instanceof TcpRecord tcp) {
            ends.add(ObjectLives.key(tcp.connection()));
        }
    }

    /** Returns the lines of the table; none where the evidence speaks of nothing that has a state. */
    ImmutableList<Row> rows() {
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        Set<String> shown = new LinkedHashSet<>();
        for (Map.Entry<Integer, SocketLife> socket : lives.sockets().entrySet()) {
            if (sockets.contains(socket.getKey())) {
                rows.add(new Row("socket " + socket.getKey(), text(socket.getValue(), shown)));
            }
        }
        lives.irps().entrySet().stream()
                .filter(irp -> irps.contains(irp.getKey()))
                .filter(irp -> !irp.getValue().text(at).isEmpty())
                .forEach(irp ->
                        rows.add(new Row("IRP " + irp.getKey(), irp.getValue().text(at))));
        lives.connections().entrySet().stream()
                .filter(end -> ends.contains(end.getKey()) && !shown.contains(end.getKey()))
                .map(end -> (TcpStateChanged) end.getValue().record())
                .forEach(change -> rows.add(new Row(
                        "TCP",
                        change.connection().host() + " " + change.connection().local() + " > "
                                + change.connection().remote() + ", " + change.to())));
        return rows.build();
    }

    private String text(SocketLife socket, Set<String> shown) {
        Optional<TcpStateChanged> change = lives.connections().values().stream()
                .map(entry -> (TcpStateChanged) entry.record())
                .filter(one -> one.connection().host().equals(host) && socket.has(one.connection()))
                .reduce((earlier, later) -> later);
        if (change.isEmpty()) {
            return socket.text();
        }
        ConnectionName connection = change.get().connection();
        shown.add(ObjectLives.key(connection));
        return socket.text(connection, change.get().to().toString());
    }

    /** Returns how many sockets and pending IRPs there were besides; empty for none. */
    String others() {
        long moreSockets = lives.sockets().entrySet().stream()
                .filter(socket ->
                        !sockets.contains(socket.getKey()) && !socket.getValue().isFreed())
                .count();
        long moreIrps = lives.irps().entrySet().stream()
                .filter(irp -> !irps.contains(irp.getKey()) && irp.getValue().isPending())
                .count();
        String first = count(moreSockets, "other socket");
        String second = count(moreIrps, "other pending IRP");
        return first + (first.isEmpty() || second.isEmpty() ? "" : ", ") + second;
    }

    private static String count(long number, String what) {
        return number == 0 ? "" : number + " " + what + (number == 1 ? "" : "s");
    }
}
