package dev.wsksim.export.netstat;

import dev.wsksim.export.json.JsonLine;
import dev.wsksim.net.host.Route;

/** Writes snapshots as JSON, one object in one line. */
public final class NetstatJson {

    private NetstatJson() {}

    /** Returns a snapshot, without a line end. */
    public static String of(NetworkSnapshot snapshot) {
        JsonLine json = new JsonLine().beginObject();
        json.number("timeNanos", snapshot.at().nanos()).beginList("hosts");
        snapshot.hosts().forEach(host -> write(host, json));
        return json.endList().endObject().toString();
    }

    private static void write(HostSnapshot host, JsonLine json) {
        json.beginObject().text("name", host.name()).flag("running", host.running());
        json.beginList("listeners");
        host.listeners().forEach(listener -> json.element(listener.toString()));
        json.endList().beginList("connections");
        host.connections().forEach(connection -> write(connection, json));
        json.endList().beginList("datagrams");
        host.datagrams().forEach(datagram -> write(datagram, json));
        json.endList().beginList("interfaces");
        host.interfaces().forEach(own -> write(own, json));
        json.endList().beginList("routes");
        host.routes().forEach(route -> write(route, json));
        json.endList().endObject();
    }

    private static void write(DatagramSnapshot datagram, JsonLine json) {
        json.beginObject().text("local", datagram.local().toString());
        datagram.remote().ifPresent(remote -> json.text("remote", remote.toString()));
        json.number("receiveQueue", datagram.receiveQueue()).number("waiting", datagram.waiting());
        json.beginList("groups");
        datagram.groups().forEach(group -> json.element(group.toString()));
        json.endList().endObject();
    }

    private static void write(InterfaceSnapshot own, JsonLine json) {
        json.beginObject().text("name", own.name()).flag("up", own.up()).number("mtu", own.mtu());
        json.beginList("addresses");
        own.addresses().forEach(address -> json.element(address.toString()));
        json.endList().endObject();
    }

    private static void write(Route route, JsonLine json) {
        json.beginObject().text("destination", route.destination().toString());
        route.via().ifPresent(via -> json.text("via", via.toString()));
        route.interfaceName().ifPresent(name -> json.text("interface", name));
        json.number("metric", route.metric()).endObject();
    }

    private static void write(ConnectionSnapshot connection, JsonLine json) {
        json.beginObject().number("number", connection.number());
        json.text("local", connection.local().toString());
        json.text("remote", connection.remote().toString());
        json.text("state", connection.state().toString());
        json.number("receiveQueue", connection.receiveQueue()).number("sendQueue", connection.sendQueue());
        json.number("retransmissions", connection.retransmissions());
        connection
                .timer()
                .ifPresent(timer -> json.beginObject("timer")
                        .text("what", timer.what())
                        .number("atNanos", timer.at().nanos())
                        .endObject());
        json.number("rtoNanos", connection.rtoNanos()).number("srttNanos", connection.srttNanos());
        json.number("sndWnd", connection.sndWnd()).number("rcvWnd", connection.rcvWnd());
        json.number("cwnd", connection.cwnd()).number("ssthresh", connection.ssthresh());
        json.endObject();
    }
}
