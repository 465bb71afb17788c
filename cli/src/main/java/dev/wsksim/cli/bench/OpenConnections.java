package dev.wsksim.cli.bench;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.net.tcp.TcpUser;

/** How much memory an open connection takes that carries no data, both ends together. */
public final class OpenConnections {

    private static final int FIRST_PORT = 1024;
    private static final int PORTS = 64_000;

    private static final TcpUser NOBODY = new TcpUser() {
        @Override
        public void remoteClosed(TcpConnection connection) {
            connection.close();
        }
    };

    private OpenConnections() {}

    /** Measures so many connections, the same listener and users for all of them. */
    public static OpenMemory measure(int connections) {
        TwoStacks world =
                new TwoStacks(false, TcpParameters.WINDOWS_11, LinkConfiguration.ofLatency(SimDuration.ofMillis(1)));
        open(world, 1_000, 1);
        long before = OpenMemory.used();
        open(world, connections, 2);
        OpenMemory measured = OpenMemory.of(connections, before);
        if (world.client.tcp().connections().size() != connections + 1_000) {
            throw new IllegalStateException("not every connection is open");
        }
        return measured;
    }

    private static void open(TwoStacks world, int connections, int firstServerPort) {
        for (int i = 0; i < connections; i++) {
            Endpoint remote = TwoStacks.SERVER.withPort(firstServerPort + i / PORTS);
            if (i % PORTS == 0) {
                world.server.tcp().listen(remote, request -> request.accept(NOBODY));
            }
            world.client.tcp().connect(TwoStacks.CLIENT.withPort(FIRST_PORT + i % PORTS), remote, NOBODY);
            world.loop.run();
        }
    }
}
