package dev.wsksim.cli.bench;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.socket.ListenSocket;

/** How much memory an open connection between two WSK sockets takes that carries no data, both sockets together. */
public final class WskOpenConnections {

    private static final int FIRST_PORT = 1024;
    private static final int PORTS = 60_000;
    private static final int WARM_UP = 1_000;

    private WskOpenConnections() {}

    /** Measures so many connections, at most about a million. */
    public static OpenMemory measure(int connections) {
        TwoWindows world =
                new TwoWindows(false, TcpParameters.WINDOWS_11, LinkConfiguration.ofLatency(SimDuration.ofMillis(1)));
        ListenSocket listening = world.server.listen(TwoWindows.SERVER.port());
        open(world, listening, 0, WARM_UP);
        long before = OpenMemory.used();
        open(world, listening, WARM_UP, WARM_UP + connections);
        OpenMemory measured = OpenMemory.of(connections, before);
        int sockets = world.client.host.sockets().open().size();
        if (sockets != connections + WARM_UP) {
            throw new IllegalStateException("not every connection is open: " + sockets);
        }
        return measured;
    }

    private static void open(TwoWindows world, ListenSocket listening, int from, int to) {
        for (int i = from; i < to; i++) {
            int port = FIRST_PORT + i % PORTS;
            SockAddr local = SockAddr.of(Endpoint.of(TwoWindows.clientAddress(i / PORTS) + ":" + port));
            world.client.connect(local, TwoWindows.SERVER);
            world.server.accept(listening);
        }
    }
}
