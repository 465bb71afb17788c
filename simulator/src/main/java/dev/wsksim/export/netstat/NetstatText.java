package dev.wsksim.export.netstat;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes snapshots as tables with the columns that netstat has. */
public final class NetstatText {

    private static final String ANY = "*:*";
    private static final ImmutableList<String> SOCKETS = ImmutableList.of(
            "proto", "recv-q", "send-q", "local address", "foreign address", "state", "rexmit", "timer");
    private static final ImmutableList<String> INTERFACES = ImmutableList.of("interface", "state", "mtu", "addresses");
    private static final ImmutableList<String> ROUTES =
            ImmutableList.of("destination", "gateway", "interface", "metric");
    private static final ImmutableSet<String> NUMBERS = ImmutableSet.of("recv-q", "send-q", "mtu", "metric");

    private final SimTime at;
    private final StringBuilder out = new StringBuilder();

    private NetstatText(SimTime at) {
        this.at = at;
    }

    /** Returns a table for every host; each line ends with a line feed. */
    public static String of(NetworkSnapshot snapshot) {
        NetstatText text = new NetstatText(snapshot.at());
        snapshot.hosts().forEach(text::write);
        return text.out.toString();
    }

    private void write(HostSnapshot host) {
        out.append(out.isEmpty() ? "" : "\n");
        out.append(host.name())
                .append(" at ")
                .append(at)
                .append(host.running() ? "" : ", not running")
                .append('\n');
        List<List<String>> sockets = new ArrayList<>();
        for (Endpoint listener : host.listeners()) {
            sockets.add(List.of(protocol("tcp", listener), "0", "0", listener.toString(), ANY, "LISTEN", "", ""));
        }
        host.connections().forEach(connection -> sockets.add(row(connection)));
        host.datagrams().forEach(datagram -> sockets.add(row(datagram)));
        table(SOCKETS, sockets);
        table(INTERFACES, host.interfaces().stream().map(NetstatText::row).collect(ImmutableList.toImmutableList()));
        table(ROUTES, host.routes().stream().map(NetstatText::row).collect(ImmutableList.toImmutableList()));
    }

    private static List<String> row(DatagramSnapshot datagram) {
        return List.of(
                protocol("udp", datagram.local()),
                Long.toString(datagram.receiveQueue()),
                "0",
                datagram.local().toString(),
                datagram.remote().map(Endpoint::toString).orElse(ANY),
                "",
                "",
                "");
    }

    private static List<String> row(InterfaceSnapshot own) {
        String addresses = own.addresses().stream().map(HostAddress::toString).collect(Collectors.joining(" "));
        return List.of(own.name(), own.up() ? "up" : "down", Integer.toString(own.mtu()), addresses);
    }

    private static List<String> row(Route route) {
        return List.of(
                route.destination().toString(),
                route.via().map(IpAddress::toString).orElse("on-link"),
                route.interfaceName().orElse(""),
                Integer.toString(route.metric()));
    }

    private List<String> row(ConnectionSnapshot connection) {
        return List.of(
                protocol("tcp", connection.local()),
                Integer.toString(connection.receiveQueue()),
                Integer.toString(connection.sendQueue()),
                connection.local().toString(),
                connection.remote().toString(),
                connection.state().toString(),
                connection.retransmissions() == 0 ? "" : Integer.toString(connection.retransmissions()),
                connection
                        .timer()
                        .map(timer -> timer.what() + " in " + timer.at().since(at))
                        .orElse(""));
    }

    private static String protocol(String name, Endpoint local) {
        return name + (local.address().family() == IpFamily.IPV4 ? "4" : "6");
    }

    private void table(List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = new int[heads.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = heads.get(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        line(heads, heads, widths);
        rows.forEach(row -> line(row, heads, widths));
    }

    private void line(List<String> cells, List<String> heads, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            boolean isNumber = NUMBERS.contains(heads.get(i));
            String cell = cells.get(i);
            line.append("  ")
                    .append(isNumber ? Strings.padStart(cell, widths[i], ' ') : Strings.padEnd(cell, widths[i], ' '));
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
