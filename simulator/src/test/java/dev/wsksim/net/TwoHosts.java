package dev.wsksim.net;

import dev.wsksim.engine.Limits;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.link.Link;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.peer.ScriptedPeer;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.net.tcp.TcpUser;
import dev.wsksim.trace.Trace;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.trace.TraceRecord;
import java.util.List;

/**
 * The small world of most network tests:
 *
 * <pre>
 *   client  192.0.2.10, 2001:db8::10  ── 1 ms each way ──  server  192.0.2.20, 2001:db8::20
 * </pre>
 */
public final class TwoHosts {

    public static final long MILLISECOND = 1_000_000;
    public static final long SECOND = 1_000 * MILLISECOND;
    public static final LinkConfiguration ONE_MILLISECOND = LinkConfiguration.ofLatency(SimDuration.ofMillis(1));
    public static final Endpoint CLIENT = Endpoint.of("192.0.2.10:49152");
    public static final Endpoint SERVER = Endpoint.of("192.0.2.20:445");

    public final SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
    public final Trace trace = new Trace(loop);
    public final TraceLog log = new TraceLog();
    public final TraceDigest digest = new TraceDigest();
    public final Network network;
    public final Host client;
    public final Host server;
    public final Link there;
    public final Link back;

    public TwoHosts() {
        this(TcpParameters.WINDOWS_11, ONE_MILLISECOND, ONE_MILLISECOND);
    }

    public TwoHosts(TcpParameters tcp) {
        this(tcp, ONE_MILLISECOND, ONE_MILLISECOND);
    }

    public TwoHosts(LinkConfiguration there, LinkConfiguration back) {
        this(TcpParameters.WINDOWS_11, there, back);
    }

    public TwoHosts(TcpParameters tcp, LinkConfiguration there, LinkConfiguration back) {
        this(1, tcp, there, back);
    }

    public TwoHosts(long seed, TcpParameters tcp, LinkConfiguration there, LinkConfiguration back) {
        trace.addSink(log);
        trace.addSink(digest);
        network = new Network(loop, trace, new RandomStreams(seed));
        client = network.addHost(host("client", "10").withTcp(tcp));
        server = network.addHost(host("server", "20").withTcp(tcp));
        this.there = network.link(client, server, there);
        this.back = network.link(server, client, back);
    }

    private static HostConfiguration host(String name, String number) {
        return HostConfiguration.of(
                name,
                HostAddress.parse("192.0.2." + number).orElseThrow(),
                HostAddress.parse("2001:db8::" + number).orElseThrow());
    }

    /** Lets a scripted peer listen at port 445 of the server. */
    public ScriptedPeer peer(ConnectOutcome... outcomes) {
        return new ScriptedPeer(loop, trace, server, SERVER.port(), List.of(outcomes));
    }

    /** Lets a peer that accepts everything listen at port 445 of the server. */
    public ScriptedPeer acceptingPeer() {
        return peer(new ConnectOutcome.Accept(SimDuration.ZERO));
    }

    /** Connects the client to the server's port 445. */
    public TcpConnection connect(TcpUser user) {
        return client.tcp().connect(CLIENT, SERVER, user);
    }

    /** Returns every packet that was sent, as {@code 1s client > server: SYN}. */
    public List<String> sent() {
        return log.entries().stream()
                .filter(entry -> entry.record() instanceof PacketSent)
                .map(entry -> entry.time() + " " + ((PacketSent) entry.record()).link() + ": "
                        + ((PacketSent) entry.record()).packet().label())
                .toList();
    }

    /** Returns the records of a class in their order. */
    public <R extends TraceRecord> List<R> records(Class<R> type) {
        return log.entries().stream()
                .filter(entry -> type.isInstance(entry.record()))
                .map(entry -> type.cast(entry.record()))
                .toList();
    }
}
