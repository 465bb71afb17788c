package dev.wsksim.net.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.Limits;
import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.Network;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpPrefix;
import dev.wsksim.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Random routing tables against the plainest model: of all routes that match, the first after sorting. */
final class RoutingModelTest {

    @Test
    void routeTo_randomTables_agreesWithTheModel() {
        for (long seed = 1; seed <= 500; seed++) {
            RandomStream random = new RandomStreams(seed).stream("routes");
            List<Route> routes = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                routes.add(new Route(randomPrefix(random), 1 + random.nextInt(3)));
            }
            SimulationLoop loop = new SimulationLoop(Limits.DEFAULT);
            Host host = new Network(loop, new Trace(loop), new RandomStreams(seed))
                    .addHost(HostConfiguration.of("host").withRoutes(routes));

            for (int i = 0; i < 100; i++) {
                IpAddress remote = randomAddress(random);
                assertThat(Optional.ofNullable(host.routeTo(remote)))
                        .as("seed %d, %s through %s", seed, remote, routes)
                        .isEqualTo(model(routes, remote));
            }
        }
    }

    private static Optional<Route> model(List<Route> routes, IpAddress remote) {
        return routes.stream()
                .filter(route -> route.destination().contains(remote))
                .sorted(Comparator.comparingInt(
                                (Route route) -> -route.destination().length())
                        .thenComparingInt(Route::metric))
                .findFirst();
    }

    /** Few different bits, so that much matches. */
    private static IpAddress randomAddress(RandomStream random) {
        return random.nextInt(2) == 0
                ? IpAddress.ipv4(0x0A000000 | random.nextInt(4) << 16 | random.nextInt(4))
                : IpAddress.ipv6(0x2001_0db8_0000_0000L | random.nextInt(4), random.nextInt(4));
    }

    private static IpPrefix randomPrefix(RandomStream random) {
        IpAddress address = randomAddress(random);
        return new IpPrefix(address, random.nextInt(address.family().bits() + 1));
    }
}
