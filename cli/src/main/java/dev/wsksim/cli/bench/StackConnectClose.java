package dev.wsksim.cli.bench;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.net.tcp.TcpUser;

/**
 * Connections between two hosts' own stacks over a link of 1 ms: connect, close from the client, close from the server;
 * one operation is one connection, seven packets. So many are always under way, and so many more stay open all the while.
 */
final class StackConnectClose implements Workload {

    private static final int FIRST_PORT = 1024;
    private static final int PORTS = 64_000;

    private final TwoStacks world;
    private final int overlapping;
    private final Endpoint[] locals;
    private final Endpoint server;
    private int next;
    private long begun;
    private long closed;
    private long wanted;

    /** Closes as soon as it is connected, and begins the next one when it is closed. */
    private final TcpUser client = new TcpUser() {
        @Override
        public void connected(TcpConnection connection) {
            connection.close();
        }

        @Override
        public void closed(TcpConnection connection) {
            closed++;
            if (begun < wanted) {
                begin();
            }
        }
    };

    private final TcpUser peer = new TcpUser() {
        @Override
        public void remoteClosed(TcpConnection connection) {
            connection.close();
        }
    };

    /**
     * Makes the world.
     *
     * @param overlapping how many connections are under way at once
     * @param open how many connections stay open besides
     */
    StackConnectClose(boolean digested, int overlapping, int open) {
        this.overlapping = overlapping;
        TcpParameters tcp = TcpParameters.WINDOWS_11.withTimeWait(SimDuration.ZERO);
        world = new TwoStacks(digested, tcp, LinkConfiguration.ofLatency(SimDuration.ofMillis(1)));
        server = TwoStacks.SERVER;
        world.server.tcp().listen(server, request -> request.accept(peer));
        for (int i = 0; i < open; i++) {
            Endpoint remote = server.withPort(100 + i / PORTS);
            if (i % PORTS == 0) {
                world.server.tcp().listen(remote, request -> request.accept(peer));
            }
            world.client.tcp().connect(TwoStacks.CLIENT.withPort(FIRST_PORT + i % PORTS), remote, new TcpUser() {});
            world.loop.run();
        }
        locals = new Endpoint[PORTS];
        for (int i = 0; i < PORTS; i++) {
            locals[i] = TwoStacks.CLIENT.withPort(FIRST_PORT + i);
        }
    }

    private void begin() {
        begun++;
        world.client.tcp().connect(locals[next], server, client);
        next = next + 1 == PORTS ? 0 : next + 1;
    }

    @Override
    public long run(long operations) {
        wanted += operations;
        while (begun < wanted && begun - closed < overlapping) {
            begin();
        }
        while (closed < wanted) {
            world.loop.step();
        }
        return operations;
    }

    @Override
    public String digest() {
        return world.digest(closed + " connections");
    }
}
