package dev.wsksim.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.Ratio;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.net.tcp.TcpUser;
import org.junit.jupiter.api.Test;

/** Simulations in one process know nothing of each other, however their events are mixed. */
class InterleavedSimulationsTest {

    private static final LinkConfiguration LOSSY = LinkConfiguration.ofLatency(SimDuration.ofMillis(5))
            .withJitter(SimDuration.ofMillis(3))
            .withLoss(Ratio.of(3, 100));

    private static TwoHosts world(long seed) {
        TwoHosts hosts = new TwoHosts(seed, TcpParameters.WINDOWS_11, LOSSY, LOSSY);
        byte[] data = new byte[100_000];
        hosts.server
                .tcp()
                .listen(
                        TwoHosts.SERVER,
                        request -> request.accept(new TcpUser() {
                            @Override
                            public void dataArrived(TcpConnection connection) {
                                connection.read(data, 0, data.length);
                            }

                            @Override
                            public void remoteClosed(TcpConnection connection) {
                                connection.close();
                            }
                        }));
        hosts.connect(new TcpUser() {
            @Override
            public void connected(TcpConnection connection) {
                connection.write(data, 0, 60_000);
                connection.close();
            }
        });
        return hosts;
    }

    @Test
    void twoSimulations_stepByStepInTurn_doWhatEachDoesAlone() {
        TwoHosts first = world(1);
        TwoHosts second = world(2);
        first.loop.run();
        second.loop.run();

        TwoHosts firstMixed = world(1);
        TwoHosts secondMixed = world(2);
        var random = new RandomStreams(3).stream("turns");
        boolean firstGoes = true;
        boolean secondGoes = true;
        while (firstGoes || secondGoes) {
            if (random.nextInt(2) == 0) {
                firstGoes = firstMixed.loop.step();
            } else {
                secondGoes = secondMixed.loop.step();
            }
        }

        assertThat(firstMixed.digest.hex()).isEqualTo(first.digest.hex());
        assertThat(secondMixed.digest.hex()).isEqualTo(second.digest.hex());
        assertThat(first.digest.hex()).isNotEqualTo(second.digest.hex());
    }
}
