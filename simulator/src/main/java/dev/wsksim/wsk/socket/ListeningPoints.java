package dev.wsksim.wsk.socket;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.tcp.ConnectionRequest;
import dev.wsksim.net.tcp.TcpListenPolicy;
import dev.wsksim.net.tcp.TcpListener;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The endpoints of one host at which its WSK sockets listen.
 *
 * <p>Sockets that share an address may listen at the same endpoint. Which of them gets a connection is indeterminate
 * (using-so-reuseaddr-and-so-exclusiveaddruse), and so a decision; typically the one that was bound first.
 */
final class ListeningPoints {

    private final WskEnvironment environment;
    private final Map<Endpoint, Point> points = new LinkedHashMap<>();

    ListeningPoints(WskEnvironment environment) {
        this.environment = environment;
    }

    /** Tells whether somebody who is no WSK socket listens at an endpoint. */
    boolean isTakenByOthers(Endpoint endpoint) {
        return !points.containsKey(endpoint)
                && environment.host().tcp().listeners().stream()
                        .anyMatch(other -> other.local().equals(endpoint));
    }

    /** Lets a socket listen at an endpoint. */
    void open(Endpoint endpoint, ListenRole role) {
        if (isTakenByOthers(endpoint)) {
            throw new NotSimulatedException("a WSK socket that listens at the port of a scripted peer, " + endpoint);
        }
        points.computeIfAbsent(endpoint, Point::new).roles.add(role);
    }

    /** Lets a socket listen no more. */
    void close(Endpoint endpoint, ListenRole role) {
        Point point = points.get(endpoint);
        if (point == null) {
            throw new AssertionError("nobody listens at " + endpoint);
        }
        point.roles.removeIf(one -> one == role);
        if (point.roles.isEmpty()) {
            points.remove(endpoint);
            point.listener.close();
        }
    }

    /** The sockets at one endpoint, of which each SYN gets to one. */
    private final class Point implements TcpListenPolicy {

        private final TcpListener listener;
        private final List<ListenRole> roles = new ArrayList<>(1);

        Point(Endpoint endpoint) {
            listener = environment.host().tcp().listen(endpoint, this);
        }

        @Override
        public void requested(ConnectionRequest request) {
            for (ListenRole role : roles) {
                if (role.isInspecting(request)) {
                    role.requested(request);
                    return;
                }
            }
            int chosen = environment
                    .decisions()
                    .choose(
                            WskDecisions.SHARED_LISTENER,
                            roles.size(),
                            roles.get(0).socket().number());
            roles.get(chosen).requested(request);
        }

        @Override
        public void withdrawn(Endpoint local, Endpoint remote, int sequence) {
            for (ListenRole role : List.copyOf(roles)) {
                role.withdrawn(local, remote, sequence);
            }
        }
    }
}
